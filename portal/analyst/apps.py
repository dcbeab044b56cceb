"""The app of analysts."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class AnalystConfig(AppConfig):
    """Tables and queries."""

    name = "portal.analyst"
    label = "analyst"
    navigation = (
        Link(_("数据仓库"), "analyst:home", "table"),
        Link(_("指标分析"), "analyst:explore", "indicator"),
        Link(_("SQL 查询"), "analyst:query", "table"),
    )
