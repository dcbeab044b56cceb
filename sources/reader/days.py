"""One cell to one day: every spelling of a date that departments use (domain.md section 0.3)."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import Any

from sources.reader.headers import plain
from sources.reader.model import CoercionKind, raw_text
from sources.reader.unfit import Read, UnfitError

_YEAR_PART = r"^((?:19|20)\d\d)"
_PARTS = r"(份|初|底前|末前|底|末|前|上旬|中旬|下旬)?$"
_DAY = re.compile(
    _YEAR_PART + r"(?:[年.\-/、])(\d{1,2})(?:[月.\-/、])(\d{1,2})[日号]?(?:[T\s]*\d{1,2}:\d\d(?::\d\d)?)?$"
)
_COMPACT_DAY = re.compile(_YEAR_PART + r"(0[1-9]|1[0-2])(\d\d)$")
_COMPACT_MONTH = re.compile(_YEAR_PART + r"(0[1-9]|1[0-2])$")
_MONTH = re.compile(_YEAR_PART + r"[年.\-/](\d{1,2})月?" + _PARTS)
_SHORT_YEAR = re.compile(r"^(\d\d)(年\d{1,2}月.*)$")
_BARE_MONTH = re.compile(r"^(\d{1,2})月" + _PARTS)
_BARE_DAY = re.compile(r"^(\d{1,2})月(\d{1,2})[日号]$")
_YEAR_END = re.compile(r"^((?:19|20)\d\d)?年(底|末|底前|末前|内|初)$")
_QUARTER_END = re.compile(r"^((?:19|20)\d\d)?年?第?([一二三四1-4])季度(末|底|前)?$")
_HALF_END = re.compile(r"^((?:19|20)\d\d)?年?([上下])半年(末|底|前)?$")
_CHINESE_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}(?=年)")
_CHINESE_COUNT = re.compile(r"([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])")
_DIGITS = "〇一二三四五六七八九"
_EPOCH = date(1899, 12, 30)
#: Days between the epochs 1900 and 1904 of serial dates.
_TO_1904 = 1462


def day(raw: Any, year: int | None, end: bool, epoch_1904: bool = False) -> Read:
    """Return a date. A month alone means its first day, or its last when ``end``; 年底 and 3月 need the period's ``year``.

    Serial numbers count from 1900, or from 1904 where the workbook says so. Raises ``UnfitError`` B56 when the cell
    names no day.
    """
    if isinstance(raw, datetime):
        return raw.date(), None
    if isinstance(raw, date):
        return raw, None
    if isinstance(raw, float):
        serial = raw + _TO_1904 if epoch_1904 else raw
        if raw.is_integer() and 20000 <= serial <= 80000:
            return _EPOCH + timedelta(days=int(serial)), CoercionKind.SERIAL_DATE
        raw = raw_text(raw)
    if not isinstance(raw, str):
        raise UnfitError("B56")
    found = _typed_day(raw, year, end)
    if found is None:
        raise UnfitError("B56")
    iso = found.isoformat() == raw.strip()
    return found, None if iso else CoercionKind.TEXT_DATE


def _typed_day(raw: str, year: int | None, end: bool) -> date | None:
    compact = _arabic(plain(raw))
    spaced = unicodedata.normalize("NFKC", raw).strip()
    if short := _SHORT_YEAR.match(compact):
        compact = spaced = f"20{short[1]}{short[2]}"
    match = _DAY.match(spaced) or _DAY.match(compact) or _COMPACT_DAY.match(compact)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
        if (match := _BARE_DAY.match(compact)) and year:
            return date(year, int(match[1]), int(match[2]))
        return _of_month(compact, year, end) or _part_of_year(compact, year, end)
    except ValueError:
        return None


def _arabic(compact: str) -> str:
    """Return a date with its Chinese numerals as digits: 二〇二一年三月十五日 → 2021年3月15日."""
    if "月" not in compact and "年" not in compact:
        return compact
    digits = _CHINESE_YEAR.sub(lambda found: "".join(str(_DIGITS.index(_zero(c))) for c in found[0]), compact)
    return _CHINESE_COUNT.sub(lambda found: str(_counted(found[0])), digits)


def _zero(character: str) -> str:
    return "〇" if character in "零○" else character


def _counted(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens or "一") * 10 if ten else 0) + (_DIGITS.index(ones) if ones else 0)


def _of_month(compact: str, year: int | None, end: bool) -> date | None:
    """Return the day that a month, or a part of one, stands for."""
    if match := (_MONTH.match(compact) or _COMPACT_MONTH.match(compact)):
        known, month, part = int(match[1]), int(match[2]), match[3] if match.re is _MONTH else None
    elif (match := _BARE_MONTH.match(compact)) and year:
        known, month, part = year, int(match[1]), match[2]
    else:
        return None
    last = calendar.monthrange(known, month)[1]
    if part in ("上旬", "中旬", "下旬"):
        first = {"上旬": 1, "中旬": 11, "下旬": 21}[part]
        return date(known, month, (last if part == "下旬" else first + 9) if end else first)
    ends = part in ("底", "末", "底前", "末前", "前") or (end and part in (None, "份"))
    return date(known, month, last if ends else 1)


def _part_of_year(compact: str, year: int | None, end: bool) -> date | None:
    if (match := _YEAR_END.match(compact)) and (match[1] or year):
        known = int(match[1] or year or 0)
        return date(known, 1, 1) if match[2] == "初" else date(known, 12, 31)
    if (match := _HALF_END.match(compact)) and (match[1] or year):
        known = int(match[1] or year or 0)
        return date(known, 6, 30) if match[2] == "上" else date(known, 12, 31)
    if (match := _QUARTER_END.match(compact)) and (match[1] or year):
        month = 3 * ("一二三四1234".index(match[2]) % 4 + 1)
        known = int(match[1] or year or 0)
        return date(known, month, calendar.monthrange(known, month)[1])
    return None
