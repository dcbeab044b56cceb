"""The zone of one seed: the report's year and the recent year, each with its firms, projects, titles and tasks."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sources.sample import agenda, portfolio, quotas
from sources.sample.assessments import Books, Indicator, make_indicators
from sources.sample.enterprises import Enterprise, make_enterprises, make_platforms
from sources.sample.ledgers import Ledgers, make_ledgers
from sources.sample.names import stream
from sources.sample.titles import ABOVE_SCALE

REPORT_YEAR, RECENT_YEAR = 2021, 2026
#: The register: firms of the report's year besides the two platforms, of which these are newly built; firms since then.
OLD, FOUNDED, SINCE = 211, 9, 40


@dataclass(frozen=True)
class Year:
    """All ledgers of one year."""

    year: int
    enterprises: tuple[Enterprise, ...]
    books: Books
    indicators: tuple[Indicator, ...]
    ledgers: Ledgers


@dataclass(frozen=True)
class Zone:
    """The invented zone."""

    report: Year
    recent: Year


def make_zone(seed: int, scale: int = 1) -> Zone:
    """Return the zone of a seed. ``scale`` multiplies firms and projects of the recent year only."""
    report = _report_year(seed)
    return Zone(report, _recent_year(seed, scale, report))


def _report_year(seed: int) -> Year:
    rng = stream(seed, "report")
    platforms = make_platforms(rng)
    old = make_enterprises(rng, OLD - FOUNDED, (2008, 2016), platforms)
    founded = make_enterprises(rng, FOUNDED, (2019, 2020), [*platforms, *old])
    numbers = quotas.REPORT_YEAR
    # Firms that were newly built take the places of newly built firms in the directory.
    places = [*old[: numbers.standing], *founded, *old[numbers.standing :]]
    records = quotas.make_records(rng, REPORT_YEAR, numbers, places, old)
    projects = portfolio.make_projects(rng, REPORT_YEAR, portfolio.REPORT_YEAR, old, platforms)
    tasks = agenda.make_tasks(REPORT_YEAR, agenda.REPORT_YEAR_TASKS)
    books = Books(projects, records, tasks)
    return _year(seed, REPORT_YEAR, (*platforms, *old, *founded), books)


def _recent_year(seed: int, scale: int, report: Year) -> Year:
    rng = stream(seed, f"recent/{scale}")
    platforms, earlier = report.enterprises[:2], _some_left(rng, report.enterprises[2:])
    new = make_enterprises(rng, SINCE * scale + len(earlier) * (scale - 1), (2018, 2022), report.enterprises)
    here = [enterprise for enterprise in (*earlier, *new) if enterprise.left_on is None]
    by_code = {enterprise.uscc: enterprise for enterprise in here}
    carried = tuple(
        replace(record, enterprise=by_code[record.enterprise.uscc])
        for record in report.books.records
        if record.title == ABOVE_SCALE and record.awarded and not record.lost_on and record.enterprise.uscc in by_code
    )
    numbers = quotas.recent_year(scale, carried)
    records = quotas.make_records(rng, RECENT_YEAR, numbers, new, here)
    projects = portfolio.make_projects(rng, RECENT_YEAR, portfolio.recent_year(scale), here, platforms)
    tasks = agenda.make_tasks(RECENT_YEAR, agenda.REPORT_YEAR_TASKS + 1)
    books = Books(projects, records, tasks)
    return _year(seed, RECENT_YEAR, (*platforms, *earlier, *new), books)


def _year(seed: int, year: int, enterprises: tuple[Enterprise, ...], books: Books) -> Year:
    serial = 100000 + year % 100 * 1000
    return Year(year, enterprises, books, make_indicators(year), make_ledgers(seed, year, "", serial, enterprises, books))


def _some_left(rng: random.Random, enterprises: Sequence[Enterprise]) -> list[Enterprise]:
    """Let a few firms move out or be dissolved between the two years."""
    left = set(rng.sample(range(len(enterprises)), 5))
    return [
        replace(enterprise, left_on=date(2023, 5, 10), status_when_left="迁出" if number % 2 else "注销")
        if number in left
        else enterprise
        for number, enterprise in enumerate(enterprises)
    ]
