"""What a department sends: a workbook with its sheets, when it arrived, and what is known to be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sources.sample.style import Style


@dataclass(frozen=True)
class Fault:
    """Something wrong that is known beforehand. ``row`` counts the sheet's rows from 0; ``raw`` replaces the cell.

    Without ``raw`` the cell stays as it is (the value itself is wrong against another submission); without ``row`` the
    fault concerns the whole sheet or file.
    """

    rule: str
    note: str
    row: int | None = None
    field: str | None = None
    raw: str | int | float | None = None


@dataclass(frozen=True)
class Sheet:
    """One form on one sheet; without a style it is the template, filled in."""

    form: str
    period: str
    rows: tuple[dict[str, Any], ...]
    style: Style | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Delivery:
    """One file. It holds sheets of forms, or a table that is no form, or bytes that are no workbook."""

    department: str
    file: str
    received_at: datetime
    sheets: tuple[Sheet, ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()
    content: bytes = b""
    copy_of: str | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One line of the answer key; columns of the file in order."""

    file: str
    form: str
    rule: str
    sheet: str
    cell: str
    note: str


ANSWER_TITLES = ("文件", "表", "规则", "工作表", "单元格", "说明")
