"""What reading a workbook gives: facts about its sheets, typed columns, and everything that was odd, by cell.

Reading never judges: it says what stands where. ``expectations`` turns problems into findings.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from openpyxl.utils import get_column_letter

#: Typed value of a cell after reading; absent, unreadable and not applicable are all None.
Value: TypeAlias = str | int | bool | Decimal | date | None


class RowKind(StrEnum):
    """What a row that is not data is."""

    TITLE = "title"
    UNIT = "unit"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    NOTE = "note"
    BLANK = "blank"
    REPEATED_HEADER = "repeated_header"
    OTHER_TABLE = "other_table"  # of a form that nobody registered


class CoercionKind(StrEnum):
    """Why a typed value differs from what the cell shows. Every one is kept with the raw text."""

    UNIT = "unit"  # converted from the unit that the header names
    TEXT_NUMBER = "text_number"  # a number typed as text, with commas, full-width digits or its own unit
    TEXT_DATE = "text_date"  # a date typed as text
    SERIAL_DATE = "serial_date"  # a date without a date format
    MERGE_FILL = "merge_fill"  # taken from the first cell of a merged range
    NOT_APPLICABLE = "not_applicable"  # - — /
    SPELLING = "spelling"  # another spelling of a listed value
    NORMALISED = "normalised"  # blanks, widths, case, dashes
    FRACTION = "fraction"  # 0.563 under a percent header, as the whole column is typed
    PRECISION = "precision"  # digits beyond those stored
    DITTO = "ditto"  # 同上, 〃: the value of the row above
    LAYOUT = "layout"  # nothing but its place: it stands in the row of an item, not in the row of its record
    DISPLAYED = "displayed"  # a code taken as its number format shows it: 42 shown as 000042


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the header. ``index`` counts from 1; ``path`` is the header from the top line down."""

    index: int
    path: tuple[str, ...]
    field: str | None = None
    title: str | None = None
    unit: str | None = None
    unit_read: str | None = None

    @property
    def letter(self) -> str:
        """The letter that Excel shows for the column."""
        return get_column_letter(self.index)


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A row of the sheet that is not data, with its number as Excel shows it."""

    row: int
    kind: RowKind


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that could not become a value, or may not hold it; ``rule`` is the code of the register."""

    rule: str
    field: str
    row: int
    cell: str
    raw: str
    shown: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hazard:
    """Something that spreadsheets do silently, with its cells; the value itself stands as it was read.

    ``cell`` is the first of the cells, ``row`` and ``field`` are None for what is about the sheet or the file. ``grave``
    asks for an explanation where the rule by itself only tells.
    """

    rule: str
    cell: str | None = None
    row: int | None = None
    field: str | None = None
    raw: str | None = None
    shown: dict[str, str] = dataclasses.field(default_factory=dict)
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Coercion:
    """A value whose raw text is not simply its text."""

    field: str
    row: int
    cell: str
    raw: str
    kind: CoercionKind


@dataclass(frozen=True, slots=True)
class Total:
    """A number in a total or subtotal row, in base units. ``rows`` are the data rows that it should add up."""

    field: str
    row: int
    cell: str
    raw: str
    value: Decimal
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A number of records that a section title, subtotal or total (``is_total``) states in words, or the sentence over
    the header (``is_headline``).
    """

    row: int
    column: int
    number: int
    is_total: bool
    is_headline: bool = False

    @property
    def cell(self) -> str:
        """The A1 reference of the text."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Signature:
    """A 填报人 or 审核人 line: ``name`` is None when the label stands there without a name."""

    label: str
    name: str | None


@dataclass
class Table:
    """One form on one sheet.

    ``rows`` are sheet row numbers of the data; ``values[field]`` and ``raws[field]`` are aligned with them. ``raws``
    hold the cell as the workbook stores it (number, text, date or None), ``raw_text`` gives its text.
    ``period`` and ``department`` are what holds for the submission, ``*_found`` what the sheet itself says.
    """

    form: str
    sheet: str
    header_rows: tuple[int, ...]
    columns: list[Column]
    rows: list[int]
    values: dict[str, list[Value]]
    raws: dict[str, list[Any]]
    other_rows: list[OtherRow]
    problems: list[Problem]
    coercions: list[Coercion]
    totals: list[Total] = dataclasses.field(default_factory=list)
    counts: list[StatedCount] = dataclasses.field(default_factory=list)
    #: The sheet says in words that there was nothing to report (本期无).
    is_nil: bool = False
    period: str | None = None
    period_found: str | None = None
    department: str | None = None
    department_found: str | None = None
    version_found: str | None = None
    signatures: list[Signature] = dataclasses.field(default_factory=list)
    hidden: list[str] = dataclasses.field(default_factory=list)
    hazards: list[Hazard] = dataclasses.field(default_factory=list)
    #: Fields whose column stands in the header without a unit although the values need one.
    unitless: list[str] = dataclasses.field(default_factory=list)
    #: field → last shown digit of its column in base units (亿元 with two decimals: 100 万元), for rounding tolerances.
    steps: dict[str, Decimal] = dataclasses.field(default_factory=dict)
    #: (field, row) → cell, where a value does not stand in its field's column and its record's row (``items_down``).
    moved: dict[tuple[str, int], str] = dataclasses.field(default_factory=dict)

    def column_of(self, name: str) -> Column | None:
        """Return the column that a field was read from, or None when the sheet does not have it."""
        return next((column for column in self.columns if column.field == name), None)

    def cell(self, name: str, row: int) -> str | None:
        """Return the A1 reference of a field in a sheet row, or None when the sheet does not have the field."""
        if (name, row) in self.moved:
            return self.moved[name, row]
        column = self.column_of(name)
        return f"{column.letter}{row}" if column else None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file, or a sheet of it, gave no table; ``rule`` is the code of the register (A13, XL-…)."""

    rule: str
    sheet: str | None = None
    shown: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass
class Reading:
    """All that one workbook gave."""

    file: str
    sha256: str
    tables: list[Table]
    failures: list[Failure]


def raw_text(raw: Any) -> str:
    """Return a stored cell as text: numbers with the 15 digits that Excel keeps, dates in ISO form, nothing as ''."""
    if raw is None:
        return ""
    if isinstance(raw, float):
        whole = raw.is_integer() and abs(raw) < 1e15
        return str(int(raw)) if whole else format(Decimal(f"{raw:.15g}"), "f")
    return str(raw)
