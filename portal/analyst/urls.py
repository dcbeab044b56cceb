"""Pages of analysts."""

from __future__ import annotations

from django.urls import path

from portal.analyst import views

app_name = "analyst"
urlpatterns = [path("", views.home, name="home")]
