"""The app of stewards."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class StewardConfig(AppConfig):
    """What waits for them first."""

    name = "portal.steward"
    label = "steward"
    navigation = (
        Link(_("汇总台"), "steward:home", "desk"),
        Link(_("问题处理"), "steward:queue", "verify"),
        Link(_("报送矩阵"), "steward:matrix", "table"),
        Link(_("豁免"), "steward:waivers", "good"),
        Link(_("企业项目判断"), "steward:identities", "people"),
        Link(_("期间与更正"), "steward:periods", "lock"),
    )
