"""Party organisations (F19a), party building in firms (F19b), activities (F19c) and alliances (F19d)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sources.periods import last_day
from sources.sample import names
from sources.sample.enterprises import Enterprise

_COMMITTEE = "示范经济开发区综合党委"
_SINGLE, _JOINT, _PER_JOINT, _WITHOUT = 6, 3, 3, 16
_TYPES = (
    "党员思想汇报会",
    "生产经营协商会",
    "党建协作联席会",
    "业务技能培训课",
    "我为企业办实事",
    "政策宣讲",
    "高企培育",
    "安全培训",
)
_PER_MONTH = 4


@dataclass(frozen=True)
class Cell:
    """A firm as the party sees it: its staff and members, and the organisation it belongs to, if any."""

    firm: Enterprise
    staff: int
    members: int
    formation: str
    instructor: str


@dataclass(frozen=True)
class Organisation:
    """One organisation; its members are those of its firms."""

    no: str
    name: str
    kind: str
    founded: date
    cells: tuple[Cell, ...]
    industry: str | None
    secretary: str

    @property
    def members(self) -> int:
        """Full members; alliances have none of their own."""
        return sum(cell.members for cell in self.cells) if self.kind in ("党支部", "联合党支部") else 0


@dataclass(frozen=True)
class Party:
    """All organisations and firms of a year, and which firms make up the alliances."""

    mark: str
    organisations: tuple[Organisation, ...]
    cells: tuple[Cell, ...]
    alliances: tuple[tuple[str, str, tuple[Enterprise, ...], date, str], ...]


def make_party(rng: random.Random, year: int, mark: str, firms: Sequence[Enterprise]) -> Party:
    """Return the party's year: single branches, joint branches on a chain, a committee, an alliance and a community."""
    chosen = iter(rng.sample(firms, len(firms)))
    cells: list[Cell] = []
    organisations = [Organisation(f"{mark}DZ00", _COMMITTEE, "党委", date(2016, 7, 1), (), None, names.person(rng))]
    for number in range(_SINGLE):
        cell = _cell(rng, next(chosen), 4 + number * 3, "单独")
        cells.append(cell)
        short = cell.firm.name.removeprefix("济南").removesuffix("有限公司")
        organisations.append(Organisation(f"{mark}DZ{number + 1:02d}", f"{short}党支部", "党支部", date(2017 + number % 3, 5, 20), (cell,), None, names.person(rng)))  # fmt: skip
    for number, industry in enumerate(("新材料", "高端装备", "医养健康")):
        on_chain = [
            firm for firm in firms if firm.trade.industry == industry and firm not in [cell.firm for cell in cells]
        ]
        together = tuple(_cell(rng, firm, 1 + place % 2, "联合") for place, firm in enumerate(on_chain[:_PER_JOINT]))
        cells += together
        organisations.append(Organisation(f"{mark}DZ{_SINGLE + number + 1:02d}", f"{industry}产业链联合党支部", "联合党支部", date(year, 4, 12 + number), together, industry, names.person(rng)))  # fmt: skip
    taken = {cell.firm.uscc for cell in cells}
    rest = [firm for firm in chosen if firm.uscc not in taken][:_WITHOUT]
    without = [_cell(rng, firm, number % 3, "未建") for number, firm in enumerate(rest)]
    health = tuple(firm for firm in firms if firm.trade.industry == "医养健康")[:6]
    material = tuple(firm for firm in firms if firm.trade.industry == "新材料")[:5]
    organisations.append(
        Organisation(
            f"{mark}DZ20", "医养健康产业党建联盟", "党建联盟", date(year, 5, 18), (), "医养健康", names.person(rng)
        )
    )
    organisations.append(Organisation(f"{mark}DZ21", "新材料产业党建共同体", "党建共同体", date(year, 8, 26), (), "新材料", names.person(rng)))  # fmt: skip
    alliances = (
        (f"{mark}医养健康产业联盟", "医养健康", health, date(year, 5, 18), "联合开展社区义诊和养老服务"),
        (f"{mark}新材料党建共建基地", "新材料", material, date(year, 8, 26), "共建技能培训基地"),
    )
    return Party(mark, tuple(organisations), (*cells, *without), alliances)


def _cell(rng: random.Random, firm: Enterprise, members: int, formation: str) -> Cell:
    return Cell(firm, 20 + firm.revenue_wan // 90, members, formation, names.person(rng))


def organisation_rows(party: Party, period: str) -> list[dict[str, Any]]:
    """Return the organisations founded by the end of a quarter."""
    end = last_day(period)
    return [_organisation(number, one, end) for number, one in enumerate((o for o in party.organisations if o.founded <= end), start=1)]  # fmt: skip


def _organisation(number: int, one: Organisation, end: date) -> dict[str, Any]:
    elected = one.kind in ("党委", "党支部", "联合党支部")
    return {
        "row_no": number,
        "org_no": one.no,
        "org_name": one.name,
        "parent_org_name": "示范经济开发区党工委" if one.kind == "党委" else _COMMITTEE,
        "org_type": one.kind,
        "industry": one.industry,
        "enterprise_names": "、".join(cell.firm.name for cell in one.cells) or None,
        "enterprise_codes": "、".join(cell.firm.uscc for cell in one.cells) or None,
        "founded_date": one.founded,
        "approval_document_no": f"园党组字〔{one.founded.year}〕{number + 4}号",
        "secretary_name": one.secretary,
        "term_end_date": date(end.year + 1 + number % 2, 6, 30) if elected else None,
        "full_member_count": one.members,
        "probationary_member_count": number % 2 if one.members > 2 else 0,
        "floating_member_count": 0,
    }


def firm_rows(party: Party, period: str) -> list[dict[str, Any]]:
    """Return the firms in a quarter; firms on a chain count as organised from the day of their joint branch."""
    end = last_day(period)
    joined = {cell.firm.uscc for one in party.organisations if one.founded <= end for cell in one.cells}
    rows = []
    for number, cell in enumerate(party.cells, start=1):
        formation = cell.formation if cell.firm.uscc in joined else "未建"
        reason = None if formation != "未建" else "无党员" if cell.members == 0 else "不足3名"
        rows.append(
            {
                "row_no": number,
                "enterprise_name": cell.firm.name,
                "uscc": cell.firm.uscc,
                "staff_count": cell.staff,
                "full_member_count": cell.members,
                "is_owner_member": number % 4 == 0,
                "formation": formation,
                "no_formation_reason": reason,
                "instructor_name": cell.instructor,
                "leader_name": cell.firm.leader,
            }
        )
    return rows


def activity_rows(party: Party, period: str) -> list[dict[str, Any]]:
    """Return the activities of a month: four of the kinds in turn, each of another organisation."""
    end = last_day(period)
    hosts = [one for one in party.organisations if one.founded <= end]
    rows = []
    for number in range(_PER_MONTH):
        at = end.month * _PER_MONTH + number
        host = hosts[at % len(hosts)]
        firms = max(len(host.cells), 3 + at % 9)
        rows.append(
            {
                "row_no": number + 1,
                "activity_date": date(end.year, end.month, 5 + number * 6),
                "host_org": host.name,
                "place": ("党群服务中心", "企业车间", "产业链共建基地", "企业综合服务中心")[at % 4],
                "activity_type": _TYPES[at % len(_TYPES)],
                "enterprise_count": firms,
                "attendee_count": firms * 4 + at % 5,
                "issue_count": at % 4,
                "solved_count": at % 4 - (at % 4 == 3),
                "evidence": f"{end.month}月活动记录第{number + 1}号",
            }
        )
    return rows


def alliance_rows(party: Party, period: str) -> list[dict[str, Any]]:
    """Return the alliances founded by the end of a quarter."""
    end = last_day(period)
    founded = [alliance for alliance in party.alliances if alliance[3] <= end]
    return [
        {
            "row_no": number,
            "alliance_name": name,
            "industry": industry,
            "member_names": "、".join(firm.name for firm in members),
            "founded_date": since,
            "joint_projects": project if end > since + timedelta(days=60) else None,
        }
        for number, (name, industry, members, since, project) in enumerate(founded, start=1)
    ]
