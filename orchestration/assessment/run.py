"""The assessment of a period out of the current release and the zone's tables."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal, InvalidOperation

from orchestration.assessment.compute import Ground, assess
from orchestration.assessment.facts import read_facts
from orchestration.assessment.result import Assessment
from sources.contract import Catalog, ContractError
from sources.home import Home
from sources.published.errors import ReleaseError
from sources.published.read import open_file
from sources.published.shelf import current
from sources.scoring import ScoringError
from sources.scoring.indicator import read_rules
from sources.scoring.scheme import scheme_of
from sources.scoring.totals import Relief
from sources.workdays import CalendarEndsError, due_date


def run_assessment(home: Home, catalog: Catalog, period: str, today: date) -> Assessment:
    """Return the scores of a month or a year as the current release and the zone's tables give them today.

    Raises ``NothingPublishedError``, ``ContractError`` for a table that cannot be read, and ``ReleaseError`` when the
    year has no scheme.
    """
    release = current(home)
    with open_file(release.warehouse) as connection:
        facts = read_facts(connection, period)
    lists = catalog.code_lists
    try:
        scheme = scheme_of(int(period[:4]), lists["assessment_schemes"], lists["assessment_weights"])
        rules = read_rules(lists["scoring_rules"])
    except ScoringError as error:
        raise ReleaseError(str(error)) from error
    ground = Ground(
        period=period,
        scheme=scheme,
        rules=rules,
        reliefs=_reliefs(catalog, int(period[:4])),
        departments=lists["departments"],
        is_past_deadline=_is_past_deadline(catalog, period, today),
        release_id=release.release_id,
    )
    return assess(facts, ground)


def _is_past_deadline(catalog: Catalog, period: str, today: date) -> bool:
    """Say whether F14b of the period (of December, for a year) had to be there before today."""
    month = period if len(period) > 4 else f"{period}-12"
    try:
        due = due_date(catalog.form("F14b"), month)
    except CalendarEndsError:
        return False
    return due is not None and due < today


def _reliefs(catalog: Catalog, year: int) -> dict[tuple[str | None, str], list[Relief]]:
    """Read ``codes/target_reliefs.csv``: lower targets by (subject, indicator); a blank subject means all."""
    found: dict[tuple[str | None, str], list[Relief]] = defaultdict(list)
    for number, row in enumerate(catalog.code_lists["target_reliefs"].rows, start=2):
        try:
            relief = Relief(
                Decimal(row["new_target"]),
                date.fromisoformat(row["reported_date"]),
                date.fromisoformat(row["approved_date"]),
            )
            of_year = int(row["year"]) == year
        except (ValueError, InvalidOperation) as error:
            raise ContractError(
                "target_reliefs.csv", f"第{number}行", "年度、新目标应为数字，日期应形如 2025-09-30"
            ) from error
        if of_year:
            found[row["subject"] or None, row["indicator_no"]].append(relief)
    return found
