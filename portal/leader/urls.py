"""Pages of leaders."""

from __future__ import annotations

from django.urls import path

from portal.leader import views

app_name = "leader"
urlpatterns = [
    path("", views.board.home, name="home"),
    path("late/", views.late.late, name="late"),
    path("paper/", views.board.paper, name="paper"),
    path("lines/<slug:line>/", views.board.line, name="line"),
    path("lines/<slug:line>/progress/", views.board.progress, name="progress"),
]
