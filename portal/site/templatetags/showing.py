"""Tags and filters that every template has: icons, levels, verdicts, figures, periods, departments."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from sources.contract import load_catalog
from sources.periods import chinese, kind_of

register = template.Library()

LEVELS = {
    "mandatory": gettext_lazy("强制"),
    "verify": gettext_lazy("核实"),
    "notice": gettext_lazy("提示"),
}
#: Verdicts and other states: the icon and colour they share with a level, and their word.
STATES = {
    "accepted": ("good", gettext_lazy("通过")),
    "rejected": ("mandatory", gettext_lazy("有强制问题")),
    "unreadable": ("mandatory", gettext_lazy("无法读取")),
    "waiting": ("waiting", gettext_lazy("等待")),
    "on_time": ("good", gettext_lazy("已报")),
    "late": ("mandatory", gettext_lazy("逾期未报")),
    "due": ("verify", gettext_lazy("待报")),
    "returned": ("mandatory", gettext_lazy("退回重报")),
    "came_late": ("verify", gettext_lazy("迟报")),
    "passed": ("good", gettext_lazy("通过")),
    "failed": ("mandatory", gettext_lazy("未通过")),
    "active": ("good", gettext_lazy("可登录")),
    "inactive": ("waiting", gettext_lazy("已停用")),
}
#: States of findings (``sources.published.findings.STATES``).
ANSWERS = {
    "new": ("verify", gettext_lazy("新发现")),
    "open": ("verify", gettext_lazy("未答复")),
    "reopened": ("verify", gettext_lazy("再次出现")),
    "explained": ("notice", gettext_lazy("已说明")),
    "accepted": ("good", gettext_lazy("说明已接受")),
    "returned": ("mandatory", gettext_lazy("说明被退回")),
    "lapsed": ("mandatory", gettext_lazy("说明已失效")),
    "waived": ("good", gettext_lazy("已豁免")),
}
#: States of what is owed (``sources.published.obligations.STATUSES``).
FILINGS = {
    "due": ("notice", gettext_lazy("应报")),
    "overdue": ("mandatory", gettext_lazy("逾期")),
    "received": ("notice", gettext_lazy("已报")),
    "rejected": ("verify", gettext_lazy("已退回")),
    "accepted": ("good", gettext_lazy("已接受")),
    "nil": ("good", gettext_lazy("本期无")),
    "exempt": ("waiting", gettext_lazy("免报")),
    "not_open": ("waiting", gettext_lazy("未开放")),
    "not_in_use": ("waiting", gettext_lazy("未启用")),
}
#: What a larger figure of an indicator means, and what kind of target it has.
DIRECTIONS = {"正": gettext_lazy("越大越好"), "逆": gettext_lazy("越小越好")}
TARGETS = {
    "A": gettext_lazy("总量"),
    "R": gettext_lazy("比率"),
    "D": gettext_lazy("期限"),
    "Rk": gettext_lazy("位次"),
    "": gettext_lazy("没有目标"),
}
#: How certain a figure is (``sources.published.figures.STATUSES``).
STATUSES = {
    "preliminary": gettext_lazy("初步"),
    "final": gettext_lazy("最终"),
    "estimated": gettext_lazy("预计"),
}
PERIOD_KINDS = {
    "month": gettext_lazy("每月"),
    "half_month": gettext_lazy("每半月"),
    "quarter": gettext_lazy("每季"),
    "year": gettext_lazy("每年"),
    "event": gettext_lazy("发生时"),
}
DASH = "—"


@register.simple_tag
@lru_cache(maxsize=64)
def icon(name: str) -> SafeString:
    """Draw an icon of ``icons.svg``; it says nothing that the words beside it do not say."""
    address = static("site/icons.svg")
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', address, name)


@register.simple_tag
def level(code: str) -> SafeString:
    """Show a finding's level by colour, icon and word."""
    return _mark(code if code in LEVELS else "notice", str(LEVELS.get(code, code)))


@register.simple_tag
def state(code: str) -> SafeString:
    """Show a verdict or another state by colour, icon and word."""
    look, word = STATES.get(code, ("waiting", code))
    return _mark(look, str(word))


@register.filter
def state_word(code: str) -> str:
    """Say a verdict or another state."""
    return str(STATES[code][1]) if code in STATES else code


@register.simple_tag
def answer_state(code: str | None) -> SafeString:
    """Show how far the answer to a finding has come."""
    look, word = ANSWERS.get(code or "open", ("waiting", code or ""))
    return _mark(look, str(word))


@register.simple_tag
def filing_state(code: str) -> SafeString:
    """Show how far something owed has come."""
    look, word = FILINGS.get(code, ("waiting", code))
    return _mark(look, str(word))


@register.filter
def answer_word(code: str) -> str:
    """Say how far the answer to a finding has come."""
    return str(ANSWERS[code][1]) if code in ANSWERS else code


@register.filter
def level_word(code: str) -> str:
    """Say a level."""
    return str(LEVELS.get(code, code))


@lru_cache(maxsize=256)
def _mark(look: str, word: str) -> SafeString:
    return format_html('<span class="mark mark-{}">{}{}</span>', look, icon(look), word)


@register.filter
def period(value: str | None) -> str:
    """Say a period as people do: 2026年3月; in English it stays 2026-03."""
    if not value or kind_of(value) is None:
        return value or DASH
    return chinese(value) if (get_language() or "").startswith("zh") else value


@register.filter
def period_kind(value: str) -> str:
    """Say how often a form is sent."""
    return str(PERIOD_KINDS.get(value, value))


@register.filter
def direction(value: str | None) -> str:
    """Say what a larger figure means."""
    return str(DIRECTIONS.get(value or "", DASH))


@register.filter
def target_kind(value: str | None) -> str:
    """Say what kind of target an indicator has."""
    return str(TARGETS.get(value or "", value))


@register.filter
def status(value: str) -> str:
    """Say what kind of figure it is: 初步, 预计 …."""
    return str(STATUSES.get(value, value))


@register.filter
def department(code: str | None) -> str:
    """Return the name of a department."""
    return load_catalog().code_lists["departments"].codes.get(code or "", code or DASH)


@register.filter
def form_title(form: str | None) -> str:
    """Return the title of a form."""
    found = load_catalog().forms.get(form or "")
    return found.title if found else form or DASH


@register.filter
def field_title(name: str, form: str) -> str:
    """Return the title of a form's field."""
    found = load_catalog().forms.get(form)
    return found.fields[name].title if found and name in found.fields else name


@register.filter
def figure(value: Decimal | float | None, unit: str | None = None) -> str:
    """Show a figure in its unit: fractions of ratios as percent, thousands with commas, no superfluous zeros."""
    if value is None:
        return DASH
    number = Decimal(str(value)) * (100 if unit in ("%", "百分点") else 1)
    text = f"{number:,.4f}".rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"


@register.filter
def moment(value: datetime | str | None) -> str:
    """Show a time of Shanghai to the minute."""
    if not value:
        return DASH
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return f"{value:%Y-%m-%d %H:%M}"


@register.filter
def kilobytes(size: int) -> str:
    """Show a file's size."""
    return f"{size / 1024:,.0f} KB" if size < 1 << 20 else f"{size / (1 << 20):,.1f} MB"
