"""The app of scorecards."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class ScorecardsConfig(AppConfig):
    """One line in the navigation: the desk and leaders see all departments, a department its own."""

    name = "portal.scorecards"
    label = "scorecards"
    navigation = (Link(_("数据质量"), "scorecards:list", "score"),)
