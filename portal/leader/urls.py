"""Pages of leaders."""

from __future__ import annotations

from django.urls import path

from portal.leader import views

app_name = "leader"
urlpatterns = [path("", views.home, name="home")]
