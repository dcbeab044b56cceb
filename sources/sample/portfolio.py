"""The list of key projects of a year, drawn from how many there are of each level and kind."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sources.sample import names
from sources.sample.enterprises import Enterprise
from sources.sample.projects import Project

#: How much of a year's work falls into each month: little around the Spring Festival, most before winter.
_SEASON = (4, 3, 8, 10, 10, 10, 8, 8, 10, 11, 10, 8)
_NATURES = ("新建", "新建", "扩建", "技改", "新建", "改建")
_SUFFIXES = ("生产基地项目", "产业园项目", "技术改造项目", "研发中心项目", "智能工厂项目", "总部及生产项目")
_DEPARTMENTS = (
    "项目建设部",
    "项目建设部、规划建设部",
    "招商引资部、项目建设部",
    "企业服务部",
    "项目建设部、企业服务部",
)


@dataclass(frozen=True)
class Portfolio:
    """How many projects a year's list holds: by level, and by how far they are."""

    levels: dict[str, int]
    #: Share of the list that went on from earlier years, and number that do not begin in the year.
    continued: float = 0.55
    prepared: int = 3
    #: Continued projects that end in the year, and projects that spend more than planned.
    finished: int = 6
    over_plan: int = 2


#: 41 key projects, 4 provincial, 11 municipal.
REPORT_YEAR = Portfolio({"省级重大": 1, "省级重点": 3, "市级重点": 11, "区级重点": 20, "园区级": 6})


#: A recent year's usual list.
RECENT_YEAR = Portfolio(
    {"省级重大": 2, "省级重点": 3, "市级重点": 9, "区级重点": 15, "园区级": 5}, prepared=2, finished=4
)


def make_projects(
    rng: random.Random,
    year: int,
    portfolio: Portfolio,
    owners: Sequence[Enterprise],
    platforms: Sequence[Enterprise],
    serial: int,
) -> list[Project]:
    """Return the year's projects, the highest level first; each of ``owners`` has at most one, platforms the last ones.

    ``serial`` begins the last part of their codes.

    Raises ``ValueError`` when there are too few owners.
    """
    levels = [level for level, number in portfolio.levels.items() for _ in range(number)]
    firms = [*rng.sample(owners, len(levels) - len(platforms)), *platforms]
    continued = int(len(levels) * portfolio.continued)
    order = rng.sample(range(len(levels)), len(levels))
    made = []
    for number, (level, owner) in enumerate(zip(levels, firms, strict=True)):
        place = order[number]
        kind = "prepared" if place >= len(levels) - portfolio.prepared else "new" if place >= continued else "continued"
        ends = kind == "continued" and place < portfolio.finished
        over = portfolio.finished <= place < portfolio.finished + portfolio.over_plan
        made.append(_project(rng, year, number, level, owner, _Course(kind, ends, over, serial)))
    return made


@dataclass(frozen=True)
class _Course:
    kind: str
    ends: bool
    over: bool
    serial: int


def _project(rng: random.Random, year: int, number: int, level: str, owner: Enterprise, course: _Course) -> Project:
    planned, actual = _start(rng, year, course)
    ended = date(year, rng.randint(8, 11), rng.randint(5, 25)) if course.ends else None
    planned_end = (
        ended + timedelta(days=rng.randint(5, 60))
        if ended
        else date(year + rng.randint(2, 3), rng.choice((6, 9, 12)), 28)
    )
    total = _total(rng, level)
    prior, plan = _prior_and_plan(rng, total, course)
    land = Decimal(rng.randint(200, 2000)) / 10
    months = _months(rng, year, plan, actual, ended, course)
    return Project(
        name=_name(owner, rng),
        code=f"{max(planned.year - 1, 2017)}-{names.REGION}-26-0{rng.choice((1, 1, 2, 3))}-{course.serial + number:06d}",
        level=level,
        nature=_NATURES[number % len(_NATURES)],
        owner=owner,
        departments="规划建设部" if owner.name in names.PLATFORMS else rng.choice(_DEPARTMENTS),
        leader=names.LEADERS[number % len(names.LEADERS)],
        steward=rng.choice(names.STEWARDS),
        location=f"{owner.area}{rng.choice(names.ROADS)}",
        content=f"占地{land}亩，建设厂房及配套设施{rng.randint(1, 12)}万平方米，购置设备{rng.randint(30, 400)}台（套），主要开展{owner.trade.product}。",
        land_mu=land,
        year=year,
        planned_start=planned,
        actual_start=actual,
        planned_end=planned_end,
        actual_end=ended,
        total_wan=total,
        prior_wan=prior,
        plan_wan=plan,
        months=months,
        troubled_months=tuple(sorted(rng.sample(range(1, 13), 2)))
        if course.kind != "prepared" and number % 4 == 0
        else (),
        number=number,
    )


def _name(owner: Enterprise, rng: random.Random) -> str:
    if owner.name in names.PLATFORMS:
        return f"{names.ZONE}{'标准厂房三期建设项目' if owner.name == names.PLATFORMS[0] else '科创服务综合体项目'}"
    short = owner.name.removeprefix("济南").removesuffix("有限公司")
    return f"{short}{owner.trade.product}{rng.choice(_SUFFIXES)}"


def _start(rng: random.Random, year: int, course: _Course) -> tuple[date, date | None]:
    """Return planned and actual start; half of the actual ones are some days late."""
    if course.kind == "prepared":
        return date(year + 1, rng.choice((3, 4, 6)), 15), None
    began = year - rng.choice((1, 2)) if course.kind == "continued" else year
    planned = date(began, rng.randint(2, 10), rng.randint(5, 25))
    return planned, planned + timedelta(days=rng.choice((-6, -2, 0, 0, 4, 12, 24)))


def _total(rng: random.Random, level: str) -> int:
    """Return the total investment, a multiple of 100 万元, larger for higher levels."""
    low, high = {"省级重大": (2000, 5000), "省级重点": (1000, 3000), "市级重点": (500, 2000)}.get(level, (80, 800))
    return rng.randint(low, high) * 100


def _prior_and_plan(rng: random.Random, total: int, course: _Course) -> tuple[int, int]:
    """Return what was spent before the year and what the year's plan is; together never more than the total."""
    if course.kind == "prepared":
        return 0, max(total // 50, 100)
    if course.kind == "new":
        return 0, total * rng.randint(20, 45) // 100
    prior = total * rng.randint(25, 55) // 100
    left = total - prior
    return prior, left * 97 // 100 if course.ends else left * rng.randint(35, 70) // 100


def _months(
    rng: random.Random, year: int, plan: int, start: date | None, end: date | None, course: _Course
) -> tuple[int, ...]:
    """Return the investment per month: nothing before the start or after the month of completion."""
    if start is None:
        return (0,) * 12
    first = start.month if start.year == year else 1
    last = end.month if end else 12
    weights = [_SEASON[month] * rng.randint(80, 120) if first <= month + 1 <= last else 0 for month in range(12)]
    spent = plan * (rng.randint(102, 105) if course.over else rng.randint(90, 99)) // 100
    whole = sum(weights)
    reached = [spent * sum(weights[: month + 1]) // whole for month in range(12)]
    return tuple(now - before for now, before in zip(reached, [0, *reached[:-1]], strict=True))
