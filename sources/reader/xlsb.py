"""What the fast reader does not say about an .xlsb: the records of [MS-XLSB] about rows, columns, errors, formats, comments."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence

from sources.reader.display import PERCENT_BUILTIN, differs, is_percent
from sources.reader.facts import Look, SheetFacts, hidden_columns, note_looks, struck_runs
from sources.reader.placed import a1

_ROW, _COLUMNS, _MERGE = 0, 60, 176
#: Cells that begin with column and style: 3 and 11 hold an error, 7 the number of a shared string, 62 a rich text.
_CELL_ERROR, _CELL_SHARED, _FORMULA_ERROR, _CELL_RICH = 3, 7, 11, 62
_FORMULA_TEXT, _FORMULA_NUMBER = 8, 9
_NO_RESULT = "=（公式）"
_CELLS = frozenset(range(1, 12)) | {_CELL_RICH}
_SHARED = 19
_SHEET, _BOOK_PROPERTIES = 156, 153
_FONT, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 43, 44, 47, 617, 618
_COMMENT, _COMMENT_TEXT = 635, 637
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Record = tuple[int, bytes]


def records(part: bytes) -> Iterator[Record]:
    """Yield kind and body of each record; a damaged end ends them."""
    at = 0
    while at < len(part):
        kind, at = _varying(part, at, 2)
        length, at = _varying(part, at, 4)
        if at + length > len(part):
            return
        yield kind, part[at : at + length]
        at += length


def _varying(part: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of 7 bits per byte and the place behind it."""
    number = 0
    for step in range(most):
        if at >= len(part):
            return number, at
        byte = part[at]
        at += 1
        number |= (byte & 0x7F) << (7 * step)
        if not byte & 0x80:
            break
    return number, at


def sheets_in(workbook: bytes) -> list[tuple[str, str]]:
    """Return the sheets of a workbook part: name and relation."""
    found = []
    for kind, body in records(workbook):
        if kind == _SHEET and len(body) > 12:
            relation, at = _text(body, 8)
            found.append((_text(body, at)[0], relation))
    return found


def epoch_1904_in(workbook: bytes) -> bool:
    """Say whether serial dates count from 1904."""
    return any(kind == _BOOK_PROPERTIES and bool(body[:1]) and bool(body[0] & 1) for kind, body in records(workbook))


def struck_fonts_in(styles: bytes) -> list[bool]:
    """Return for each font whether it strikes its text through."""
    return [bool(body[2] & 0x08) for kind, body in records(styles) if kind == _FONT and len(body) >= 4]


def looks_in(styles: bytes) -> dict[int, Look]:
    """Return the telling cell styles by their number."""
    fonts = struck_fonts_in(styles)
    codes: dict[int, str] = {}
    found: dict[int, Look] = {}
    number = -1
    for kind, body in records(styles):
        if kind == _FORMAT and len(body) > 6:
            codes[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            number = 0 if kind == _STYLES_BEGIN else -1
        elif kind == _STYLE and number >= 0 and len(body) >= 6:
            if (look := _look(body, fonts, codes)).tells:
                found[number] = look
            number += 1
    return found


def _look(body: bytes, fonts: list[bool], codes: Mapping[int, str]) -> Look:
    form, font = struct.unpack_from("<HH", body, 2)
    code = codes.get(form, "")
    percent = form in PERCENT_BUILTIN or is_percent(code)
    return Look(percent, font < len(fonts) and fonts[font], code if differs(code) else "")


def struck_strings_in(shared: bytes, fonts: Sequence[bool]) -> dict[int, str]:
    """Return the shared strings with struck-through runs: number → the struck text."""
    if not any(fonts):
        return {}
    items = (body for kind, body in records(shared) if kind == _SHARED)
    return {number: struck for number, body in enumerate(items) if (struck := _struck(body, 0, fonts))}


def _struck(body: bytes, at: int, fonts: Sequence[bool]) -> str:
    """Return the struck-through runs of a rich string; a run begins at a character and takes a font."""
    if at >= len(body) or not body[at] & 1:
        return ""
    text, at = _text(body, at + 1)
    if at + 4 > len(body):
        return ""
    count = min(struct.unpack_from("<I", body, at)[0], (len(body) - at - 4) // 4)
    return struck_runs(text, [struct.unpack_from("<HH", body, at + 4 + 4 * number) for number in range(count)], fonts)


def facts_in(
    sheet: bytes, looks: Mapping[int, Look], struck: Mapping[int, str], fonts: Sequence[bool] = ()
) -> SheetFacts:
    """Return the oddities of a sheet part; ``looks``, ``struck`` and ``fonts`` as above."""
    facts = SheetFacts()
    styled: list[tuple[str, Look]] = []
    row = 0
    for kind, body in records(sheet):
        if kind in _CELLS and len(body) >= 8:
            column, style = struct.unpack_from("<II", body)
            if look := looks.get(style & 0xFFFFFF):
                styled.append((a1(row, column + 1), look))
            _note_cell(facts, kind, body, (row, column + 1), struck, fonts)
        elif kind == _ROW and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0] + 1
            if body[11] & 0x10:
                facts.hidden.append(f"第{row}行")
        elif kind == _COLUMNS and len(body) >= 18 and body[16] & 1:
            first, last = struct.unpack_from("<II", body)
            facts.hidden.extend(hidden_columns(first + 1, min(last, 16383) + 1))
    note_looks(facts, styled)
    return facts


def _note_cell(
    facts: SheetFacts, kind: int, body: bytes, place: tuple[int, int], struck: Mapping[int, str], fonts: Sequence[bool]
) -> None:
    """Write down what the value of a cell tells: an error, struck-through words."""
    if kind in (_CELL_ERROR, _FORMULA_ERROR) and len(body) > 8:
        facts.errors[a1(*place)] = _ERRORS.get(body[8], "#")
    elif kind == _CELL_SHARED and struck and len(body) >= 12:
        if words := struck.get(struct.unpack_from("<I", body, 8)[0]):
            facts.struck[a1(*place)] = words
    elif kind in (_FORMULA_TEXT, _FORMULA_NUMBER) and _is_uncached(kind, body):
        facts.uncached[a1(*place)] = _NO_RESULT
    elif kind == _CELL_RICH and (words := _struck(body, 8, fonts)):
        facts.struck[a1(*place)] = words


def _is_uncached(kind: int, body: bytes) -> bool:
    """Say whether a formula has no result: zero or an empty text, marked to be calculated on load (GrbitFmla, bit 1)."""
    size = 8 if kind == _FORMULA_NUMBER else 4
    return len(body) >= 10 + size and body[8 : 8 + size] == bytes(size) and bool(body[8 + size] & 2)


def merges_in(sheet: bytes) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges as first row, first column, last row, last column, from 1."""
    found = []
    for kind, body in records(sheet):
        if kind == _MERGE and len(body) >= 16:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            found.append((top + 1, left + 1, bottom + 1, right + 1))
    return found


def comments_in(part: bytes) -> dict[str, str]:
    """Return cell → text of the comments of a part."""
    found: dict[str, str] = {}
    cell = ""
    for kind, body in records(part):
        if kind == _COMMENT and len(body) >= 20:
            row, _, column, _ = struct.unpack_from("<IIII", body, 4)
            cell = a1(row + 1, column + 1)
        elif kind == _COMMENT_TEXT and cell and (text := _text(body, 1)[0].strip()):
            found[cell] = text
    return found


def _text(body: bytes, at: int) -> tuple[str, int]:
    """Return a counted UTF-16 string and the place behind it; "" where the count is wrong or says that there is none."""
    if at + 4 > len(body):
        return "", len(body)
    count = struct.unpack_from("<I", body, at)[0]
    if count == 0xFFFFFFFF or at + 4 + 2 * count > len(body):
        return "", at + 4
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16-le", "replace"), end
