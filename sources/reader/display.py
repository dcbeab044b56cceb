"""What a number format makes of a number where the two differ: 42 shown as 000042, 12000 shown as 1.2."""

from __future__ import annotations

import re
from decimal import Decimal

from sources.contract.units import UNITS

#: Built-in number formats 9 (0%) and 10 (0.00%), ECMA-376 part 1, 18.8.30.
PERCENT_BUILTIN = frozenset({9, 10})

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|!(.)')
_DROPPED = re.compile(r"\[[^\]]*\]|_.|\*.")
_PADDED = re.compile(r"^([^0#?.,]*)(0{2,})([^0#?.,]*)$")
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
#: The Chinese way to show 万: 0!.0, or 0\.0000 writes the point as a letter.
_TEN_THOUSANDS = re.compile(r'^[#,0]*0(?:!\.|\\\.|"\.")(0+)(,*)')
_TEXTUAL = re.compile(r"^([^0#?.,]*)(?:[0#?][0#?,]*(?:\.[0#?]+)?|General|G/通用格式)([^0#?.,]*)$")
_DATE = re.compile(r"[ymdhs年月日时分秒]", re.IGNORECASE)


def is_percent(code: str) -> bool:
    """Say whether a format shows a fraction as a percentage."""
    return "%" in _QUOTED.sub("", code)


def differs(code: str) -> bool:
    """Say whether a format shows other digits than the number has, hides it, or writes words beside it."""
    first = _positive(code)
    if not code or code in ("General", "@") or is_percent(code):
        return False
    if not first:
        return ";" in code
    if _TEN_THOUSANDS.match(first):
        return True
    bare = _QUOTED.sub("", _DROPPED.sub("", first))
    if _DATE.search(bare.replace("General", "").replace("G/通用格式", "")):
        return False
    return bool(_PADDED.match(bare) or _SCALED.search(bare) or (_words(first) and _TEXTUAL.match(bare)))


def _positive(code: str) -> str:
    """Return the section of a format that positive numbers take."""
    return code.split(";")[0].strip()


def _words(section: str) -> str:
    """Return the letters, digits and units that a format writes beside the number."""
    quoted = "".join(part for match in _QUOTED.finditer(section) for part in match.groups() if part)
    bare = re.sub(r"General|G/通用格式|[-0#?.,()\s+$￥¥]", "", _QUOTED.sub("", _DROPPED.sub("", section)))
    return re.sub(r"[\s()（）\-￥¥$.+,]", "", quoted + bare)


def shown_code(code: str, value: float) -> str | None:
    """Return the text that a format with leading zeros or words shows for a whole number, None for other formats."""
    section = _DROPPED.sub("", _positive(code))
    if not float(value).is_integer() or value < 0:
        return None
    texts = [part for match in _QUOTED.finditer(section) for part in match.groups() if part]
    marked = _QUOTED.sub("\x00", section)
    digits = re.search(r"[0#]+|General|G/通用格式", marked)
    if digits is None or "." in marked or "," in marked:
        return None
    shown = str(int(value)).zfill(digits[0].count("0"))
    text = marked[: digits.start()] + shown + marked[digits.end() :]
    for part in texts:
        text = text.replace("\x00", part, 1)
    return text.strip()


def scale_of(code: str) -> Decimal:
    """Return what a format divides a number by before it is shown: 1000 for every comma behind the digits."""
    section = _positive(code)
    if match := _TEN_THOUSANDS.match(section):
        return Decimal(10) ** (3 * len(match[2]) + len(match[1]))
    match = _SCALED.search(_QUOTED.sub("", _DROPPED.sub("", section)))
    return Decimal(1000) ** len(match[1]) if match else Decimal(1)


def unit_of_format(code: str) -> str | None:
    """Return the unit that a format writes behind the number (0.00"亿元"), None when it writes none."""
    words = _words(_positive(code))
    return words if words in UNITS else None


def hides(code: str) -> bool:
    """Say whether a format shows nothing at all (;;;)."""
    return not _positive(code) and ";" in code
