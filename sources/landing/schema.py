"""The Parquet schemas under ``landing/`` and ``ledger/``: one folder per form, those that describe submissions, and one
that says what is owed.

A value's cell: ``_columns`` gives the column letter of (submission, form, sheet, field), the row carries ``sheet_row``;
its raw text is in ``_coercions`` when it is not simply the value's text.
"""

from __future__ import annotations

import pyarrow as pa

from sources.contract import FieldType, Form
from sources.contract.types import SCALE

_ARROW: dict[FieldType, pa.DataType] = {
    FieldType.MONEY: pa.decimal128(18, SCALE[FieldType.MONEY]),
    FieldType.NUMBER: pa.decimal128(18, SCALE[FieldType.NUMBER]),
    FieldType.RATIO: pa.decimal128(18, SCALE[FieldType.RATIO]),
    FieldType.COUNT: pa.int64(),
    FieldType.INTEGER: pa.int64(),
    FieldType.YEAR: pa.int64(),
    FieldType.DATE: pa.date32(),
    FieldType.BOOL: pa.bool_(),
}

_TEXT = pa.string()
#: Naive, Asia/Shanghai.
_TIME = pa.timestamp("ms")

#: Columns of every form's rows before the form's own fields.
ROW_COLUMNS: tuple[tuple[str, pa.DataType], ...] = (
    ("submission_id", _TEXT),
    ("department", _TEXT),
    ("period", _TEXT),
    ("reported_on", pa.date32()),
    ("sheet", _TEXT),
    ("sheet_row", pa.int64()),
)

#: One row per submission and form found in it; ``form`` is null for a file that could not be read or recognised.
SUBMISSIONS = pa.schema(
    [
        ("submission_id", _TEXT),
        ("form", _TEXT),
        ("department", _TEXT),
        ("period", _TEXT),
        ("sheet", _TEXT),
        ("file", _TEXT),
        ("sha256", _TEXT),
        ("received_at", _TIME),
        ("judged_at", _TIME),
        ("verdict", _TEXT),  # accepted | rejected | unreadable
        ("data_rows", pa.int64()),
        ("held_rows", pa.int64()),
        ("mandatory_count", pa.int64()),
        ("verify_count", pa.int64()),
        ("notice_count", pa.int64()),
        ("settled_at", _TIME),
        ("rejudged_at", _TIME),
        ("rules_digest", _TEXT),
    ]
)

#: The header of each sheet that was read: which column gave which field (null: an extra column).
COLUMNS = pa.schema(
    [
        ("submission_id", _TEXT),
        ("form", _TEXT),
        ("sheet", _TEXT),
        ("column_letter", _TEXT),
        ("header", _TEXT),  # the path joined by " / "
        ("field", _TEXT),
        ("title", _TEXT),
        ("unit", _TEXT),
        ("unit_read", _TEXT),
    ]
)

#: Values whose raw text is not simply their text (``CoercionKind``).
COERCIONS = pa.schema(
    [
        ("submission_id", _TEXT),
        ("form", _TEXT),
        ("sheet", _TEXT),
        ("sheet_row", pa.int64()),
        ("field", _TEXT),
        ("cell", _TEXT),
        ("raw", _TEXT),
        ("kind", _TEXT),
    ]
)

#: Findings of one submission (``sources.finding.Finding``).
FINDINGS = pa.schema(
    [
        ("finding_id", _TEXT),
        ("rule", _TEXT),
        ("level", _TEXT),
        ("message", _TEXT),
        ("form", _TEXT),
        ("department", _TEXT),
        ("period", _TEXT),
        ("submission_id", _TEXT),
        ("sheet", _TEXT),
        ("row", pa.int64()),
        ("cell", _TEXT),
        ("field", _TEXT),
        ("title", _TEXT),
        ("value", _TEXT),
        ("expected", _TEXT),
        ("difference", _TEXT),
        ("other_submission_id", _TEXT),
        ("other_sheet", _TEXT),
        ("other_cell", _TEXT),
        ("row_key", _TEXT),
        ("basis", _TEXT),
    ]
)

#: What people decided (``sources.decisions``); columns are null where a kind has none.
DECISIONS = pa.schema(
    [
        ("decision_id", _TEXT),
        ("kind", _TEXT),
        ("taken_at", _TIME),
        ("decided_by", _TEXT),
        ("role", _TEXT),
        ("reason", _TEXT),
        ("finding_id", _TEXT),
        ("rule", _TEXT),
        ("rule_version", _TEXT),
        ("value", _TEXT),
        ("expected", _TEXT),
        ("basis", _TEXT),
        ("submission_id", _TEXT),
        ("refers_to", _TEXT),
        ("approver", _TEXT),
        ("evidence", _TEXT),
        ("valid_until", pa.date32()),
        ("due_date", pa.date32()),
        ("form", _TEXT),
        ("department", _TEXT),
        ("period", _TEXT),
        ("is_withdrawn", pa.bool_()),
        ("content", _TEXT),
    ]
)

#: The moment that a warehouse is built for, and by which code: one row, laid before each build.
BUILDS = pa.schema([("as_of", _TIME), ("code", _TEXT)])

#: What each rule did with the rows of a submission: how many it could look at, how many failed, how many not.
RULE_RESULTS = pa.schema(
    [
        ("submission_id", _TEXT),
        ("form", _TEXT),
        ("department", _TEXT),
        ("period", _TEXT),
        ("sheet", _TEXT),
        ("rule", _TEXT),
        ("rule_version", _TEXT),
        ("evaluated", pa.int64()),
        ("failed", pa.int64()),
        ("not_evaluated", pa.int64()),
    ]
)

#: What became of findings (``ledger/finding_events``), appended by each release; ``published`` marks the release itself.
FINDING_EVENTS = pa.schema(
    [
        ("event_id", _TEXT),
        ("sequence", pa.int64()),
        ("event", _TEXT),
        ("finding_id", _TEXT),
        ("happened_at", _TIME),
        ("cause", _TEXT),
        ("why", _TEXT),
        ("rule", _TEXT),
        ("rule_version", _TEXT),
        ("level", _TEXT),
        ("form", _TEXT),
        ("department", _TEXT),
        ("period", _TEXT),
        ("submission_id", _TEXT),
        ("value", _TEXT),
        ("message", _TEXT),
        ("decision_id", _TEXT),
    ]
)

#: The figures of a release and what they rest on (``ledger/indicator_values``), kept for ever; lists are joined by 、.
INDICATOR_VALUES = pa.schema(
    [
        ("release_id", _TEXT),
        ("published_at", _TIME),
        ("indicator_id", _TEXT),
        ("name", _TEXT),
        ("unit", _TEXT),
        ("period", _TEXT),
        ("scope", _TEXT),
        ("figure", pa.decimal128(18, 6)),
        ("target", pa.decimal128(18, 6)),
        ("status", _TEXT),
        ("known_at", _TIME),
        ("rejudged_at", _TIME),
        ("submissions", _TEXT),
        ("corrections", _TEXT),
        ("decisions", _TEXT),
        ("code", _TEXT),
    ]
)

#: What every department owes for every period of the known calendar (``sources.obligations``), written by each build.
OBLIGATIONS = pa.schema(
    [
        ("form", _TEXT),
        ("department", _TEXT),
        ("period", _TEXT),
        ("opens_date", pa.date32()),
        ("regular_due_date", pa.date32()),
        ("due_date", pa.date32()),
        ("accept_by_date", pa.date32()),
        ("is_owed", pa.bool_()),
        ("is_exempt", pa.bool_()),
        ("is_reopened", pa.bool_()),
        ("exception_note", _TEXT),
        ("closed_date", pa.date32()),
        ("owed_since_date", pa.date32()),
        ("as_of_date", pa.date32()),  # the day on which the build looks at it
    ]
)

#: Folder under ``landing/`` → schema, for what is not a form.
DESCRIBING: dict[str, pa.Schema] = {
    "_submissions": SUBMISSIONS,
    "_columns": COLUMNS,
    "_coercions": COERCIONS,
    "_findings": FINDINGS,
    "_decisions": DECISIONS,
    "_rule_results": RULE_RESULTS,
    "_builds": BUILDS,
    "_obligations": OBLIGATIONS,
}

#: Folder under ``ledger/`` → schema: what releases remember of each other.
LEDGER: dict[str, pa.Schema] = {"finding_events": FINDING_EVENTS, "indicator_values": INDICATOR_VALUES}


def arrow_type(kind: FieldType) -> pa.DataType:
    """Return the Parquet type of a field."""
    return _ARROW.get(kind, _TEXT)


def rows_schema(form: Form) -> pa.Schema:
    """Return the schema of a form's rows: where each came from, then the fields in the form's order."""
    return pa.schema([*ROW_COLUMNS, *((name, arrow_type(field.type)) for name, field in form.fields.items())])
