"""The app of the log."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class AuditConfig(AppConfig):
    """The log stands beside the people."""

    name = "portal.audit"
    label = "audit"
    navigation = (Link(_("操作日志"), "audit:log", "log"),)
