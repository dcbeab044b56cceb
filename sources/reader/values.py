"""One cell to one value, by type. Each reader gives the value, or says why the cell holds none.

A reader returns ``(value, kind)``: ``kind`` is None when the value is simply what the cell shows, else how it was
changed. It raises ``UnfitError`` with the rule that the cell breaks.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from sources.contract.units import UNITS
from sources.reader.headers import plain
from sources.reader.model import CoercionKind, Value, raw_text

Read = tuple[Value, CoercionKind | None]

#: Texts that say *not applicable* (domain.md section 0.2).
NOT_APPLICABLE = frozenset({"-", "—", "–", "/", "——", "--", "―", "\\", "不适用"})

_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$")
_WITH_UNIT = re.compile(r"^([+-]?[\d.]+)(亿元|万元|千元|百万元|元|亿|万|亩|公顷|平方米|㎡|m2|%)$")
_DAY = re.compile(r"^((?:19|20)\d\d)(?:[年.\-/])(\d{1,2})(?:[月.\-/])(\d{1,2})日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?$")
_COMPACT_DAY = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(\d\d)$")
_MONTH = re.compile(r"^((?:19|20)\d\d)年(\d{1,2})月(份|初|底|末|底前|前)?$")
_YEAR_END = re.compile(r"^((?:19|20)\d\d)?年(底|末|底前|末前)$")
_QUARTER_END = re.compile(r"^((?:19|20)\d\d)?年?第?([一二三四])季度(末|底)?$")
_YEAR = re.compile(r"^((?:19|2[01])\d\d)年?度?$")
_EPOCH = date(1899, 12, 30)

_YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "true", "有", "已", "1", "t"})
_NO = frozenset({"否", "×", "✗", "x", "n", "no", "false", "无", "未", "0", "没有", "f"})


class UnfitError(Exception):
    """The cell cannot hold a value of the field; ``rule`` is the code that says so."""

    def __init__(self, rule: str, **shown: str) -> None:
        self.rule = rule
        self.shown = shown
        super().__init__(rule)


def number(raw: Any, factor: Decimal, quantum: Decimal, base: str | None) -> Read:
    """Return a Decimal in base units with the digits of ``quantum``.

    Floats are taken with the 15 digits that Excel shows. Raises ``UnfitError`` B06 for a text that is no number.
    """
    if isinstance(raw, float):
        exact, kind = Decimal(f"{raw:.15g}"), None
    elif isinstance(raw, (bool, date, timedelta)):
        raise UnfitError("B06")
    elif isinstance(raw, int):
        exact, kind = Decimal(raw), None
    else:
        exact, factor = _typed_number(str(raw), factor, base)
        kind = CoercionKind.TEXT_NUMBER
    if factor != 1:
        exact *= factor
        kind = kind or CoercionKind.UNIT
    try:
        value = exact.quantize(quantum, ROUND_HALF_UP)
    except InvalidOperation:
        raise UnfitError("B06") from None
    if value != exact:
        kind = kind or CoercionKind.PRECISION
    if abs(value) >= Decimal(10) ** 14:
        raise UnfitError("B06")
    return value, kind


def _typed_number(raw: str, factor: Decimal, base: str | None) -> tuple[Decimal, Decimal]:
    """Return the number in a text and the factor of its own unit, or the column's when it names none."""
    compact = plain(raw).replace(",", "").replace("，", "").lstrip("¥￥$").lower()
    if compact.startswith("(") and compact.endswith(")"):
        compact = "-" + compact[1:-1]
    if _NUMBER.match(compact):
        return Decimal(compact), factor
    match = _WITH_UNIT.match(compact)
    if match and base and UNITS[match[2]].base == base and _NUMBER.match(match[1]):
        return Decimal(match[1]), UNITS[match[2]].factor
    raise UnfitError("B06")


def bare_number(raw: Any) -> float | None:
    """Return a number, or a text that is nothing but one, as a float for guessing; None for everything else."""
    if isinstance(raw, float):
        return raw
    compact = plain(raw).replace(",", "") if isinstance(raw, str) else ""
    return float(compact) if _NUMBER.match(compact) else None


def integer(raw: Any) -> Read:
    """Return an int. Raises ``UnfitError`` B06 for anything with a fraction or that is no number."""
    value, kind = number(raw, Decimal(1), Decimal("0.0001"), None)
    if not isinstance(value, Decimal) or value != value.to_integral_value():
        raise UnfitError("B06")
    return int(value), None if kind is CoercionKind.PRECISION else kind


def ratio(raw: Any, percent: bool, shown_as_percent: bool) -> Read:
    """Return a fraction. ``percent``: the column counts in percent; ``shown_as_percent``: the cell's own format does.

    A text with a percent sign says so itself. Raises ``UnfitError`` B06.
    """
    quantum = Decimal("0.000001")
    if isinstance(raw, str) and plain(raw).endswith(("%", "‰")):
        factor = UNITS[plain(raw)[-1]].factor
        value, _ = number(plain(raw)[:-1], factor, quantum, None)
        return value, CoercionKind.TEXT_NUMBER
    factor = Decimal("0.01") if percent and not shown_as_percent else Decimal(1)
    return number(raw, factor, quantum, None)


def day(raw: Any, year: int | None, end: bool) -> Read:
    """Return a date. A month alone means its first day, or its last when ``end``; 年底 needs the period's ``year``.

    Raises ``UnfitError`` B56 when the cell names no day.
    """
    if isinstance(raw, datetime):
        return raw.date(), None
    if isinstance(raw, date):
        return raw, None
    if isinstance(raw, float):
        if raw.is_integer() and 20000 <= raw <= 80000:
            return _EPOCH + timedelta(days=int(raw)), CoercionKind.SERIAL_DATE
        raw = raw_text(raw)
    if not isinstance(raw, str):
        raise UnfitError("B56")
    found = _typed_day(raw, year, end)
    if found is None:
        raise UnfitError("B56")
    iso = found.isoformat() == raw.strip()
    return found, None if iso else CoercionKind.TEXT_DATE


def _typed_day(raw: str, year: int | None, end: bool) -> date | None:
    compact = plain(raw)
    spaced = unicodedata.normalize("NFKC", raw).strip()
    match = _DAY.match(spaced) or _DAY.match(compact) or _COMPACT_DAY.match(compact)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
        return _part_of_year(compact, year, end)
    except ValueError:
        return None


def _part_of_year(compact: str, year: int | None, end: bool) -> date | None:
    if match := _MONTH.match(compact):
        last = calendar.monthrange(int(match[1]), int(match[2]))[1]
        ends = match[3] in ("底", "末", "底前", "前") or (end and match[3] in (None, "份"))
        return date(int(match[1]), int(match[2]), last if ends else 1)
    if (match := _YEAR_END.match(compact)) and (match[1] or year):
        return date(int(match[1] or year or 0), 12, 31)
    if (match := _QUARTER_END.match(compact)) and (match[1] or year):
        month = 3 * ("一二三四".index(match[2]) + 1)
        known = int(match[1] or year or 0)
        return date(known, month, calendar.monthrange(known, month)[1])
    return None


def year_of(raw: Any) -> Read:
    """Return a year as int. Raises ``UnfitError`` B56."""
    if isinstance(raw, date):
        return raw.year, CoercionKind.NORMALISED
    match = _YEAR.match(plain(raw_text(raw)))
    if not match:
        raise UnfitError("B56")
    return int(match[1]), CoercionKind.NORMALISED if isinstance(raw, str) and plain(raw) != match[1] else None


def yes_no(raw: Any) -> Read:
    """Return a bool from 是/否 and its usual spellings. Raises ``UnfitError`` B67."""
    if isinstance(raw, bool):
        return raw, None
    compact = plain(raw_text(raw)).lower()
    kind = None if compact in ("是", "否") else CoercionKind.SPELLING
    if compact in _NO or compact.startswith(("未", "尚未", "不", "没")):
        return False, kind
    if compact in _YES or compact.startswith("已"):
        return True, kind
    raise UnfitError("B67")


def listed(raw: Any, spellings: Mapping[str, str], rule: str, choices: str) -> Read:
    """Return the listed value that a spelling stands for. Raises ``UnfitError`` with the list's rule."""
    compact = plain(raw_text(raw))
    found = spellings.get(compact) or spellings.get(compact.lower())
    if found is None:
        raise UnfitError(rule, choices=choices)
    return found, None if raw == found else CoercionKind.SPELLING


def several(raw: Any, spellings: Mapping[str, str] | None, rule: str, choices: str) -> Read:
    """Return names split by 、 , ; / or line breaks, joined by 、. Each must be listed when there is a list."""
    parts = [part.strip() for part in re.split(r"[、,，;；/\n]+", raw_text(raw)) if part.strip()]
    names = parts if spellings is None else [str(listed(part, spellings, rule, choices)[0]) for part in parts]
    joined = "、".join(dict.fromkeys(names))
    return joined or None, None if joined == raw else CoercionKind.NORMALISED


def words(raw: Any) -> Read:
    """Return a text without blanks around it."""
    if isinstance(raw, str):
        stripped = raw.strip().strip("\u3000")
        return stripped or None, None
    return raw_text(raw), CoercionKind.NORMALISED


def code(raw: Any, normalise: Callable[[str], str] = plain) -> Read:
    """Return a code: without blanks, in narrow characters; numbers as their digits."""
    shown = raw_text(raw)
    value = normalise(shown)
    return value or None, None if value == raw else CoercionKind.NORMALISED
