"""One zone of a seed: the report's year and the recent year, each with its firms, projects, titles and tasks."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sources.sample import agenda, portfolio, quotas
from sources.sample.assessments import Books, Indicator, make_indicators
from sources.sample.enterprises import Enterprise, make_enterprises, make_platforms
from sources.sample.ledgers import Ledgers, make_ledgers
from sources.sample.names import Seed, stream
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


@dataclass(frozen=True)
class Place:
    """Which of several zones: the first has no mark; the others bear theirs in every code and name of their own."""

    number: int
    seed: Seed

    @property
    def mark(self) -> str:
        """What stands before the zone's own codes."""
        return f"Q{self.number:02d}-" if self.number > 1 else ""

    def serial(self, year: int) -> int:
        """Return the first of a year's serial numbers of project codes: no two zones meet."""
        return 100000 + (self.number - 1) * 17000 + year % 100 * 1000


def make_zone(seed: int, number: int = 1) -> Zone:
    """Return a zone of a seed: the first, or another one with other names and codes (``number`` up to 50)."""
    place = Place(number, seed if number == 1 else f"{seed}/zone {number}")
    report = _report_year(place)
    return Zone(report, _recent_year(place, report))


def _report_year(place: Place) -> Year:
    rng = stream(place.seed, "report")
    platforms = make_platforms(rng, place.number)
    old = make_enterprises(rng, OLD - FOUNDED, (2008, 2016), platforms, place.number)
    founded = make_enterprises(rng, FOUNDED, (2019, 2020), [*platforms, *old], place.number)
    numbers = quotas.REPORT_YEAR
    # Firms that were newly built take the places of newly built firms in the directory.
    places = [*old[: numbers.standing], *founded, *old[numbers.standing :]]
    records = quotas.make_records(rng, REPORT_YEAR, numbers, places, old)
    serial = place.serial(REPORT_YEAR)
    projects = portfolio.make_projects(rng, REPORT_YEAR, portfolio.REPORT_YEAR, old, platforms, serial)
    tasks = agenda.make_tasks(REPORT_YEAR, agenda.REPORT_YEAR_TASKS, place.mark)
    return _year(place, REPORT_YEAR, (*platforms, *old, *founded), Books(projects, records, tasks))


def _recent_year(place: Place, report: Year) -> Year:
    rng = stream(place.seed, "recent/1")
    platforms, earlier = report.enterprises[:2], _some_left(rng, report.enterprises[2:])
    new = make_enterprises(rng, SINCE, (2018, 2022), report.enterprises, place.number)
    here = [enterprise for enterprise in (*earlier, *new) if enterprise.left_on is None]
    by_code = {enterprise.uscc: enterprise for enterprise in here}
    carried = tuple(
        replace(record, enterprise=by_code[record.enterprise.uscc])
        for record in report.books.records
        if record.title == ABOVE_SCALE and record.awarded and not record.lost_on and record.enterprise.uscc in by_code
    )
    records = quotas.make_records(rng, RECENT_YEAR, quotas.recent_year(carried), new, here)
    serial = place.serial(RECENT_YEAR)
    projects = portfolio.make_projects(rng, RECENT_YEAR, portfolio.RECENT_YEAR, here, platforms, serial)
    tasks = agenda.make_tasks(RECENT_YEAR, agenda.REPORT_YEAR_TASKS + 1, place.mark)
    return _year(place, RECENT_YEAR, (*platforms, *earlier, *new), Books(projects, records, tasks))


def _year(place: Place, year: int, enterprises: tuple[Enterprise, ...], books: Books) -> Year:
    kept = make_ledgers(place.seed, year, place.mark, place.serial(year), enterprises, books)
    return Year(year, enterprises, books, make_indicators(year, place.mark), kept)


def _some_left(rng: random.Random, enterprises: Sequence[Enterprise]) -> list[Enterprise]:
    """Let a few firms move out or be dissolved between the two years."""
    left = set(rng.sample(range(len(enterprises)), 5))
    return [
        replace(enterprise, left_on=date(2023, 5, 10), status_when_left="迁出" if number % 2 else "注销")
        if number in left
        else enterprise
        for number, enterprise in enumerate(enterprises)
    ]
