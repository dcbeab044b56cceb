"""The app of clerks and reviewers."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class ClerkConfig(AppConfig):
    """Uploads first."""

    name = "portal.clerk"
    label = "clerk"
    navigation = (
        Link(_("本期应报"), "clerk:home", "desk"),
        Link(_("上传报送"), "clerk:upload", "upload"),
        Link(_("待答问题"), "clerk:findings", "verify"),
        Link(_("报送记录"), "clerk:history", "history", pages=("clerk:receipt", "clerk:changes")),
    )
