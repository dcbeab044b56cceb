"""OpenDocument spreadsheets, .ods and flat .fods: values, merges, and what is hidden, commented or struck."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.parsers import expat

from sources.reader.facts import Look, hidden_columns, note_looks
from sources.reader.placed import Placed, a1
from sources.reader.refusal import CELLS, SHEETS, UnreadableError, malicious, too_large

_TALLEST, _WIDEST = 1_048_576, 16_384


def read_open_document(data: bytes) -> list[Placed]:
    """Return the sheets of content.xml or of a flat document. Raises ``UnreadableError``."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding that nobody knows
        raise UnreadableError("ODF 表格已损坏或不完整，请用 WPS 打开并修复后另存为 .xlsx 再报送") from error
    return reading.sheets


def _refuse(*_: Any) -> None:
    raise malicious("文件的 XML 里声明了外部实体或文档类型，正常的工作簿不会有；请用 WPS 另存为 .xlsx 再报送")


@dataclass
class _Cell:
    """One cell element: its attributes and the lines of its text."""

    known: dict[str, str]
    lines: list[list[str]] = field(default_factory=list)

    @property
    def shown(self) -> str:
        return "\n".join("".join(line) for line in self.lines)

    def value(self) -> Any:
        """Return the typed value; what does not fit its type stays the text that the cell shows."""
        kind, known = self.known.get("office:value-type"), self.known
        try:
            if kind in ("float", "percentage", "currency"):
                return float(known["office:value"])
            if kind == "date":
                stamp = datetime.fromisoformat(known["office:date-value"][:19])
                return (
                    stamp
                    if "T" in known["office:date-value"] and stamp.time().isoformat() != "00:00:00"
                    else stamp.date()
                )
        except (KeyError, ValueError):
            return self.shown or None
        if kind == "boolean":
            return known.get("office:boolean-value") == "true"
        return self.shown or known.get("office:string-value") or None


class _Reading:
    """State of the parser. Tables inside of tables (charts) and tracked changes are passed over."""

    def __init__(self) -> None:
        self.sheets: list[Placed] = []
        self._depth = self._row = self._column = self._rows = 0
        self._hidden_row = False
        self._cell: _Cell | None = None
        self._note: list[str] | None = None
        self._noted = False
        self._held: list[tuple[int, _Cell]] = []
        self._style = ""
        self._struck: set[str] = set()
        self._unseen: set[str] = set()

    def start(self, tag: str, known: dict[str, str]) -> None:
        """Take up an element."""
        if tag == "table:table":
            self._depth += 1
            if self._depth == 1:
                self._open_table(known)
        elif tag == "style:style":
            self._style = known.get("style:name", "")
        elif tag == "style:text-properties" and known.get("style:text-line-through-style", "none") != "none":
            self._struck.add(self._style)
        elif tag == "style:table-properties" and known.get("table:display") == "false":
            self._unseen.add(self._style)
        elif self._depth == 1:
            self._inside(tag, known)

    def _inside(self, tag: str, known: dict[str, str]) -> None:
        if tag == "table:table-row":
            self._rows = _count(known.get("table:number-rows-repeated"), _TALLEST)
            self._hidden_row = known.get("table:visibility") in ("collapse", "filter")
            self._row, self._column, self._held = self._row + 1, 0, []
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell = _Cell(known)
        elif tag == "table:table-column":
            self._open_column(known)
        elif tag == "office:annotation":
            self._note, self._noted = [], False
        elif self._note is not None:
            self._noted = self._noted or tag == "text:p"
        elif self._cell is not None:
            self._into_cell(tag, known)

    def _into_cell(self, tag: str, known: dict[str, str]) -> None:
        assert self._cell is not None
        if tag == "text:p":
            self._cell.lines.append([])
        elif tag == "text:s":
            self.text(" " * _count(known.get("text:c"), 1000))
        elif tag in ("text:tab", "text:line-break"):
            self.text("\t" if tag == "text:tab" else "\n")

    def end(self, tag: str) -> None:
        """Finish an element."""
        if tag == "table:table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif tag == "table:table-row":
            self._close_row()
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._close_cell()
        elif tag == "office:annotation":
            self._close_note()

    def text(self, data: str) -> None:
        """Collect the text of a cell or of its comment."""
        if self._note is not None:
            if self._noted:  # before its first paragraph an annotation names its author and time
                self._note.append(data)
        elif self._cell is not None and self._cell.lines:
            self._cell.lines[-1].append(data)

    def _open_table(self, known: dict[str, str]) -> None:
        if len(self.sheets) >= SHEETS:
            raise too_large(f"工作表超过{SHEETS}张，请拆成几个工作簿报送")
        sheet = Placed(known.get("table:name", f"Sheet{len(self.sheets) + 1}"))
        sheet.visible = known.get("table:style-name") not in self._unseen
        self.sheets.append(sheet)
        self._row = self._column = 0
        self._held = []

    def _open_column(self, known: dict[str, str]) -> None:
        repeated = _count(known.get("table:number-columns-repeated"), _WIDEST)
        if known.get("table:visibility") in ("collapse", "filter"):
            self.sheets[-1].facts.hidden.extend(hidden_columns(self._column + 1, self._column + repeated))
        self._column += repeated

    def _close_note(self) -> None:
        text, self._note = " ".join("".join(self._note or []).split()), None
        if text and self._row:
            self.sheets[-1].facts.comments[a1(self._row, self._column + 1)] = text

    def _close_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        repeated = _count(cell.known.get("table:number-columns-repeated"), _WIDEST)
        first = self._column + 1
        self._column += repeated
        down = _count(cell.known.get("table:number-rows-spanned"), _TALLEST) - 1
        across = _count(cell.known.get("table:number-columns-spanned"), _WIDEST) - 1
        self.sheets[-1].merge(self._row, first, down, across)
        if cell.shown or cell.known.get("office:value-type") or cell.known.get("table:formula"):
            self._held.extend((column, cell) for column in range(first, first + repeated))

    def _close_row(self) -> None:
        sheet = self.sheets[-1]
        if self._held and self._rows * len(self._held) > CELLS:
            raise too_large(f"工作表“{sheet.name}”第{self._row}行重复{self._rows:,}次，超过上限；请删除表格之外的内容")
        for row in range(self._row, self._row + (self._rows if self._held else 0)):
            for column, cell in self._held:
                self._place(sheet, row, column, cell)
            if self._hidden_row:
                sheet.facts.hidden.append(f"第{row}行")
        self._row += self._rows - 1

    def _place(self, sheet: Placed, row: int, column: int, cell: _Cell) -> None:
        place, shown = a1(row, column), cell.shown
        kind = cell.known.get("office:value-type")
        if cell.known.get("calcext:value-type") == "error" or (
            shown.startswith("#") and shown.endswith(("!", "?", "/A"))
        ):
            sheet.facts.errors[place] = shown
            return
        if cell.known.get("table:formula") and not kind:
            sheet.facts.uncached[place] = cell.known["table:formula"].removeprefix("of:")
        if kind == "percentage":
            note_looks(sheet.facts, [(place, Look(percent=True))])
        if cell.known.get("table:style-name") in self._struck and shown:
            sheet.facts.struck[place] = ""
        sheet.put(row, column, cell.value())


def _count(text: str | None, most: int) -> int:
    """Return a repetition between 1 and what a sheet has room for."""
    return min(max(int(text), 1), most) if text and text.isdigit() and len(text) < 9 else 1
