"""Texts in cells: never a formula, never a character that a workbook cannot hold."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

#: What a spreadsheet may take for the beginning of a formula.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
#: Excel holds 32,767 characters in a cell.
_LONGEST = 32_000
_UNSTORABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: In a workbook's XML ``_x000D_`` stands for a character; a text that looks like it is written with its underscore so.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def storable(text: str, longest: int = _LONGEST) -> str:
    """Return a text as XML holds it: without characters that it or Excel refuse, cut to what a cell holds."""
    clean = _UNSTORABLE.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))
    clean = clean if len(clean) <= longest else f"{clean[:longest]}…"
    return _CODED.sub("_x005F_", clean)


def restore_text(cell: Any, stored: Any) -> None:
    """Give a text cell the text that the file stores, where opening changed it: parts of a formatted text, codes."""
    shown = str(cell._value)
    if isinstance(stored, str) and (_CODED.search(shown) or _lines(shown) != _lines(stored)):
        cell._value = storable(stored)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def put_text(cell: Any, text: str) -> None:
    """Write a text that stays a text: ``=1+1`` shows as typed, also after somebody has edited the cell."""
    cell._value = storable(text)
    cell.data_type = "s"
    keep_as_text(cell)


def keep_as_text(cell: Any) -> None:
    """Give a text cell the mark by which Excel does not read it as a formula when it is edited."""
    if str(cell._value).startswith(RISKY) and not cell.quotePrefix:
        cell.quotePrefix = True
