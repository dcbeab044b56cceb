"""The log."""

from __future__ import annotations

from django.urls import path

from portal.audit import views

app_name = "audit"
urlpatterns = [path("", views.log, name="log"), path("verify/", views.verify_log, name="verify")]
