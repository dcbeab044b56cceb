"""Rows and cells of an .xlsx that do not say where they stand: each follows the one before it (ECMA-376 part 1, 18.3.1.4)."""

from __future__ import annotations

import re

from openpyxl.utils import column_index_from_string

from sources.reader.placed import a1

#: Bytes in which rows are looked at: a program that leaves their numbers out does so from the first row on.
_LOOKED_AT = 1 << 16
#: A cell that does not begin with a reference at all, or with one near A1: one quick pass over every cell.
_NO_REFERENCE = re.compile(rb"<c(?! r=\"[A-Z]{1,3}\d{1,7}\"|ol|on)")
_NOT_NEAR = re.compile(rb"<c(?! r=\"[A-Z]{1,2}\d{1,4}\"|ol|on)")
_UNPLACED = re.compile(rb"<(?:\w+:)?(?:row|c)(?=[\s/>])(?![^>]*\sr=)")
_TAG = re.compile(rb"<((?:\w+:)?(?:row|c))(\s[^>]*?)?(/?)>")
_PLACE = re.compile(rb"\sr=[\"']([A-Z]{0,3})(\d{1,7})[\"']")


def with_references(xml: bytes) -> tuple[bytes, bool]:
    """Return the markup of a sheet with a reference on every row and cell, and whether all are surely near A1.

    Near is up to column ZZ and row 9,999. Sheets that have their references come back as they are.
    """
    if _UNPLACED.search(xml, 0, _LOOKED_AT):
        return _TAG.sub(_Counter().placed, xml), False
    if b"<sheetData" not in xml[:_LOOKED_AT] or b':c r="' in xml:  # names with prefixes
        return (_TAG.sub(_Counter().placed, xml) if _UNPLACED.search(xml) else xml), False
    far = _NOT_NEAR.search(xml)
    if far is None:
        return xml, True
    odd = _NO_REFERENCE.search(xml, far.start())
    return (_TAG.sub(_Counter().placed, xml) if odd and _UNPLACED.search(xml, odd.start()) else xml), False


class _Counter:
    """Where the next row and cell stand."""

    def __init__(self) -> None:
        self._row = self._column = 0

    def placed(self, tag: re.Match[bytes]) -> bytes:
        """Return a start tag with its reference."""
        place = _PLACE.search(tag[2] or b"")
        if tag[1].endswith(b"row"):
            self._row = int(place[2]) if place else self._row + 1
            self._column = 0
            reference = str(self._row)
        else:
            self._column = column_index_from_string(place[1].decode()) if place and place[1] else self._column + 1
            reference = a1(self._row, self._column)
        if place:
            return tag[0]
        return b'<%s r="%s"%s%s>' % (tag[1], reference.encode(), tag[2] or b"", tag[3])
