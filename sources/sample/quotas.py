"""How many titles of each kind a year holds, and the records that make up the numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from sources.sample import titles
from sources.sample.enterprises import Enterprise
from sources.sample.titles import TitleRecord


@dataclass(frozen=True)
class Quotas:
    """Numbers of one year. Pairs and triples count awards two years before, the year before and in the year itself."""

    standing: int  # in the statistical directory before the year
    exits: int  # of these, struck off in the year
    founded: int  # new to the directory: newly built
    moved_in: int
    grown: int  # in the yearly batch of December
    coached: int  # for the next year, not applied
    hightech_valid: tuple[int, int]
    hightech_new: int  # first applications of the year
    hightech_renewed: int  # applications of firms whose certificate ends in the year
    hightech_lapsed: int  # certificates that end without a new application
    gazelle: tuple[int, int]  # the year before, the year itself
    province: tuple[int, int, int]
    city: tuple[int, int, int]
    city_lapsed: int
    carried: tuple[TitleRecord, ...] = field(default=())  # records of the directory taken over from earlier years


#: The year of the zone's own report: 39 applications for 高企 and more than 80 in all, 50 new 规上 and more than 160 in
#: all, 3 new and 5 valid 省级瞪羚, 16 省级 and 30 市级专精特新.
REPORT_YEAR = Quotas(
    standing=114,
    exits=2,
    founded=9,
    moved_in=3,
    grown=38,
    coached=6,
    hightech_valid=(24, 22),
    hightech_new=26,
    hightech_renewed=13,
    hightech_lapsed=2,
    gazelle=(2, 3),
    province=(4, 5, 7),
    city=(8, 10, 12),
    city_lapsed=2,
)


def recent_year(carried: tuple[TitleRecord, ...]) -> Quotas:
    """Return the numbers of a recent year besides what is carried over."""
    return Quotas(
        standing=14,
        exits=1,
        founded=5,
        moved_in=2,
        grown=0,
        coached=6,
        hightech_valid=(20, 18),
        hightech_new=12,
        hightech_renewed=8,
        hightech_lapsed=1,
        gazelle=(2, 1),
        province=(6, 7, 5),
        city=(9, 9, 8),
        city_lapsed=2,
        carried=carried,
    )


def make_records(
    rng: random.Random, year: int, quotas: Quotas, firms: Sequence[Enterprise], holders: Sequence[Enterprise]
) -> list[TitleRecord]:
    """Return the records of a year.

    ``firms`` take the places in the directory, one each; ``holders`` the other titles, no firm twice for one title.
    Raises ``ValueError`` when there are too few firms for the numbers.
    """
    numbers = count(1)
    records = [*quotas.carried, *_directory(rng, year, quotas, firms)]
    records += _hightech(rng, year, quotas, rng.sample(holders, len(holders)), numbers)
    records += _province_and_city(rng, year, quotas, rng.sample(holders, len(holders)))
    records += _gazelles(rng, year, quotas, rng.sample(holders, len(holders)))
    return records


def _take(firms: Iterator[Enterprise], number: int) -> list[Enterprise]:
    taken = [firm for _, firm in zip(range(number), firms, strict=False)]
    if len(taken) < number:
        raise ValueError("企业数不足以分配称号")
    return taken


def _some_day(rng: random.Random, year: int, first_month: int, last_month: int) -> date:
    return date(year, rng.randint(first_month, last_month), rng.randint(3, 26))


def _directory(rng: random.Random, year: int, quotas: Quotas, firms: Sequence[Enterprise]) -> list[TitleRecord]:
    rest = iter(firms)
    found = []
    for position, firm in enumerate(_take(rest, quotas.standing)):
        since = rng.randint(max(firm.established.year + 1, year - 5), max(year - 1, firm.established.year + 1))
        lost = date(year, 3, 15) if position < quotas.exits else None
        found.append(_listed(firm, titles.GROWN, date(since, 12, 20), date(since, 11, 12), lost))
    for firm in _take(rest, quotas.founded):
        applied = _some_day(rng, year, 1, 8)
        found.append(_listed(firm, titles.FOUNDED, applied + timedelta(days=30), applied))
    for firm in _take(rest, quotas.moved_in):
        applied = _some_day(rng, year, 2, 7)
        found.append(_listed(firm, titles.MOVED_IN, applied + timedelta(days=30), applied))
    for firm in _take(rest, quotas.grown):
        found.append(_listed(firm, titles.GROWN, date(year, 12, 20), date(year, 11, rng.randint(8, 26))))
    for firm in _take(rest, quotas.coached):
        entered = _some_day(rng, year, 7, 10)
        found.append(TitleRecord(firm, titles.ABOVE_SCALE, titles.GROWN, f"{year + 1}年度", entered, years=None))
    return found


def _listed(firm: Enterprise, how: str, awarded: date, applied: date, lost: date | None = None) -> TitleRecord:
    """Return a place in the directory: coached from two months before the application, without a term."""
    entered = applied - timedelta(days=60)
    return TitleRecord(firm, titles.ABOVE_SCALE, how, f"{awarded.year}年度", entered, applied, awarded, None, lost)


def _awarded(firm: Enterprise, title: str, how: str, day: date, number: int = 0) -> TitleRecord:
    applied = day - timedelta(days=120)
    return TitleRecord(firm, title, how, f"{day.year}年", applied, applied, day, number=number)


def _hightech(
    rng: random.Random, year: int, quotas: Quotas, firms: Sequence[Enterprise], numbers: Iterator[int]
) -> list[TitleRecord]:
    rest = iter(firms)
    found = []
    for ago, size in zip((2, 1), quotas.hightech_valid, strict=True):
        for firm in _take(rest, size):
            found.append(_awarded(firm, titles.HIGHTECH, titles.NEW, date(year - ago, 11, 28), next(numbers)))
    ending = _take(rest, quotas.hightech_renewed + quotas.hightech_lapsed)
    for firm in ending:
        found.append(_awarded(firm, titles.HIGHTECH, titles.NEW, date(year - 3, 11, 28), next(numbers)))
    renewed, new = ending[: quotas.hightech_renewed], _take(rest, quotas.hightech_new)
    for how, applicants in ((titles.RENEWED, renewed), (titles.NEW, new)):
        for firm in applicants:
            # Three rounds a year; the decisions of all fall into the next year.
            number, month = next(numbers), rng.choice((6, 7, 8, 9))
            entered, applied = date(year, month - 3, 10), date(year, month, rng.randint(5, 25))
            batch = f"{year}年第{'一一二三'[month - 6]}批"
            found.append(TitleRecord(firm, titles.HIGHTECH, how, batch, entered, applied, number=number))
    return found


def _province_and_city(rng: random.Random, year: int, quotas: Quotas, firms: Sequence[Enterprise]) -> list[TitleRecord]:
    """Some firms hold both titles: the provincial ones after the first ten start again at the head of the list."""
    rest = iter(firms)
    city, found = [], []
    for ago, size in zip((2, 1, 0), quotas.city, strict=True):
        for firm in _take(rest, size):
            city.append(firm)
            found.append(_awarded(firm, titles.CITY, titles.NEW, date(year - ago, 7, 20)))
    for firm in _take(rest, quotas.city_lapsed):
        found.append(_awarded(firm, titles.CITY, titles.NEW, date(year - 3, 7, 20)))
    both = iter(rng.sample(city, sum(quotas.province) * 5 // 8))
    for ago, size in zip((2, 1, 0), quotas.province, strict=True):
        for _ in range(size):
            firm = next(both, None) or _take(rest, 1)[0]
            found.append(_awarded(firm, titles.PROVINCE, titles.NEW, date(year - ago, 8, 25)))
    return found


def _gazelles(rng: random.Random, year: int, quotas: Quotas, firms: Sequence[Enterprise]) -> list[TitleRecord]:
    rest = iter(firms)
    found = []
    for ago, size in zip((1, 0), quotas.gazelle, strict=True):
        for firm in _take(rest, size):
            found.append(_awarded(firm, titles.GAZELLE, titles.NEW, date(year - ago, 9, 30)))
    return found
