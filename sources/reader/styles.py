"""Which cell styles of an .xlsx say something about the value: percent formats, struck fonts, telling number formats."""

from __future__ import annotations

import re

from sources.reader.display import PERCENT_BUILTIN, differs, is_percent
from sources.reader.facts import Look
from sources.reader.markup import STRIKE, attributes

_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s[^>]*>")
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b[^>]*>(.*?)</(?:\w+:)?fonts>", re.DOTALL)
_FONT = re.compile(rb"<(?:\w+:)?font\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^>]*>")


def looks_in(styles: bytes) -> dict[int, Look]:
    """Return the telling cell styles by their number; ordinary ones are left out."""
    codes: dict[str, str] = {}
    for tag in _FORMAT.findall(styles):
        known = attributes(tag)
        codes[known.get("numFmtId", "")] = known.get("formatCode", "")
    percent = {number for number, code in codes.items() if is_percent(code)} | {str(n) for n in PERCENT_BUILTIN}
    telling = {number: code for number, code in codes.items() if differs(code)}
    fonts = _FONTS.search(styles)
    struck = {str(n) for n, font in enumerate(_FONT.findall(fonts[1] if fonts else b"")) if STRIKE.search(font)}
    found = {}
    block = _CELL_STYLES.search(styles)
    for number, tag in enumerate(_STYLE.findall(block[1] if block else b"")):
        known = attributes(tag)
        form, font = known.get("numFmtId", ""), known.get("fontId", "")
        look = Look(form in percent, font in struck, telling.get(form, ""))
        if look.tells:
            found[number] = look
    return found
