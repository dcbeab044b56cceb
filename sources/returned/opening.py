"""What the next period's workbook begins with: the rows last accepted, with their opening values and those of a year ago.

What may be taken over is declared at the fields (``prefilled``, ``opens_with``, ``a_year_ago``); all else is blank.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

from sources.contract import Field, Form
from sources.home import Home
from sources.landing import SUBMISSIONS
from sources.reader.model import Value
from sources.returned.changes import Row, by_key, landed_rows, landed_table

#: Counts the rows anew.
_SERIAL = "row_no"


@dataclass(frozen=True)
class Opening:
    """The rows that a workbook begins with, and the period (None: nothing was accepted before) they were taken from."""

    rows: tuple[Row, ...] = ()
    taken_from: str | None = None


def opening_of(
    home: Home, form: Form, department: str, period: str, *, without: Collection[str] = frozenset()
) -> Opening:
    """Return what a department's workbook of a period begins with.

    ``without`` are submissions that do not count, such as those that wait for a correction. A form whose rows just happen
    (``rows_continue``) begins empty.
    """
    if not form.rows_continue or not (home.landing / "_submissions").is_dir():
        return Opening()
    same = (pc.field("form") == form.id) & (pc.field("department") == department) & (pc.field("verdict") == "accepted")
    accepted = [
        row for row in landed_table(home, "_submissions", SUBMISSIONS, same) if row["submission_id"] not in without
    ]
    before = _last(row for row in accepted if row["period"] and row["period"] < period)
    if before is None:
        return Opening()
    year_ago = _last(row for row in accepted if row["period"] == f"{int(period[:4]) - 1}{period[4:]}")
    rows = landed_rows(home, form, before["submission_id"], before["period"])
    old = by_key(form, landed_rows(home, form, year_ago["submission_id"], year_ago["period"])) if year_ago else {}
    is_new_year = before["period"][:4] != period[:4]
    fields = form.fields_in(period)
    begun = tuple(
        _begun(fields, row, old.get(key, {}), is_new_year, number)
        for number, (key, row) in enumerate(by_key(form, rows).items(), start=1)
    )
    return Opening(begun, before["period"])


def _last(rows: Any) -> Mapping[str, Any] | None:
    """Return the submission of the latest period; of several, the one that came last."""
    return max(rows, key=lambda row: (row["period"], row["received_at"], row["judged_at"]), default=None)


def _begun(fields: Mapping[str, Field], row: Row, a_year_ago: Row, is_new_year: bool, number: int) -> Row:
    found = {name: _value(name, field, row, a_year_ago, is_new_year) for name, field in fields.items()}
    if row.get(_SERIAL) is not None and _SERIAL in fields:
        found[_SERIAL] = number
    return {name: value for name, value in found.items() if value is not None}


def _value(name: str, field: Field, row: Row, a_year_ago: Row, is_new_year: bool) -> Value:
    if field.a_year_ago is not None:
        return a_year_ago.get(field.a_year_ago)
    if field.opens_with is not None:
        return row.get(field.opens_with if is_new_year else name)
    if field.begins == "blank" or (field.begins == "same_year" and is_new_year):
        return None
    return row.get(name)
