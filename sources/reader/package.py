"""What the fast reader does not say about an .xlsx: hidden rows and columns, error cells, formulas without a result,
percent formats, custom properties. Read from the package's XML by pattern, only as far as needed."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property

_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\bhidden="(?:1|true)"[^>]*>')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\s[^>]*?\bhidden="(?:1|true)"[^>]*>')
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_STYLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]+)(\d+)"[^>]*?\bs="(\d+)"')
_PROPERTY = re.compile(r'<property[^>]*name="([^"]+)"[^>]*>\s*<vt:\w+>([^<]*)</vt:\w+>')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f[^>]*>([^<]*)</")
_FORMAT = re.compile(r'<(?:\w+:)?numFmt\s[^>]*numFmtId="(\d+)"[^>]*formatCode="([^"]*)"')
_CELL_STYLES = re.compile(r"<(?:\w+:)?cellXfs[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r'<(?:\w+:)?xf\s[^>]*?numFmtId="(\d+)"')

#: Built-in number formats 9 (0%) and 10 (0.00%), ECMA-376 part 1, 18.8.30.
_PERCENT_BUILTIN = {9, 10}


@dataclass
class SheetFacts:
    """Oddities of one sheet, by cell; empty for dialects other than .xlsx."""

    hidden: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    uncached: dict[str, str] = field(default_factory=dict)
    xml: bytes = b""
    percent_styles: frozenset[int] = frozenset()

    @cached_property
    def percent_cells(self) -> frozenset[str]:
        """Cells whose number format is a percentage: they store 0.563 and show 56.3%."""
        if not self.percent_styles:
            return frozenset()
        return frozenset(
            f"{column.decode()}{row.decode()}"
            for column, row, style in _STYLED.findall(self.xml)
            if int(style) in self.percent_styles
        )


class Package:
    """The zip package of an .xlsx, or nothing for other dialects."""

    def __init__(self, archive: zipfile.ZipFile | None) -> None:
        self._archive = archive

    @classmethod
    def open(cls, data: bytes) -> Package:
        """Open the package; a file that is no zip has no facts, which is no error."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            return cls(archive if "xl/workbook.xml" in archive.namelist() else None)
        except zipfile.BadZipFile:
            return cls(None)

    def _read(self, name: str) -> bytes:
        try:
            return self._archive.read(name) if self._archive else b""
        except (KeyError, zipfile.BadZipFile, RuntimeError):
            return b""

    @cached_property
    def properties(self) -> dict[str, str]:
        """Custom document properties: name → text."""
        return dict(_PROPERTY.findall(self._read("docProps/custom.xml").decode("utf-8", "replace")))

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Sheet name → path of its XML."""
        relations = {}
        for tag in _RELATION.findall(self._read("xl/_rels/workbook.xml.rels")):
            attributes = dict(_ATTRIBUTE.findall(tag))
            target = attributes.get(b"Target", b"").decode()
            relations[attributes.get(b"Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        parts = {}
        for tag in _SHEET.findall(self._read("xl/workbook.xml")):
            attributes = dict(_ATTRIBUTE.findall(tag))
            relation = next((value for name, value in attributes.items() if name.endswith(b":id")), b"")
            parts[_unescape(attributes.get(b"name", b"").decode("utf-8", "replace"))] = relations.get(relation, "")
        return parts

    @cached_property
    def _percent_styles(self) -> frozenset[int]:
        styles = self._read("xl/styles.xml").decode("utf-8", "replace")
        custom = {int(number) for number, code in _FORMAT.findall(styles) if "%" in code}
        formats = _CELL_STYLES.search(styles)
        numbers = _STYLE.findall(formats[1]) if formats else []
        return frozenset(i for i, number in enumerate(numbers) if int(number) in custom | _PERCENT_BUILTIN)

    def facts(self, sheet: str) -> SheetFacts:
        """Return the oddities of a sheet."""
        xml = self._read(self._parts.get(sheet, ""))
        if not xml:
            return SheetFacts()
        facts = SheetFacts(hidden=_hidden(xml), xml=xml, percent_styles=self._percent_styles)
        if b't="e"' in xml or b"<f" in xml:
            _odd_cells(xml, facts)
        return facts


def _hidden(xml: bytes) -> list[str]:
    """Return hidden rows and columns as people say them: 第7行, C列."""
    from openpyxl.utils import get_column_letter

    found = []
    for tag in _HIDDEN_ROW.findall(xml):
        number = dict(_ATTRIBUTE.findall(tag)).get(b"r")
        if number:
            found.append(f"第{number.decode()}行")
    for tag in _HIDDEN_COLUMN.findall(xml):
        attributes = dict(_ATTRIBUTE.findall(tag))
        first, last = int(attributes.get(b"min", b"1")), int(attributes.get(b"max", b"1"))
        found.extend(f"{get_column_letter(number)}列" for number in range(first, min(last, first + 50) + 1))
    return found


def _odd_cells(xml: bytes, facts: SheetFacts) -> None:
    for attributes, content in _CELL.findall(xml):
        known = dict(_ATTRIBUTE.findall(attributes))
        cell = known.get(b"r", b"").decode()
        value = _VALUE.search(content)
        if known.get(b"t") == b"e":
            facts.errors[cell] = value[1].decode() if value else "#"
        elif b"<f" in content and not (value and value[1]) and known.get(b"t") != b"str":
            formula = _FORMULA.search(content)
            facts.uncached[cell] = "=" + _unescape(formula[1].decode("utf-8", "replace") if formula else "")


def _unescape(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
