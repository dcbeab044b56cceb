"""The numbers of a Chinese sentence with their units; years, dates, document numbers and ranks are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sources.contract.units import UNITS

#: Things that are counted one by one: 41个项目 and 41项项目 say the same.
_COUNTED = frozenset({"个", "家", "项", "户", "件", "条", "宗"})
_ALSO = ("批次", "家次", "人次", "期", "条")
_SPELLED = sorted({*UNITS, *_ALSO} - {"年", "月", "t", "度", "张", "层", "位", "平方"}, key=len, reverse=True)
_UNIT = "|".join(map(re.escape, _SPELLED))
_NUMBER = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>{_UNIT})?"
    rf"|(?P<word>[二两三四五六七八九十百]+)(?P<of>{_UNIT})"
)
#: What looks like a number and names something: blotted out before numbers are looked for.
_NAMES = re.compile(
    r"〔\d{4}〕\D?\d*号?|\d{8}T\d{6}|\d{4}年?[—–~至-]\d{4}年?|\d{4}-\d{1,2}(?:-\d{1,2}|-H[12])?|\d{4}年度?"
    r"|\d{1,2}[—–~至-]\d{1,2}月份?|\d{1,2}月份?(?:\d{1,2}日)?|\d{1,2}日|第[\d一二三四五六七八九十百]+|[A-Za-z]+\d+[A-Za-z]?|^\d+[．.、]"
    r"|[二三四五六七八九十]+(?:、|是|）)|（[一二三四五六七八九十]+）"
)
_DIGITS = {letter: value for value, letter in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(frozen=True)
class Number:
    """A number of a text: where it stands, as written, its value, decimals and unit (empty: none was written)."""

    start: int
    end: int
    written: str
    value: Decimal
    decimals: int
    unit: str

    @property
    def base(self) -> str:
        """The unit that it is compared in."""
        return base_of(self.unit)

    @property
    def in_base(self) -> Decimal:
        """The value in that unit; percentages are fractions."""
        return self.value * factor_of(self.unit)

    @property
    def half_a_place(self) -> Decimal:
        """How far a value may lie from a number rounded to these decimals, in the base unit."""
        return Decimal(5) * Decimal(10) ** (-self.decimals - 1) * factor_of(self.unit)


def base_of(unit: str) -> str:
    """Return the unit that amounts of a unit are compared in; everything that is counted is one."""
    if unit in _COUNTED:
        return "个"
    return UNITS[unit].base if unit in UNITS else unit


def factor_of(unit: str) -> Decimal:
    """Return what an amount of a unit is multiplied by to be in that unit."""
    return UNITS[unit].factor if unit in UNITS else Decimal(1)


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in the order of reading."""
    blotted = _NAMES.sub(lambda found: "\0" * len(found[0]), text)
    for found in _NUMBER.finditer(blotted):
        digits, unit = found["digits"], found["unit"] or found["of"] or ""
        value = Decimal(digits.replace(",", "")) if digits else Decimal(_spelled(found["word"]))
        decimals = len(digits.partition(".")[2]) if digits else 0
        yield Number(found.start(), found.end(), text[found.start() : found.end()], value, decimals, unit)


def _spelled(word: str) -> int:
    """Return the value of a number in Chinese words below a thousand."""
    total, digit = 0, 0
    for letter in word:
        if letter in ("十", "百"):
            total, digit = total + (digit or 1) * (10 if letter == "十" else 100), 0
        else:
            digit = _DIGITS[letter]
    return total + digit
