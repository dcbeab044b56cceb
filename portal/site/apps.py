"""The app of what all pages share."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class SiteConfig(AppConfig):
    """The first line of the navigation leads home."""

    name = "portal.site"
    label = "site"
    navigation = (Link(_("首页"), "home", "home"),)
