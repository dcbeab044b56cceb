"""What is judged: the tables of one form in one batch, and which of their rows stand beside each other.

Window functions and keys look at the rows of one *list*: the sheets of one form, department and period in one
submission. A workbook that holds the same list twice gives two lists and a finding, not a finding per row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from expectations.wording import plain_text
from sources.contract import Form
from sources.periods import containing, kind_of, last_day
from sources.reader.model import CoercionKind, Table
from sources.workdays import CalendarEndsError, due_date


@dataclass(frozen=True)
class Part:
    """One table of one submission. ``received_on`` is None when the file was not sent, only looked at."""

    submission_id: str
    table: Table
    received_on: date | None


class Rows:
    """The rows of a part with what judging asks about them again and again. Indices count from 0 in sheet order."""

    def __init__(self, form: Form, part: Part) -> None:
        self.form = form
        self.part = part
        self.table = part.table
        #: Which list of the submission the rows belong to; equal texts are one list.
        self.list_id = part.submission_id
        #: The sheet that holds the same list before this one, when there is one.
        self.copy_of: str | None = None
        #: Whether another sheet of the submission holds the same form.
        self.has_siblings = False
        #: How findings call the sheet; a further table of the form on the same sheet says where it begins.
        self.sheet_name = part.table.sheet
        #: Row keys as findings carry them; the second row of a key ends in #2, so that fingerprints differ.
        self.row_keys: list[str] = list(self.keys)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The values of the form's key per row, joined by ``|``."""
        empty = [None] * len(self.table.rows)
        columns = [self.table.values.get(name, empty) for name in self.form.key]
        return tuple("|".join(map(plain_text, values)) for values in zip(*columns, strict=True))

    @cached_property
    def complete_keys(self) -> tuple[str | None, ...]:
        """The keys, None where a required part of the key is missing: such rows are not compared."""
        needed = [self.table.values.get(name) for name in self.form.key if self.form.fields[name].required]
        if not all(needed) or not any(self.table.values.get(name) for name in self.form.key):
            return (None,) * len(self.table.rows)
        gaps = {index for values in needed if values for index, value in enumerate(values) if value is None}
        return tuple(None if index in gaps or not key.strip("|") else key for index, key in enumerate(self.keys))

    @cached_property
    def troubled(self) -> frozenset[tuple[str, int]]:
        """(field, sheet row) of every cell about which the reader has already complained."""
        return frozenset((problem.field, problem.row) for problem in self.table.problems)

    @cached_property
    def not_applicable(self) -> frozenset[tuple[str, int]]:
        """(field, sheet row) of every cell that says *not applicable*."""
        kind = CoercionKind.NOT_APPLICABLE
        return frozenset((found.field, found.row) for found in self.table.coercions if found.kind is kind)

    @cached_property
    def reported_on(self) -> date | None:
        """The day on which the figures count as reported: when they came, else when they were due; None without a period."""
        if self.part.received_on or not self.table.period or not kind_of(self.table.period):
            return self.part.received_on
        period = self.table.period
        try:
            due = due_date(self.form, period)
        except CalendarEndsError:
            due = None
        after = containing(last_day(period) + timedelta(days=1), kind_of(period) or "month")
        return due or last_day(after)


def rows_of(form: Form, parts: Sequence[Part]) -> list[Rows]:
    """Return the rows of every part, with lists told apart and keys made unique, aligned with ``parts``."""
    found = [Rows(form, part) for part in parts]
    beside: dict[tuple[str, str | None, str | None], list[Rows]] = {}
    for rows in found:
        beside.setdefault((rows.part.submission_id, rows.table.department, rows.table.period), []).append(rows)
    sheets = Counter(part.submission_id for part in parts)
    for number, ((submission, _, _), together) in enumerate(beside.items()):
        _tell_lists_apart(f"{submission}/{number}", together)
        _number_keys(together)
        _name_sheets(together)
        for rows in together:
            rows.has_siblings = sheets[submission] > 1
    return found


def _name_sheets(together: Sequence[Rows]) -> None:
    """Tell tables on one sheet apart, so that their fingerprints differ."""
    seen: set[str] = set()
    for rows in together:
        sheet = rows.table.sheet
        if sheet in seen:
            rows.sheet_name = f"{sheet}!{rows.table.header_rows[0]}"
        seen.add(sheet)


def _tell_lists_apart(name: str, together: Sequence[Rows]) -> None:
    """Give each part its list: sheets that share half of their keys are copies, not parts of one list.

    Where rows may be wholly equal nothing tells a copy.
    """
    for position, rows in enumerate(together):
        before = [] if rows.form.repeats else together[:position]
        rows.copy_of = next((one.table.sheet for one in before if _same_list(one, rows)), None)
        rows.list_id = f"{name}/{position}" if rows.copy_of else name


def _same_list(one: Rows, other: Rows) -> bool:
    keys = {key for key in one.complete_keys if key is not None}
    others = {key for key in other.complete_keys if key is not None}
    return bool(keys and others) and 2 * len(keys & others) >= min(len(keys), len(others))


def _number_keys(together: Sequence[Rows]) -> None:
    seen: Counter[str] = Counter()
    for rows in together:
        for index, key in enumerate(rows.keys):
            seen[key] += 1
            if seen[key] > 1:
                rows.row_keys[index] = f"{key}#{seen[key]}"
