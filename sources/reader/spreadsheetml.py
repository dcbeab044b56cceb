"""The XML spreadsheet of Excel 2003 (urn:schemas-microsoft-com:office:spreadsheet), often named .xls."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.parsers import expat

from sources.reader.display import differs, is_percent
from sources.reader.facts import Look, hidden_columns, note_looks
from sources.reader.placed import Placed, a1
from sources.reader.refusal import SHEETS, UnreadableError, malicious, too_large

_TALLEST, _WIDEST = 1_048_576, 16_384
_NAMED = {"Percent": "0%"}


def read_spreadsheetml(data: bytes) -> list[Placed]:
    """Return the sheets of the document. Raises ``UnreadableError`` for damage and document types."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding that nobody knows
        raise UnreadableError("XML 表格已损坏或不完整，请用 Excel 或 WPS 打开并修复后另存为 .xlsx 再报送") from error
    if not reading.sheets:
        raise UnreadableError("XML 表格里没有工作表，请用 Excel 或 WPS 另存为 .xlsx 再报送")
    return reading.sheets


def _refuse(*_: Any) -> None:
    raise malicious("文件的 XML 里声明了外部实体或文档类型，正常的工作簿不会有；请用 Excel 或 WPS 另存为新文件再报送")


class _Reading:
    """State of the parser: the sheet, row and column that the next cell belongs to."""

    def __init__(self) -> None:
        self.sheets: list[Placed] = []
        self._row = self._column = 0
        self._across = self._skipped = 0
        self._kind = ""
        self._text: list[str] | None = None
        self._comment: list[str] | None = None
        self._style = ""
        self._styles: dict[str, Look] = {}
        self._named = ""
        self._formula = ""

    def start(self, tag: str, raw: dict[str, str]) -> None:
        """Take up an element."""
        known = {name.rpartition(" ")[2]: value for name, value in raw.items()}
        opens = getattr(self, f"_open_{tag.rpartition(' ')[2].lower()}", None)
        if opens is not None:
            opens(known)

    def end(self, tag: str) -> None:
        """Finish an element."""
        closes = getattr(self, f"_close_{tag.rpartition(' ')[2].lower()}", None)
        if closes is not None:
            closes()

    def text(self, data: str) -> None:
        """Collect the text of a cell or of its comment."""
        if self._comment is not None:
            self._comment.append(data)
        elif self._text is not None:
            self._text.append(data)

    def _open_worksheet(self, known: dict[str, str]) -> None:
        if len(self.sheets) >= SHEETS:
            raise too_large(f"工作表超过{SHEETS}张，请拆成几个工作簿报送")
        self.sheets.append(Placed(known.get("Name", f"Sheet{len(self.sheets) + 1}")))
        self._row = self._column = 0

    def _close_visible(self) -> None:
        if self.sheets and self._text and "".join(self._text).strip() in ("SheetHidden", "SheetVeryHidden"):
            self.sheets[-1].visible = False
        self._text = None

    def _open_visible(self, _: dict[str, str]) -> None:
        self._text = []

    def _open_column(self, known: dict[str, str]) -> None:
        first = _count(known.get("Index"), _WIDEST) or self._column + 1
        last = first + (_count(known.get("Span"), _WIDEST) or 0)
        self._column = last
        if known.get("Hidden") == "1" and self.sheets:
            self.sheets[-1].facts.hidden.extend(hidden_columns(first, last))

    def _open_row(self, known: dict[str, str]) -> None:
        self._row = _count(known.get("Index"), _TALLEST) or self._row + 1
        self._column = self._across = 0
        if known.get("Hidden") == "1" and self.sheets:
            self.sheets[-1].facts.hidden.append(f"第{self._row}行")
        self._skipped = _count(known.get("Span"), _TALLEST) or 0

    def _close_row(self) -> None:
        self._row += self._skipped

    def _open_cell(self, known: dict[str, str]) -> None:
        self._column = _count(known.get("Index"), _WIDEST) or self._column + 1 + self._across
        self._across = _count(known.get("MergeAcross"), _WIDEST) or 0
        self._style, self._formula = known.get("StyleID", ""), known.get("Formula", "")
        self._kind = ""
        if self.sheets:
            self.sheets[-1].merge(self._row, self._column, _count(known.get("MergeDown"), _TALLEST) or 0, self._across)

    def _close_cell(self) -> None:
        if not self.sheets:
            return
        cell = a1(self._row, self._column)
        facts = self.sheets[-1].facts
        if self._formula and not self._kind:
            facts.uncached[cell] = self._formula
        if (look := self._styles.get(self._style)) and self._kind:
            note_looks(facts, [(cell, look)])

    def _open_data(self, known: dict[str, str]) -> None:
        self._kind, self._text = known.get("Type", "String"), []

    def _close_data(self) -> None:
        if not self.sheets or self._text is None:
            return
        text, self._text = "".join(self._text), None
        sheet = self.sheets[-1]
        if self._kind == "Error":
            sheet.facts.errors[a1(self._row, self._column)] = text
        else:
            sheet.put(self._row, self._column, _value(self._kind, text))

    def _open_comment(self, _: dict[str, str]) -> None:
        self._comment = []

    def _close_comment(self) -> None:
        text, self._comment = "".join(self._comment or []).strip(), None
        if text and self.sheets:
            self.sheets[-1].facts.comments[a1(self._row, self._column)] = text

    def _open_style(self, known: dict[str, str]) -> None:
        self._named = known.get("ID", "")
        self._styles[self._named] = Look()

    def _open_numberformat(self, known: dict[str, str]) -> None:
        code = _NAMED.get(known.get("Format", ""), known.get("Format", ""))
        old = self._styles.get(self._named, Look())
        self._styles[self._named] = Look(is_percent(code), old.struck, code if differs(code) else "")

    def _open_font(self, known: dict[str, str]) -> None:
        if known.get("StrikeThrough") == "1" and not self.sheets:
            old = self._styles.get(self._named, Look())
            self._styles[self._named] = Look(old.percent, True, old.code)


def _count(text: str | None, most: int) -> int | None:
    if text is None or not text.strip().isdigit():
        return None
    if len(text) > 8 or int(text) > most:
        raise too_large(f"XML 表格里的行列号{text[:12]}超出工作表的范围，请用 Excel 或 WPS 另存为 .xlsx 再报送")
    return int(text)


def _value(kind: str, text: str) -> Any:
    """Return the value of a typed cell; what does not fit its type stays a text."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            stamp = datetime.fromisoformat(text)
            return stamp if stamp.time().isoformat() != "00:00:00" else stamp.date()
    except ValueError:
        return text
    return text.strip() == "1" if kind == "Boolean" else text
