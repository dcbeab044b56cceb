"""Scorecards."""

from __future__ import annotations

from django.urls import path

from portal.scorecards import views

app_name = "scorecards"
urlpatterns = [
    path("", views.listed, name="list"),
    path("<department:department>/", views.card, name="card"),
    path("<department:department>/drawn/", views.drawn, name="drawn"),
]
