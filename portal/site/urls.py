"""All addresses; each app adds its own ``urls``."""

from __future__ import annotations

from django.urls import include, path

from portal.site import converters, views

converters.register()

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.set_language, name="set_language"),
    path("health/", views.health, name="health"),
    path("", include("portal.people.urls")),
    path("log/", include("portal.audit.urls")),
    path("jobs/", include("portal.worker.urls")),
    path("submissions/", include("portal.clerk.urls")),
    path("desk/", include("portal.steward.urls")),
    path("scores/", include("portal.scorecards.urls")),
    path("talks/", include("portal.talks.urls")),
    path("figures/", include("portal.leader.urls")),
    path("warehouse/", include("portal.analyst.urls")),
    path("", include("portal.catalogue.urls")),
]

handler400 = "portal.site.errors.bad_request"
handler403 = "portal.site.errors.forbidden"
handler404 = "portal.site.errors.not_found"
handler500 = "portal.site.errors.server_error"
