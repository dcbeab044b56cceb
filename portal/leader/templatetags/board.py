"""What the board shows: lights by colour, icon and word; figures as short as a leader reads them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.site.templatetags.showing import icon
from sources.published.lights import GREEN, RED, YELLOW

register = template.Library()

#: Light → the level whose icon and colour it shares, and its word.
LIGHTS = {
    GREEN: ("good", gettext_lazy("绿灯")),
    YELLOW: ("verify", gettext_lazy("黄灯")),
    RED: ("mandatory", gettext_lazy("红灯")),
}
_RATIOS = ("%", "百分点")


@register.simple_tag
def light(colour: str, count: int | None = None) -> SafeString:
    """Show a light; with a count, how many have it."""
    look, word = LIGHTS[colour]
    return format_html('<span class="mark mark-{}">{}{}{}</span>', look, icon(look), word, _counted(count))


def _counted(count: int | None) -> str:
    return "" if count is None else f" {count}"


@register.filter
def rounded(value: Decimal | None, unit: str | None = None) -> str:
    """Show a figure with two decimals at most (ratios, as percent, with one), thousands with commas."""
    if value is None:
        return "—"
    number = value * 100 if unit in _RATIOS else value
    step = Decimal("0.1") if unit in _RATIOS else Decimal("0.01")
    text = f"{Decimal(number).quantize(step, ROUND_HALF_UP):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if text != "-0" else "0"


@register.filter
def percent(rate: Decimal | None) -> str:
    """Show a share as percent, with its sign: 56.3%."""
    return f"{rounded(rate, '%')}%"


@register.filter
def signed(gap: Decimal) -> str:
    """Show a gap to the schedule in 百分点, with its sign."""
    text = rounded(gap, "百分点")
    return f"+{text}" if gap > 0 and text != "0" else text


@register.filter
def ahead(gap: Decimal) -> str:
    """Say a gap to the schedule: 快于序时 3.2 个百分点."""
    points = rounded(abs(gap), "百分点")
    if points == "0":
        return _("与序时持平")
    words = _("快于序时 %(points)s 个百分点") if gap > 0 else _("慢于序时 %(points)s 个百分点")
    return words % {"points": points}
