"""The app of leaders."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class LeaderConfig(AppConfig):
    """Their pages begin here."""

    name = "portal.leader"
    label = "leader"
    navigation = (
        Link(_("领导看板"), "leader:home", "indicator"),
        Link(_("逾期与原因"), "leader:late", "waiting"),
    )
