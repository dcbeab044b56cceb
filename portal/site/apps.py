"""The app of what all pages share."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The layout; its mark in the corner leads home."""

    name = "portal.site"
    label = "site"
