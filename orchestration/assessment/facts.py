"""What the assessment looks at, out of the current release: F14a, F14b, F14c and F14d, each with its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb

from sources.periods import last_day
from sources.published.read import rows_of

ADDING = frozenset({"表彰", "批示肯定", "现场会", "经验推广", "改革品牌", "试点"})


@dataclass(frozen=True)
class Source:
    """A cell that a score was read from. ``value`` is None where it is confidential (ballots)."""

    form: str
    submission_id: str
    sheet: str
    cell: str
    title: str
    value: str | None


@dataclass(frozen=True)
class Target:
    """One indicator of the library (F14a); ``subject`` None means every subject of the type."""

    no: str
    name: str
    part: str
    subject_type: str
    subject: str | None
    weight: Decimal
    direction: str
    measure: str
    unit: str | None
    base: Decimal | None
    target: Decimal | None
    rule: str
    parameters: str | None
    cap: Decimal
    document_no: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Result:
    """What one subject reached (F14b): the recognised value, or the declared one as long as nobody recognised any."""

    subject: str
    indicator_no: str
    value: Decimal | None
    is_recognized: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Event:
    """One line of F14c. ``points`` are the recognised ones, None before they are."""

    subject: str
    category: str
    matter: str
    level: str | None
    day: date
    points: Decimal | None
    is_highest_only: bool
    sources: tuple[Source, ...]

    @property
    def adds(self) -> bool:
        """Whether the category adds points; the others take them."""
        return self.category in ADDING


@dataclass(frozen=True)
class Ballot:
    """One ballot of F14d: who votes stays unknown, the kind of evaluator does not."""

    evaluator: str
    subject: str
    points: Decimal
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Facts:
    """All facts of one period."""

    targets: tuple[Target, ...]
    results: Mapping[tuple[str, str], Result]
    events: tuple[Event, ...]
    ballots: tuple[Ballot, ...]


_TARGETS = """
    select listed.* from stg_office__assessment_indicators as listed
    inner join int_submissions_in_force as in_force using (submission_id, form, department, period)
    where listed.period = ?
    qualify row_number() over (
        partition by listed.indicator_no
        order by in_force.received_at desc, listed.submission_id desc, listed.sheet_row desc
    ) = 1
    order by listed.indicator_no
"""
_RESULTS = "select * from fct_assessment_results where period = ? order by subject_name, indicator_no"
_EVENTS = """
    select * from fct_assessment_points where year(event_date) = ? and event_date <= ?
    order by subject_name, event_date, category, item_name
"""
_BALLOTS = """
    select * from ballots.fct_assessment_ballots where period = ? and score_points is not null
    order by subject_name, evaluator_type, ballot_no
"""


def read_facts(connection: duckdb.DuckDBPyConnection, period: str) -> Facts:
    """Return the facts in force for a month or a year; a year is judged by its December (F14b is monthly).

    Events count up to the period's end; ballots belong to a whole year only.
    """
    year, cells = period[:4], _Cells(connection)
    is_year = period == year
    results = rows_of(connection, _RESULTS, [f"{year}-12" if is_year else period])
    events = rows_of(connection, _EVENTS, [int(year), last_day(period)])
    ballots = rows_of(connection, _BALLOTS, [year]) if is_year else []
    return Facts(
        targets=tuple(_target(row, cells) for row in rows_of(connection, _TARGETS, [year])),
        results={(one.subject, one.indicator_no): one for one in (_result(row, cells) for row in results)},
        events=tuple(_event(row, cells) for row in events),
        ballots=tuple(_ballot(row, cells) for row in ballots),
    )


class _Cells:
    """Finds the cell of a field of a row: the column letter as it was read, and the row of the sheet."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._letters: dict[tuple[str, str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
        sql = """
            select submission_id, form, sheet, field, min(column_letter), min(title) from stg_inbox__columns
            where field is not null and starts_with(form, 'assessment_') group by all
        """
        for submission, form, sheet, field, letter, title in connection.execute(sql).fetchall():
            self._letters[submission, form, sheet][field] = (letter, title)

    def of(self, row: Mapping[str, Any], *fields: str, secret: bool = False) -> tuple[Source, ...]:
        """Return the cells of the fields that the sheet has a column for and that are filled in."""
        place = (row["submission_id"], row["form"], row["sheet"])
        letters = self._letters.get(place, {})
        return tuple(
            Source(
                form=row["form"],
                submission_id=row["submission_id"],
                sheet=row["sheet"],
                cell=f"{letters[field][0]}{row['sheet_row']}",
                title=letters[field][1],
                value=None if secret else _text(row[field]),
            )
            for field in fields
            if field in letters and row[field] is not None
        )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def _target(row: Mapping[str, Any], cells: _Cells) -> Target:
    return Target(
        no=row["indicator_no"],
        name=row["indicator_name"] or row["indicator_no"],
        part=row["part"] or "",
        subject_type=row["subject_type"] or "",
        subject=row["subject_name"],
        weight=row["weight_points"] or Decimal(0),
        direction=row["direction"] or "正",
        measure=row["measure"] or "",
        unit=row["indicator_unit"],
        base=row["base_value"],
        target=row["target_value"],
        rule=row["scoring_rule"] or "",
        parameters=row["scoring_parameters"],
        cap=row["cap_factor"] or Decimal(1),
        document_no=row["document_no"],
        sources=cells.of(
            row, "weight_points", "target_value", "base_value", "scoring_rule", "scoring_parameters", "cap_factor"
        ),
    )


def _result(row: Mapping[str, Any], cells: _Cells) -> Result:
    recognized = row["recognized_value"] is not None
    field = "recognized_value" if recognized else "declared_value"
    return Result(row["subject_name"], row["indicator_no"], row[field], recognized, cells.of(row, field))


def _event(row: Mapping[str, Any], cells: _Cells) -> Event:
    return Event(
        subject=row["subject_name"],
        category=row["category"],
        matter=row["item_name"],
        level=row["award_level"],
        day=row["event_date"],
        points=row["recognized_points"],
        is_highest_only=bool(row["is_highest_only"]),
        sources=cells.of(row, "recognized_points", "award_level", "is_highest_only", "document_no"),
    )


def _ballot(row: Mapping[str, Any], cells: _Cells) -> Ballot:
    return Ballot(
        row["evaluator_type"], row["subject_name"], row["score_points"], cells.of(row, "score_points", secret=True)
    )
