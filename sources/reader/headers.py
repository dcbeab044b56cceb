"""What a header says: its text without blanks, widths, brackets, units and the period it names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sources.contract.units import UNITS, Unit
from sources.reader.measures import is_unit, plain, without_tail

__all__ = ["name_of", "path_names", "plain", "timeless", "unit_named", "unit_of", "units_in_line"]

_BRACKETED = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_NOT_NAME = re.compile(r"[^0-9a-z\u3400-\u9fff%]+")
_UNIT_TAIL = re.compile(r"[/,:;、]?(?:单位[::]?)?([^/,:;、()]{1,8})$")
_UNIT_LINE = re.compile(r"(?:计量|金额|货币)?单位\s*[::]\s*(.+)$")

#: Order matters: the range of months goes before the single month, the year's end before the year.
_PERIODS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$"), "本月"),
    (re.compile(r"^(?:19|20)\d\d$"), "年度"),
    (re.compile(r"(?:(?:19|20)\d\d年?)?(?:自|从)?(?:0?1|元)月?份?[-–—~至到](?:\d{1,2}|本)月?(?:份|底|末)?"), "1本月"),
    (re.compile(r"(?:截至|截止|至|到)?(?:到)?(?:19|20)\d\d年(?:12月)?[底末]"), "至上年底"),
    (re.compile(r"(?:截至|截止)上年[底末]"), "至上年底"),
    (re.compile(r"(?:(?:19|20)\d\d年度?)?(?:0?[1-9]|1[0-2])月份?(?=\D|$)"), "本月"),
    (re.compile(r"(?:当月|本月份)"), "本月"),
    (re.compile(r"(?:(?:19|20)\d\d年度?|[本当今全]年度?)"), "年度"),
)

#: How the meaning of a period is written in a title that people read.
_WRITTEN = {"1本月": "1–本月", "年度": "本年"}


@lru_cache(maxsize=65536)
def name_of(text: str) -> str:
    """Return the name a header stands for: ``2026年1-3月累计完成投资（万元）`` → ``1本月累计完成投资``.

    Brackets go, their content stays unless it is a unit; a leading required mark goes; a period becomes what it means
    for any month (本月, 1本月, 至上年底, 年度).
    """
    bare = without_tail(_without_units(plain(text).lower().lstrip("*★※").rstrip("*★※")))
    for pattern, meaning in _PERIODS:
        bare = pattern.sub(meaning, bare)
    return _NOT_NAME.sub("", bare)


def timeless(text: str) -> str:
    """Return a header in which a period says what it means for any month: 1—5月 → 1–本月, 2023年 → 本年."""
    bare = plain(text)
    for pattern, meaning in _PERIODS:
        bare = pattern.sub(_WRITTEN.get(meaning, meaning), bare)
    return bare


def _without_units(text: str) -> str:
    def drop(match: re.Match[str]) -> str:
        inner = match[1].removeprefix("单位").lstrip(":")
        return "" if unit_named(inner) or is_unit(inner) or "必填" in inner or "选填" in inner else match[1]

    return _BRACKETED.sub(drop, text)


@lru_cache(maxsize=65536)
def unit_of(text: str) -> Unit | None:
    """Return the unit that a header carries, in brackets or after a stroke; None when it names none."""
    compact = plain(text)
    for inner in reversed(_BRACKETED.findall(compact)):
        unit = unit_named(inner.removeprefix("单位").lstrip(":"))
        if unit:
            return unit
    if compact[-1:] in ("%", "‰") and without_tail(compact) != compact:
        return unit_named(compact[-1])
    for separator in ("/", ",", ":"):
        _, found, tail = compact.rpartition(separator)
        if found and unit_named(tail):
            return unit_named(tail)
    return None


def unit_named(text: str) -> Unit | None:
    """Return the unit of a spelling, in brackets or not; None when it is none."""
    compact = plain(text)
    if compact.startswith("(") and compact.endswith(")"):
        compact = compact[1:-1]
    return UNITS.get(compact) or UNITS.get(compact.lower())


def units_in_line(text: str) -> list[Unit]:
    """Return the units of a 单位 line (单位：万元、亩), in order; empty when the text is no such line."""
    match = _UNIT_LINE.search(unicodedata.normalize("NFKC", text))
    if not match:
        return []
    parts = re.split(r"[、,;\s]+", match[1].strip())
    return [unit for part in parts if (unit := unit_named(part))]


def path_names(path: tuple[str, ...]) -> list[str]:
    """Return the names under which a header path may be known, the most telling first.

    Parents and leaf are joined in both orders (年度投资 / 计划 and 计划 / 年度投资), from the whole path down to the leaf.
    """
    names = [name for name in map(name_of, path) if name]
    if not names:
        return []
    found = []
    for start in range(len(names)):
        tail = names[start:]
        found.append("".join(tail))
        if len(tail) > 1:
            found.append("".join(reversed(tail)))
    if len(names) > 1 and names[-1] in ("合计", "总额", "金额", "数量", "小计", "总计"):
        found.append("".join(names[:-1]))
    return found
