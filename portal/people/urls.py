"""Signing in and the administration of people."""

from __future__ import annotations

from django.urls import path

from portal.people.views import administration, signing, told

app_name = "people"
urlpatterns = [
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("password/", signing.password, name="password"),
    path("messages/", told.told, name="messages"),
    path("people/", administration.people, name="list"),
    path("people/add/", administration.add, name="add"),
    path("people/<int:person_id>/", administration.person, name="person"),
    path("people/<int:person_id>/reset/", administration.reset, name="reset"),
]
