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
    path("checks/<uuid:job_id>/explain/", views.answer.explain_upload, name="explain_upload"),
    path("findings/", views.answer.findings, name="findings"),
    path("findings/<finding:finding_id>/explain/", views.answer.explain, name="explain"),
    path("template/<form:form_id>/", views.template.template, name="template"),
    path("nil/", views.upload.nil, name="nil"),
    path("marked/<uuid:job_id>/", views.marked.marked, name="marked"),
    path("marked/<uuid:job_id>/file/", views.marked.file, name="marked_file"),
    path("history/", views.history.history, name="history"),
    path("<submission:submission_id>/", views.history.receipt, name="receipt"),
    path("<submission:submission_id>/sign/", views.signing.sign, name="sign"),
    path("<submission:submission_id>/original/", views.history.original, name="original"),
    path("<submission:submission_id>/changes/", views.history.changes, name="changes"),
    path("<submission:submission_id>/marked/", views.marked.mark, name="mark"),
    path("<submission:submission_id>/cell/", views.history.cell, name="cell"),
]
