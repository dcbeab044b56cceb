"""Asking how far a job is."""

from __future__ import annotations

from django.urls import path

from portal.worker import views

app_name = "worker"
urlpatterns = [path("<uuid:job_id>/", views.job, name="job")]
