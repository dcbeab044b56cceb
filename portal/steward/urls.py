"""Pages of stewards."""

from __future__ import annotations

from django.urls import path

from portal.steward import views

app_name = "steward"
urlpatterns = [path("", views.home, name="home")]
