"""The oddities in the markup of one .xlsx sheet, found by pattern and only where their marks occur at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from openpyxl.utils import column_index_from_string

from sources.reader.facts import Look, SheetFacts, hidden_columns, note_looks
from sources.reader.markup import attributes, struck_in, unescape

_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\bhidden=[\"'](?:1|true)[\"'][^>]*>")
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*?\bhidden=[\"'](?:1|true)[\"'][^>]*>")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s[^>]*?ref=[\"']([^\"']*)[\"']")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_ERROR = re.compile(rb"<(?:\w+:)?c\s([^>]*?\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f[^>]*>([^<]*)</")
#: A cell with a formula and nothing, or an empty value, behind it.
_UNCACHED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*[^/>])>\s*(<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>))\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d+)[\"']")
_COLUMN = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]+)\d+[\"'][^>]*[^/>]>")
#: A reference far from A1: only then are the cells counted one by one.
_FAR = re.compile(rb' r="(?:[A-Z]{3}|[A-Z]{0,2}\d{5})')
_SHARED_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt=[\"']s[\"'][^>]*)>\s*<(?:\w+:)?v>(\d+)</")
_INLINE = re.compile(rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?is>(.*?)</(?:\w+:)?is>", re.DOTALL)


def facts_in(xml: bytes, looks: Mapping[int, Look], struck: Mapping[int, str]) -> SheetFacts:
    """Return the oddities of a sheet. ``looks`` are the telling styles, ``struck`` shared strings with struck runs."""
    facts = SheetFacts()
    dimension = _DIMENSION.search(xml[:4096])
    facts.declared = dimension[1].decode("ascii", "replace") if dimension else None
    usual = b"<sheetData" in xml[:65536] and b"='" not in xml[:4096]  # no prefixes, double quotes
    if b"hidden=" in xml:
        facts.hidden = _hidden(xml)
    if b't="e"' in xml or not usual:
        facts.errors = _errors(xml)
    if (b"<f" in xml and (b"<f>" in xml or b"<f " in xml)) or not usual:
        facts.uncached = _uncached(xml)
    if looks:
        note_looks(facts, _styled(xml, looks))
    _note_struck(facts, xml, struck)
    facts.last_row = _last_row(xml)
    return facts


def _note_struck(facts: SheetFacts, xml: bytes, struck: Mapping[int, str]) -> None:
    """Write down the cells whose text is struck through in part: shared strings, and strings in the cell itself."""
    if struck:
        for tag, number in _SHARED_CELL.findall(xml):
            if int(number) in struck:
                facts.struck.setdefault(attributes(tag).get("r", ""), struck[int(number)])
    if b"strike" in xml:
        for tag, content in _INLINE.findall(xml):
            if text := struck_in(content).strip():
                facts.struck.setdefault(attributes(tag).get("r", ""), text)


def _hidden(xml: bytes) -> list[str]:
    rows = [attributes(tag).get("r") for tag in _HIDDEN_ROW.findall(xml)]
    found = [f"第{row}行" for row in rows if row]
    for tag in _HIDDEN_COLUMN.findall(xml):
        known = attributes(tag)
        found.extend(hidden_columns(_number(known.get("min")), _number(known.get("max"))))
    return found


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 8 else 1


def _errors(xml: bytes) -> dict[str, str]:
    found = {}
    for tag, content in _ERROR.findall(xml):
        value = _VALUE.search(content)
        found[attributes(tag).get("r", "")] = value[1].decode("utf-8", "replace") if value else "#"
    return found


def _uncached(xml: bytes) -> dict[str, str]:
    """A formula whose result is an empty text is cached; one without any result is not."""
    found = {}
    for tag, formula in _UNCACHED.findall(xml):
        known = attributes(tag)
        if known.get("t") != "str":
            text = _FORMULA.search(formula)
            found[known.get("r", "")] = "=" + (unescape(text[1].decode("utf-8", "replace")) if text else "（共享公式）")
    return found


def _styled(xml: bytes, looks: Mapping[int, Look]) -> Iterable[tuple[str, Look]]:
    """Yield the cells that bear a telling style, in one pass, and only for styles that occur."""
    used = [number for number in looks if b's="%d"' % number in xml]
    if not used:
        return
    styles = b"|".join(b"%d" % number for number in used)
    pattern = re.compile(rb'<(?:\w+:)?c\s((?:[^>]*?\s)?s="(?:' + styles + rb')"[^>]*)>')
    for tag in pattern.findall(xml):
        known = attributes(tag)
        style = known.get("s", "")
        if "r" in known and style.isdecimal() and (look := looks.get(int(style))):  # a damaged tag may have two styles
            yield known["r"], look


def _last_row(xml: bytes) -> int:
    """Return the number of the last row that holds a value, 0 when the rows are not numbered."""
    at = max(xml.rfind(b"<v>"), xml.rfind(b"<is>"))
    if at < 0:
        return 0
    row = _ROW.match(xml, max(xml.rfind(b"<row ", 0, at), 0))
    return int(row[1]) if row else 0


def extent(xml: bytes) -> tuple[int, int]:
    """Return rows and columns up to the last cell that holds something; (0, 0) when none lies beyond ZZ or row 9,999."""
    if not _FAR.search(xml) and b"='" not in xml[:4096]:
        return 0, 0
    rows = max((int(row) for row in _ROW.findall(xml) if len(row) < 10), default=xml.count(b"<row"))
    letters = set(_COLUMN.findall(xml))
    columns = max((column_index_from_string(name.decode()) for name in letters if len(name) <= 3), default=1)
    return rows, columns


def merges_in(xml: bytes) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges as first row, first column, last row, last column, from 1."""
    if b"mergeCell" not in xml:
        return []
    return [
        (int(top), column_index_from_string(left.decode()), int(bottom), column_index_from_string(right.decode()))
        for left, top, right, bottom in _MERGE.findall(xml)
        if len(left) <= 3 and len(right) <= 3
    ]
