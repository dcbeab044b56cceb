"""The layers of the warehouse in words of the page's language."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

#: As releases say them (``orchestration.release.titles``).
_LAYERS = {
    "指标": _("指标"),
    "事实": _("事实"),
    "维度": _("维度"),
    "代码表": _("代码表"),
    "报表": _("报表"),
    "跨表检查": _("跨表检查"),
    "中间": _("中间"),
    "暂存（原样）": _("暂存（原样）"),
    "其他": _("其他"),
}


@register.filter
def layer(name: str) -> str:
    """Say a layer; one that is not known keeps its name."""
    return str(_LAYERS.get(name, name))
