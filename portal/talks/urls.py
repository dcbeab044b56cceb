"""Talks between the desk and the departments."""

from __future__ import annotations

from django.urls import path

from portal.talks import views

app_name = "talks"
urlpatterns = [
    path("", views.talks, name="list"),
    path("findings/<finding:finding_id>/", views.finding, name="finding"),
    path("submissions/<submission:submission_id>/", views.submission, name="submission"),
]
