"""One cell to one value, by type. Each reader gives the value, or says why the cell holds none.

A reader returns ``(value, kind)``: ``kind`` is None when the value is simply what the cell shows, else how it was
changed. It raises ``UnfitError`` with the rule that the cell breaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from sources.contract.units import UNITS
from sources.reader.days import day as day
from sources.reader.headers import plain
from sources.reader.model import CoercionKind, raw_text
from sources.reader.unfit import Read as Read
from sources.reader.unfit import UnfitError as UnfitError

#: Texts that say *not applicable* (domain.md section 0.2).
NOT_APPLICABLE = frozenset({"-", "—", "–", "/", "——", "--", "―", "\\", "不适用"})

#: Texts that repeat the cell above, in NFKC.
DITTO = frozenset({"同上", "同上行", "〃", '"', "″", "′′", "''", "“", "”", "〞"})

_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$")
_WITH_UNIT = re.compile(r"^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([^\d.].{0,9})$")
_YEAR = re.compile(r"^((?:19|2[01])\d\d)年?度?$")


#: A number this large is none that a department means.
_BEYOND = 10**14

_YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "true", "有", "已", "1", "t"})
_NO = frozenset({"否", "×", "✗", "x", "n", "no", "false", "无", "未", "0", "没有", "f"})


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
    if not exact.is_finite():
        raise UnfitError("B06")
    if value != exact:
        kind = kind or CoercionKind.PRECISION
    if abs(value) >= _BEYOND:
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
    unit = UNITS.get(match[2].removesuffix("人民币")) if match else None
    if match and unit and base and unit.base == base:
        return Decimal(match[1]), unit.factor
    raise UnfitError("B06")


def bare_number(raw: Any) -> float | None:
    """Return a number, or a text that is nothing but one, as a float for guessing; None for everything else."""
    if isinstance(raw, float):
        return raw
    compact = plain(raw).replace(",", "") if isinstance(raw, str) else ""
    return float(compact) if _NUMBER.match(compact) else None


def integer(raw: Any, base: str | None = None) -> Read:
    """Return an int; ``base`` is the unit that the cell may name behind it (3家). Raises ``UnfitError`` B06 for anything with a fraction or that is no number."""
    if raw.__class__ is float and raw.is_integer() and abs(raw) < _BEYOND:
        return int(raw), None
    value, kind = number(raw, Decimal(1), Decimal("0.0001"), base)
    if not isinstance(value, Decimal) or value != value.to_integral_value():
        raise UnfitError("B06")
    return int(value), None if kind is CoercionKind.PRECISION else kind


def ratio(raw: Any, percent: bool) -> Read:
    """Return a fraction. ``percent``: the column counts in percent, so that 56.3 is 0.563.

    A text with a percent sign says so itself. Raises ``UnfitError`` B06.
    """
    quantum = Decimal("0.000001")
    if isinstance(raw, str) and plain(raw).endswith(("%", "‰")):
        factor = UNITS[plain(raw)[-1]].factor
        value, _ = number(plain(raw)[:-1], factor, quantum, None)
        return value, CoercionKind.TEXT_NUMBER
    factor = Decimal("0.01") if percent else Decimal(1)
    return number(raw, factor, quantum, None)


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
        stripped = raw.strip()
        return stripped or None, None
    return raw_text(raw), CoercionKind.NORMALISED


def code(raw: Any, normalise: Callable[[str], str] = plain) -> Read:
    """Return a code: without blanks, in narrow characters; numbers as their digits."""
    shown = raw_text(raw)
    value = normalise(shown)
    return value or None, None if value == raw else CoercionKind.NORMALISED
