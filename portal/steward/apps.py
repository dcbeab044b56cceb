"""The app of stewards."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class StewardConfig(AppConfig):
    """Their pages begin here."""

    name = "portal.steward"
    label = "steward"
    navigation = (Link(_("汇总台"), "steward:home", "desk"),)
