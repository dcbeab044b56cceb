"""Pages of analysts."""

from __future__ import annotations

from django.urls import path

from portal.analyst import views

app_name = "analyst"
urlpatterns = [
    path("", views.home.home, name="home"),
    path("tables/<table:table>/", views.home.table, name="table"),
    path("explore/", views.explore.explore, name="explore"),
    path("explore/<uuid:run_id>/", views.explore.explored, name="explored"),
    path("explore/<uuid:run_id>/values/", views.explore.values, name="values"),
    path("query/", views.query.query, name="query"),
    path("query/save/", views.saved.save, name="save"),
    path("query/saved/<int:saved_id>/remove/", views.saved.remove, name="remove"),
    path("query/<uuid:run_id>/", views.query.run, name="run"),
    path("query/<uuid:run_id>/cancel/", views.query.cancel, name="cancel"),
    path("query/<uuid:run_id>/export/", views.query.export, name="export"),
]
