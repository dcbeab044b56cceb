"""The app of what everybody may look up."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class CatalogueConfig(AppConfig):
    """Figures, forms, releases."""

    name = "portal.catalogue"
    label = "catalogue"
    navigation = (
        Link(_("指标"), "catalogue:indicators", "indicator"),
        Link(_("表单"), "catalogue:forms", "form"),
        Link(_("审核规则"), "catalogue:rules", "rule"),
        Link(_("日历"), "catalogue:schedule", "calendar"),
        Link(_("发布"), "catalogue:releases", "release"),
    )
