"""Permits and stations of the projects on their way from the agreement to full production (F04a)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.investment.deals import NEW_LAND, Deal
from sources.sample.projects import Project

#: Share of the way from the agreement to the start of work at which a station is reached; papers that carry numbers.
_PERMITS = (
    ("土地成交", 20, "合同"), ("环评", 35, "环"), ("建设用地规划许可证", 40, "地字"), ("不动产权证", 50, "不动产"), ("设计方案批复", 60, "方案"),
    ("建设工程规划许可证", 70, "建字"), ("施工图审查", 80, "图审"), ("建筑工程施工许可证", 92, "施工"),
)  # fmt: skip
_LAND = ("土地成交", "建设用地规划许可证", "不动产权证")
_FIVE = ("建设用地规划许可证", "不动产权证", "设计方案批复", "建设工程规划许可证", "建筑工程施工许可证")
#: Of the projects on new land every second gets its five certificates together, and starts on the land at once.
_TOGETHER = 2
_FOLLOWED_TO_THE_END = 4

#: Name, planned, reached, what it carries once reached.
_Station = tuple[str, date | None, date | None, dict[str, Any]]


@dataclass(frozen=True)
class Course:
    """One project on its way: its deal, or none for one that was agreed in earlier years and ends in this one."""

    no: str
    project: Project
    deal: Deal | None
    together: bool

    @property
    def on_new_land(self) -> bool:
        """Whether the project got land for itself."""
        return self.deal is not None and self.deal.carrier_use == NEW_LAND


def make_courses(mark: str, year: int, deals: Sequence[Deal], projects: Sequence[Project]) -> tuple[Course, ...]:
    """Return the projects that are followed: this year's agreements, and some that are completed in the year."""
    made: list[Course] = []
    land = 0
    for deal in deals:
        if deal.project:
            land += deal.carrier_use == NEW_LAND
            made.append(Course(deal.no, deal.project, deal, deal.carrier_use == NEW_LAND and land % _TOGETHER == 1))
    ended = [project for project in projects if project.actual_end][:_FOLLOWED_TO_THE_END]
    made += [Course(f"{mark}ZS{year - 3}-{project.number:03d}", project, None, False) for project in ended]
    return tuple(made)


def milestone_rows(courses: Sequence[Course], period: str) -> list[dict[str, Any]]:
    """Return every station of every project agreed by the end of a month."""
    end = last_day(period)
    rows: list[dict[str, Any]] = []
    for course in courses:
        if course.deal and (course.deal.signed is None or course.deal.signed > end):
            continue
        for station, due, reached, more in _stations(course):
            rows.append({"row_no": len(rows) + 1, **_row(course, station, due, reached, more, end)})
    return rows


def _row(
    course: Course, station: str, due: date | None, reached: date | None, more: dict[str, Any], end: date
) -> dict[str, Any]:
    """Return one station: done by the end of the month, being done from twenty days before, not done, not needed."""
    done = reached is not None and reached <= end
    accepted = reached - timedelta(days=20) if reached and station in _accepting() else None
    state = "不需办" if due is None else "已办" if done else "在办" if accepted and accepted <= end else "未办"
    row: dict[str, Any] = {
        "project_no": course.no,
        "project_name": course.project.name,
        "project_code": course.project.code,
        "milestone": station,
        "milestone_status": state,
        "planned_date": due,
        "accepted_date": accepted if accepted and accepted <= end else None,
        "done_date": reached if done else None,
        "responsible_department": "自然资源分局" if station in _LAND else "规划建设部" if accepted else "项目建设部",
        "basis_text": more.get("basis_text"),
    }
    if done:
        row |= {name: value for name, value in more.items() if name != "basis_text"}
    return row


def _accepting() -> set[str]:
    return {name for name, _, _ in _PERMITS} - {"土地成交"}


def _stations(course: Course) -> list[_Station]:
    """Return (station, planned, reached, what it carries once done) in order; a station without plan is not needed."""
    project = course.project
    found: list[_Station] = []
    if course.deal and course.deal.signed:
        signed = course.deal.signed
        filed = date(int(project.code[:4]), 12, 15)
        found.append(("签约", signed, signed, {}))
        found.append(("项目公司注册", None, None, {"basis_text": "存量企业投资，不新设公司"}))
        found.append(("立项", filed, filed, {"document_no": project.code}))
        found += [_permit(course, signed, entry) for entry in _PERMITS]
        found += [(name, None, None, {"basis_text": "不在管理名录内"}) for name in ("能评", "水保", "安评")]
    return [*found, *_building(course)]


def _permit(course: Course, signed: date, entry: tuple[str, int, str]) -> _Station:
    name, share, kind = entry
    project = course.project
    assert project.actual_start is not None
    days = (project.actual_start - signed).days
    if name in _LAND and not course.on_new_land:
        return (name, None, None, {"basis_text": "利用企业现有土地"})
    if course.together:
        share = 90 if name in _FIVE else 84 if name == "土地成交" else min(share, 82)
    day = signed + timedelta(days=days * share // 100)
    more: dict[str, Any] = {"document_no": f"{kind}〔{day.year}〕{project.number * 7 + share:04d}号"}
    if course.together and name != "环评":
        more["basis_text"] = "五证合发、拿地即开工，容缺受理"
    if name == "土地成交" and course.deal and course.deal.land_mu:
        more |= {"land_mu": course.deal.land_mu, "land_price_wan": course.deal.land_mu * 28}
    if name == "建设工程规划许可证":
        more["floor_area_m2"] = Decimal(project.total_wan // 5)
    return (name, day + timedelta(days=5), day, more)


def _building(course: Course) -> list[_Station]:
    """Return the stations from the start of work to full production."""
    project, start, end = course.project, course.project.actual_start, course.project.actual_end
    assert start is not None
    roofed = start + timedelta(days=240) if end is None else end - timedelta(days=120)
    statistics = {"document_no": f"{project.code[5:11]}{project.number:05d}"}
    produced = end + timedelta(days=12) if end else None
    plan = project.planned_end
    return [
        ("实际开工", project.planned_start, start, {}),
        ("纳统入库", start + timedelta(days=45), start + timedelta(days=31), statistics),
        ("主体封顶", roofed + timedelta(days=10), roofed, {}),
        ("设备安装", plan - timedelta(days=60), roofed + timedelta(days=40) if end else None, {}),
        ("竣工验收备案", plan, end, {"document_no": f"竣备〔{(end or plan).year}〕{project.number:04d}号"}),
        ("投产", plan + timedelta(days=10), produced, {}),
        ("升规入库", plan + timedelta(days=120), None, {}),
        ("达产", plan + timedelta(days=365), None, {}),
    ]
