"""Pages of clerks and reviewers."""

from __future__ import annotations

from django.urls import path

from portal.clerk import views

app_name = "clerk"
urlpatterns = [
    path("", views.home.home, name="home"),
    path("upload/", views.upload.upload, name="upload"),
    path("checks/<uuid:job_id>/", views.upload.check, name="check"),
    path("checks/<uuid:job_id>/submit/", views.upload.submit, name="submit"),
    path("history/", views.history.history, name="history"),
    path("<submission:submission_id>/", views.history.receipt, name="receipt"),
    path("<submission:submission_id>/original/", views.history.original, name="original"),
    path("<submission:submission_id>/cell/", views.history.cell, name="cell"),
]
