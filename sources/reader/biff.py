"""What the fast reader does not say about an .xls: the records of [MS-XLS] about rows, errors, notes, fonts, formats."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sources.reader.biff_strings import struck_in_label, struck_strings
from sources.reader.compound import Compound, DamagedError
from sources.reader.display import PERCENT_BUILTIN, differs, is_percent
from sources.reader.facts import Look, SheetFacts, hidden_columns, note_looks
from sources.reader.placed import a1

_BOF, _EOF, _SHEET, _DATES, _FONT, _FORMAT, _XF = 0x0809, 0x0A, 0x85, 0x22, 0x31, 0x041E, 0xE0
_ROW, _COLUMNS, _ERROR, _FORMULA, _NOTE, _OBJECT, _TEXT, _CONTINUE = 0x208, 0x7D, 0x205, 0x06, 0x1C, 0x5D, 0x1B6, 0x3C
_RK_ROW, _SHARED_CELL, _SHARED, _RICH_CELL = 0xBD, 0xFD, 0xFC, 0xD6
#: Records of one cell that begin with row, column, style: NUMBER, RK, LABELSST, LABEL, RSTRING of BIFF5, FORMULA.
_CELLS = frozenset({0x203, 0x27E, _SHARED_CELL, 0x204, _RICH_CELL, _FORMULA})
#: The result of a formula that is an empty text; programs that never calculate write it as well.
_BLANK_RESULT = b"\x03\x00\x00\x00\x00\x00\xff\xff"
_NO_RESULT = "=（公式）"
_CODE_PAGE, _STRING = 0x42, 0x207
#: Code pages whose characters have one or two bytes.
_ENCODINGS = {936: "gb18030", 950: "big5", 932: "cp932", 949: "cp949"}
_LABELS = frozenset({0x204, _RICH_CELL})
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Record = tuple[int, bytes]


@dataclass
class XlsFacts:
    """Facts of an .xls: by sheet name, and about the book. ``damaged`` says that the records could not all be read.

    ``texts`` are the texts of BIFF5 in a code page of several bytes per character, by sheet name and (row, column) from
    1: the fast reader takes each byte for a character.
    """

    sheets: dict[str, SheetFacts] = field(default_factory=dict)
    texts: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    epoch_1904: bool = False
    macros: bool = False
    damaged: bool = False


def facts_of_xls(data: bytes) -> XlsFacts:
    """Return the oddities of an .xls. Damage is no error here: the reader of values decides what can be read."""
    found = XlsFacts()
    try:
        streams = Compound(data)
        found.macros = "_VBA_PROJECT_CUR" in streams
        stream = streams.stream("Workbook") or streams.stream("Book")
        _Book(stream, found).read()
    except (DamagedError, struct.error, IndexError, ValueError):
        found.damaged = True
    return found


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """Yield the records from a place to the end of the substream."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return


class _Book:
    """The workbook stream: globals first, then one substream per sheet."""

    def __init__(self, stream: bytes, found: XlsFacts) -> None:
        self._stream = stream
        self._found = found
        self._biff8 = True
        self._calculates = True
        self._encoding: str | None = None
        self._shared: list[bytes] = []
        self._in_shared = False
        self._fonts: list[bool] = []
        self._codes: dict[int, str] = {}
        self._styles: list[tuple[int, int]] = []
        self._sheets: list[tuple[str, int]] = []

    def read(self) -> None:
        """Read the globals and every worksheet."""
        for kind, body in _records(self._stream, 0):
            self._take(kind, body)
            self._in_shared = kind == _SHARED or (kind == _CONTINUE and self._in_shared)
            if self._in_shared:
                self._shared.append(body)
        looks = self._looks()
        struck = struck_strings(self._shared, self._fonts)
        for name, at in self._sheets:
            sheet = _Sheet(looks, struck, self._fonts, calculates=self._calculates)
            self._found.sheets[name] = sheet.read(_records(self._stream, at))
            if not self._biff8 and self._encoding:
                self._found.texts[name] = {
                    place: text.decode(self._encoding, "replace") for place, text in sheet.texts.items()
                }

    def _take(self, kind: int, body: bytes) -> None:
        if kind == _BOF:
            self._biff8 = body[:2] == b"\x00\x06"
            self._calculates = not self._biff8 or body[8:12] != bytes(4)  # Excel always writes its history there
        elif kind == _CODE_PAGE and len(body) >= 2:
            self._encoding = _ENCODINGS.get(struct.unpack_from("<H", body)[0])
        elif kind == _DATES:
            self._found.epoch_1904 = body[:1] == b"\x01"
        elif kind == _FONT:
            self._fonts.append(bool(body[2] & 0x08))
        elif kind == _FORMAT:
            code = _text(body[2:], wide=True) if self._biff8 else self._narrow(body[2:])
            self._codes[struct.unpack_from("<H", body)[0]] = code
        elif kind == _XF:
            self._styles.append(struct.unpack_from("<HH", body))
        elif kind == _SHEET and body[5:6] == b"\x00":
            name = _text(body[6:], wide=False) if self._biff8 else self._narrow(body[6:])
            self._sheets.append((name, struct.unpack_from("<I", body)[0]))

    def _narrow(self, body: bytes) -> str:
        """Return a string of BIFF5: a count of one byte, then characters of the code page."""
        return body[1 : 1 + body[0]].decode(self._encoding or "gb18030", "replace")

    def _looks(self) -> dict[int, Look]:
        found = {}
        for number, (font, form) in enumerate(self._styles):
            position = font - (font > 4)  # font 4 does not exist
            code = self._codes.get(form, "")
            percent = form in PERCENT_BUILTIN or is_percent(code)
            struck = position < len(self._fonts) and self._fonts[position]
            look = Look(percent, struck, code if differs(code) else "")
            if look.tells:
                found[number] = look
        return found


def _text(body: bytes, *, wide: bool) -> str:
    """Return a string of BIFF8: a count of one byte, or two when ``wide``, a flag, then narrow or UTF-16 characters."""
    count = struct.unpack_from("<H", body)[0] if wide else body[0]
    flag, start = body[1 + wide], 2 + wide
    if flag & 1:
        return body[start : start + 2 * count].decode("utf-16-le", "replace")
    return body[start : start + count].decode("latin-1")


def _counted(body: bytes, at: int) -> bytes:
    """Return the bytes of a text behind its count of two bytes."""
    return body[at + 2 : at + 2 + struct.unpack_from("<H", body, at)[0]]


class _Sheet:
    """The records of one worksheet."""

    def __init__(self, looks: dict[int, Look], struck: dict[int, str], fonts: list[bool], *, calculates: bool) -> None:
        self._looks = looks
        self._struck = struck
        self._fonts = fonts
        self._calculates = calculates
        self._facts = SheetFacts()
        self.texts: dict[tuple[int, int], bytes] = {}
        self._formula = (0, 0)
        self._object = -1
        self._awaits_text = False
        self._texts: dict[int, str] = {}
        self._notes: dict[int, str] = {}
        self._styled: list[tuple[str, Look]] = []

    def read(self, records: Iterator[Record]) -> SheetFacts:
        """Return the facts of the sheet."""
        for kind, body in records:
            if kind in _CELLS or kind == _RK_ROW:
                self._cell(kind, body)
            else:
                self._other(kind, body)
        note_looks(self._facts, self._styled)
        self._facts.comments = {
            cell: self._texts[number] for number, cell in self._notes.items() if self._texts.get(number)
        }
        return self._facts

    def _cell(self, kind: int, body: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        if kind == _RK_ROW:
            for offset in range(4, len(body) - 6, 6):
                look = self._looks.get(struct.unpack_from("<H", body, offset)[0])
                if look:
                    self._styled.append((a1(row + 1, column + 1 + (offset - 4) // 6), look))
            return
        if look := self._looks.get(style):
            self._styled.append((a1(row + 1, column + 1), look))
        if kind in _LABELS:
            self.texts[row + 1, column + 1] = _counted(body, 6)
        if kind == _FORMULA:
            self._formula = row + 1, column + 1
            self._result(a1(row + 1, column + 1), body)
        elif words := self._struck_words(kind, body):
            self._facts.struck[a1(row + 1, column + 1)] = words

    def _struck_words(self, kind: int, body: bytes) -> str:
        """Return the struck-through part of a text: shared, or in the cell itself as BIFF5 has it."""
        if kind == _RICH_CELL:
            return struck_in_label(body, self._fonts)
        return (
            self._struck.get(struct.unpack_from("<I", body, 6)[0], "") if kind == _SHARED_CELL and self._struck else ""
        )

    def _result(self, cell: str, body: bytes) -> None:
        """Write down a formula whose result is an error, or that has none.

        Without a result: zero and the mark *calculate on load* (Apache POI), or an empty text from a program that never
        calculates (xlwt).
        """
        result = body[6:14]
        if result[6:] == b"\xff\xff" and result[0] == 2:
            self._facts.errors[cell] = _ERRORS.get(result[2], "#")
        elif (result == bytes(8) and body[14] & 2) or (result == _BLANK_RESULT and not self._calculates):
            self._facts.uncached[cell] = _NO_RESULT

    def _other(self, kind: int, body: bytes) -> None:
        if kind == _ROW and len(body) >= 14 and body[12] & 0x20:
            self._facts.hidden.append(f"第{struct.unpack_from('<H', body)[0] + 1}行")
        elif kind == _COLUMNS and len(body) >= 10 and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            self._facts.hidden.extend(hidden_columns(first + 1, min(last, 255) + 1))
        elif kind == _STRING and len(body) >= 2:
            self.texts[self._formula] = _counted(body, 0)
        elif kind == _ERROR and body[7] == 1:
            row, column = struct.unpack_from("<HH", body)
            self._facts.errors[a1(row + 1, column + 1)] = _ERRORS.get(body[6], "#")
        else:
            self._comment(kind, body)

    def _comment(self, kind: int, body: bytes) -> None:
        """A note names an object; the object's text follows it in a record of its own."""
        if kind == _OBJECT and len(body) >= 8:
            self._object = struct.unpack_from("<H", body, 6)[0]
        elif kind == _TEXT:
            self._awaits_text = True
        elif kind == _CONTINUE and self._awaits_text and body:
            self._awaits_text = False
            text = body[1:].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace")
            self._texts[self._object] = text.replace("\x00", "").strip()
        elif kind == _NOTE and len(body) >= 8:
            row, column, _, number = struct.unpack_from("<HHHH", body)
            self._notes[number] = a1(row + 1, column + 1)
