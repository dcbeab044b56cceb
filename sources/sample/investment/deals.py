"""Deals from the first contact to the agreement: those that became key projects of the year, and all others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sources.sample import names
from sources.sample.projects import Project

LEAD, CONTACT, TALKS, REVIEW, TO_SIGN = "线索", "初步接触", "深度洽谈", "论证评估", "拟签约"
SIGNED, PAUSED, ENDED = "已签约", "暂缓", "终止"
#: Stages that count as talks, and those that end them.
IN_TALKS, OUT = (CONTACT, TALKS, REVIEW, TO_SIGN), (SIGNED, PAUSED, ENDED)
NEW_LAND, OWN_LAND, RENT = "新供地", "现有用地", "租赁厂房"
FROM_PROJECTS, OTHERS = 9, 18
#: Month and day on which agreements of the year before were signed.
_EARLIER = ((1, 15), (2, 12), (3, 20))
#: A fixed investment that the zone admits, 万元 per 亩 of new land.
_LEAST_INTENSITY = 320
_ORIGINS = ("上海市", "浙江省杭州市", "福建省厦门市", "广东省深圳市", "北京市", "江苏省苏州市", "德国", "新加坡")
_ABROAD = ("德国", "新加坡")


@dataclass(frozen=True)
class Deal:
    """One deal. ``stages`` are (day entered, stage) in order; money in 万元, land in 亩, floors in ㎡."""

    no: str
    name: str
    investor: str
    origin: str
    industry: str
    stages: tuple[tuple[date, str], ...]
    total_wan: int
    carrier_use: str
    land_mu: Decimal | None
    area_m2: int | None
    leader: str
    person: str
    uscc: str | None = None
    project: Project | None = None
    agreement: str = "投资协议"

    @property
    def foreign(self) -> bool:
        """Whether the investor comes from abroad."""
        return self.origin in _ABROAD

    @property
    def fixed_wan(self) -> int:
        """The planned fixed investment, 85 % of all."""
        return self.total_wan * 85 // 100

    @property
    def first_contact(self) -> date:
        """The day of the lead."""
        return self.stages[0][0]

    def stage(self, day: date) -> str | None:
        """Return the stage on a day, None before the first contact."""
        return next((stage for since, stage in reversed(self.stages) if since <= day), None)

    def entered(self, *stages: str) -> date | None:
        """Return when the deal entered one of the stages, None when it never does."""
        return next((since for since, stage in self.stages if stage in stages), None)

    @property
    def signed(self) -> date | None:
        """The day of the agreement."""
        return self.entered(SIGNED)


def make_deals(rng: random.Random, year: int, mark: str, projects: Sequence[Project]) -> tuple[Deal, ...]:
    """Return the deals of a year, numbered by their first contact; ``mark`` tells the zones apart."""
    begun = [project for project in projects if project.actual_start and project.actual_start >= date(year, 4, 1)]
    drafts = [_of_project(rng, number, project) for number, project in enumerate(begun[:FROM_PROJECTS])]
    drafts += [_other(rng, year, number) for number in range(OTHERS)]
    drafts.sort(key=lambda deal: (deal.first_contact, deal.name))
    return tuple(
        Deal(**{**vars(deal), "no": f"{mark}ZS{deal.first_contact.year}-{number:03d}"})
        for number, deal in enumerate(drafts, start=1)
    )


def make_earlier(rng: random.Random, year: int, mark: str) -> tuple[Deal, ...]:
    """Return deals signed early in the year before, on which money still comes in: nobody talks about them any more."""
    made = []
    for number, (month, day) in enumerate(_EARLIER, start=1):
        trade, word = names.TRADES[-number], names.brand(rng)
        made.append(
            Deal(
                no=f"{mark}ZS{year - 2}-{900 + number}",
                name=f"{word}{trade.word}产业园项目",
                investor=f"{word}{trade.word}（上海）有限公司",
                origin="上海市",
                industry=trade.industry,
                stages=_path(date(year - 1, month, day), rng.randint(120, 200)),
                total_wan=rng.randint(600, 1200) * 200,
                carrier_use=OWN_LAND,
                land_mu=None,
                area_m2=None,
                leader=names.LEADERS[number % len(names.LEADERS)],
                person=names.person(rng),
            )
        )
    return tuple(made)


def _path(signed: date, days: int) -> tuple[tuple[date, str], ...]:
    """Return the stages of a deal that was signed on a day, ``days`` after its lead."""
    shares = ((0, LEAD), (12, CONTACT), (35, TALKS), (70, REVIEW), (88, TO_SIGN), (100, SIGNED))
    return tuple((signed - timedelta(days=days * (100 - share) // 100), stage) for share, stage in shares)


def _of_project(rng: random.Random, number: int, project: Project) -> Deal:
    """A firm of the zone builds again: half of them on new land."""
    assert project.actual_start is not None
    signed = min(project.planned_start, project.actual_start) - timedelta(days=70 + number % 3 * 5)
    on_new_land = number % 2 == 0
    fixed = project.total_wan * 85 // 100
    land = min(project.land_mu, Decimal(fixed // _LEAST_INTENSITY)) if on_new_land else None
    return Deal(
        no="",
        name=project.name,
        investor=project.owner.name,
        origin="山东省济南市",
        industry=project.owner.trade.industry,
        stages=_path(signed, rng.randint(120, 200)),
        total_wan=project.total_wan,
        carrier_use=NEW_LAND if on_new_land else OWN_LAND,
        land_mu=land,
        area_m2=None,
        leader=project.leader,
        person=names.person(rng),
        uscc=project.owner.uscc,
        project=project,
    )


def _other(rng: random.Random, year: int, number: int) -> Deal:
    """Somebody from elsewhere: of three, one signs in the year, one goes on, one is paused, ended or goes on."""
    trade = names.TRADES[number % len(names.TRADES)]
    word, origin = names.brand(rng), _ORIGINS[number % len(_ORIGINS)]
    first = date(year - 1, 9, 5) + timedelta(days=number * 24 + rng.randint(0, 15))
    rented = number % 2 == 1
    total = rng.randint(20, 160) * 100 if rented else rng.randint(60, 900) * 200
    return Deal(
        no="",
        name=f"{word}{trade.word}{('研发中试基地', '生产基地', '区域总部')[number % 3]}项目",
        investor=f"{word}{trade.word}（{origin[:2]}）有限公司",
        origin=origin,
        industry=trade.industry,
        stages=_course(rng, first, number),
        total_wan=total,
        carrier_use=RENT if rented else NEW_LAND,
        land_mu=None if rented else Decimal(total * 85 // 100 // (_LEAST_INTENSITY + number * 5)),
        area_m2=rng.randint(8, 60) * 100 if rented else None,
        leader=names.LEADERS[number % len(names.LEADERS)],
        person=names.person(rng),
        agreement="框架协议" if number % 12 == 3 else "投资协议",
    )


def _course(rng: random.Random, first: date, number: int) -> tuple[tuple[date, str], ...]:
    if number % 3 == 0:
        whole = rng.randint(130, 220)
        return _path(first + timedelta(days=whole), whole)
    steps = [rng.randint(18, 40) for _ in range(4)]
    days = [first + timedelta(days=sum(steps[:place])) for place in range(5)]
    stages = list(zip(days, (LEAD, CONTACT, TALKS, REVIEW, TO_SIGN), strict=True))
    if number % 3 == 1:
        return tuple(stages[: 3 + number % 2])
    return (*stages[:3], (days[2] + timedelta(days=95), PAUSED if number % 2 else ENDED))
