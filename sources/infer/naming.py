"""What a proposed form is called and which period it reports, from the lines around its table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from sources.infer.structure import FoundTable
from sources.periods import kind_of
from sources.reader.headers import plain
from sources.reader.period import find_period
from sources.reader.workbook import Sheet

_PERIOD_WORDS = re.compile(
    r"(?:19|20)\d\d\s*年?(?:度)?(?:0?1\s*[-–—~至]\s*)?(?:\d{1,2}\s*月(?:份)?(?:\d{1,2}\s*日)?)?|\d{1,2}\s*月份?|[(（]\s*[)）]"
)
_NO_TITLE = re.compile(r"^(?:附件|附表|表)?\s*[\d一二三四五六七八九十.\-—]*\s*[:：]?$|^(?:数据库|时间|指标)[:：]")
_AROUND = re.compile(r"^[\x00-\x7f]*_(?=[^\x00-\x7f]|\d)|[_-]*\d{4}-\d{2}-\d{2}$")
_SHEET_NUMBER = re.compile(r"^(?:Sheet|工作表|表)?\d*$", re.IGNORECASE)


def guess_period(table: FoundTable, sheet: Sheet, file: str) -> tuple[str, str | None]:
    """Return the kind of period (``event`` when none is named) and the period that title, header or file name."""
    sources = _said(table, sheet, file)
    for kind in ("month", "quarter", "year"):
        found = find_period(kind, sources)
        if found and kind_of(found) == kind:
            return kind, found
    return "event", None


def _said(table: FoundTable, sheet: Sheet, file: str) -> tuple[Iterable[str], ...]:
    headers = [part for column in table.columns for part in column.path]
    return table.title_texts, headers, [sheet.name], [Path(file).stem]


def title_of(table: FoundTable, file: str) -> str:
    """Return the table's title without its period: the longest title line, the sheet's name or the file's."""
    lines = [plain(text) for text in table.title_texts if not _NO_TITLE.match(text.strip()) and len(plain(text)) <= 60]
    named = [table.sheet] if not _SHEET_NUMBER.match(plain(table.sheet)) else []
    for text in [*sorted(lines, key=len, reverse=True)[:1], *named, Path(file).stem]:
        bare = _PERIOD_WORDS.sub("", _file_words(plain(text))).strip("_-—()（）·. ")
        if len(bare) >= 2:
            return bare
    return "未命名的表"


def _file_words(text: str) -> str:
    """Return a name without what programs put around it: latin letters and underscores before, a date behind."""
    return _AROUND.sub("", text) or text
