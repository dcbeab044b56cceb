"""The reporting period that a sheet names: in its title, its header, its own name or the file's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年|[-./]|$|\D)")
_RANGE = re.compile(r"(?:(?P<y>(?:19|20)\d\d)\s*年?)?\s*0?1\s*月?\s*[-–—~～至到]\s*(?P<m>1[0-2]|0?[1-9])\s*月")
_MONTH = re.compile(r"(?:(?P<y>(?:19|20)\d\d)\s*[年./-])\s*(?P<m>1[0-2]|0?[1-9])(?!\d)\s*月?")
_MONTH_ONLY = re.compile(r"(?<![\d年./-])(?P<m>1[0-2]|0?[1-9])\s*月(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?!\d)")
_QUARTER = re.compile(r"(?:(?P<y>(?:19|20)\d\d)\s*年?)?\s*(?:第?(?P<c>[一二三四1-4])季度|Q(?P<q>[1-4]))")
#: The version that a template shows (模板 F01 2026.1) looks like a month.
_TEMPLATE = re.compile(r"模板(版本)?\s*(F\d{2}[a-z]?)?\s*[\d.]+")
_HALF = re.compile(r"(上半月|下半月|H1|H2)")
#: A date on these lines is when somebody filled in or printed the sheet, not what it reports.
_FILLED_ON = re.compile(r"(填报|填表|报送|制表|打印|上报|导出|审核)(时间|日期)|年\s*月\s*日$")


def find_period(kind: str, sources: Iterable[Iterable[str]]) -> str | None:
    """Return the period of a kind that the first telling source names; a missing year is taken from any source.

    ``sources`` are texts in order of trust (title lines, header, sheet name, file name). None when none names one.
    """
    groups = [
        [_TEMPLATE.sub("", unicodedata.normalize("NFKC", text)) for text in group if not _FILLED_ON.search(text)]
        for group in sources
    ]
    year = next((match[1] for group in groups for text in group if (match := _YEAR.search(text + " "))), None)
    for group in groups:
        for text in group:
            found = _in_text(kind, text, year)
            if found:
                return found
    return None


def _in_text(kind: str, text: str, year: str | None) -> str | None:
    if kind == "year":
        match = _YEAR.search(text + " ")
        return match[1] if match else None
    if kind == "quarter":
        match = _QUARTER.search(text)
        known = match and (match["y"] or year)
        if not match or not known:
            return None
        digit = match["q"] or str(" 一二三四".find(match["c"]) if match["c"] in "一二三四" else match["c"])
        return f"{known}-Q{digit}"
    month = _month(text, year)
    if month is None or kind != "half_month":
        return month
    half = _HALF.search(text)
    return f"{month}-{'H1' if half[1] in ('上半月', 'H1') else 'H2'}" if half else None


def _month(text: str, year: str | None) -> str | None:
    for pattern in (_RANGE, _MONTH, _COMPACT, _MONTH_ONLY):
        match = pattern.search(text)
        if match:
            known = match.groupdict().get("y") or year
            if known:
                return f"{known}-{int(match['m']):02d}"
    return None
