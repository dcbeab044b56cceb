"""One small zone, landed and built once for all tests of the warehouse."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from orchestration.dbt_build import BuildOutcome, build_warehouse
from sources.home import Home
from tests.landed import PROJECT, TASK, TITLE, LandedZone


@dataclass(frozen=True)
class Built:
    """A built warehouse: its home, how the build went, and a read-only connection."""

    home: Home
    outcome: BuildOutcome
    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()

    def value(self, indicator: str, period: str) -> Decimal | None:
        found = self.connection.execute(
            "select value from indicator_values where indicator_id = ? and period = ?", [indicator, period]
        ).fetchone()
        return found[0] if found else None


@pytest.fixture(scope="session")
def built(empty_home: Callable[[], Home]) -> Iterator[Built]:
    zone = LandedZone(empty_home())
    _projects(zone)
    _titles(zone)
    _tasks(zone)
    _assessments(zone)
    _talks(zone)
    home = zone.land()
    outcome = build_warehouse(home, home.work / "warehouse.duckdb")
    # Away from where the next warehouse of this ground is built: it stays open.
    (home.work / "kept").mkdir()
    kept = (home.work / "warehouse.duckdb").rename(home.work / "kept" / "warehouse.duckdb")
    with duckdb.connect(str(kept), read_only=True) as connection:
        yield Built(home, outcome, connection)


@pytest.fixture(scope="session")
def manifest(built: Built) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((built.home.root / "dbt/target/manifest.json").read_text(encoding="utf-8"))
    return loaded


def _projects(zone: LandedZone) -> None:
    """Four projects in November; in December one falls, one changes, one is listed twice, one has left."""
    small = {"total_investment_wan": Decimal("30000.5"), "planned_investment_year_wan": Decimal(6000)}
    bridge = (
        PROJECT | small | {"project_name": "桥梁", "investment_ytd_wan": Decimal(3000), "project_level": "区级重点"}
    )
    bridge |= {"investment_month_wan": Decimal("100.5"), "is_in_statistics": False}
    park = PROJECT | {"project_name": "园区", "project_code": "2021-370105-01-01-123456", "project_level": "省级重点"}
    left = PROJECT | {"project_name": "老厂", "year_status": "停建"}
    november = [PROJECT | {"investment_ytd_wan": Decimal(11000)}, bridge, park, left]
    zone.submit("key_projects", "2021-11", november, received=datetime(2021, 12, 3, 9))
    december = [
        PROJECT | {"investment_ytd_wan": Decimal(10000)},
        bridge | {"investment_ytd_wan": Decimal(3200), "total_investment_wan": Decimal(33000)},
        park,
        park | {"project_level": "市级重点"},
        left | {"year_status": "退出"},
    ]
    zone.submit("key_projects", "2021-12", december[:2], received=datetime(2022, 1, 4, 9))
    zone.submit("key_projects", "2021-12", december, received=datetime(2022, 1, 5, 9))
    late = zone.submit("key_projects", "2021-12", december[:1], received=datetime(2022, 1, 10, 9), verdict="rejected")
    zone.find(
        rule="B08", level="mandatory", message="请核对", form="key_projects", department="projects", period="2021-12",
        submission_id=late, sheet="Sheet1", row=5, cell="F5",
    )  # fmt: skip


def _titles(zone: LandedZone) -> None:
    """In 2021: a certificate that holds, one that ends without and one with a new application; directory, gazelles, of
    which one is not in the register.
    """
    ending = {"award_date": date(2018, 11, 28), "application_date": date(2018, 6, 1), "batch": "2018年"}
    applied = {"stage": "评审", "award_date": None, "application_date": date(2021, 8, 1), "batch": "2021年第二批"}
    listed = {
        "title_name": "升规(规上)",
        "application_type": "规下转规上",
        "batch": "年度",
        "statistics_profession": "B 工业",
    }
    gazelle = {"title_name": "省级瞪羚", "title_level": "省", "batch": "瞪羚"}
    city, province = {"title_name": "市级专精特新", "batch": "市"}, {"title_name": "省级专精特新", "batch": "省"}
    rows = [
        {},
        {"uscc": "A2", **ending},
        {"uscc": "A3", **ending},
        {"uscc": "A3", **applied, "application_type": "重新认定(复核)"},
        {"uscc": "A4", **applied},
        {"uscc": "A5", **applied, "stage": "未通过"},
        {"uscc": "A6", **applied, "stage": "拟申报", "application_date": None},
        {"uscc": "A7", **listed, "award_date": date(2020, 12, 20)},
        {"uscc": "A8", **listed, "award_date": date(2021, 12, 20)},
        {"uscc": "A9", **listed, "award_date": date(2019, 12, 20), "stage": "取消", "exit_reason": "规模不足"},
        {"uscc": "B1", **listed, "stage": "已申报", "award_date": None, "statistics_profession": "E 批零"},
        {"uscc": "B2", **gazelle, "award_date": date(2021, 9, 30)},
        {"uscc": "B3", **gazelle, "award_date": date(2020, 9, 30)},
        {"uscc": "B4", **province, "award_date": date(2021, 8, 25), "valid_to_date": date(2024, 8, 24)},
        {"uscc": "B4", **city, "award_date": date(2020, 7, 20)},
        {"uscc": "B5", **city, "award_date": date(2018, 7, 20), "stage": "到期"},
        {"uscc": "C1", **gazelle, "award_date": date(2021, 9, 30)},
    ]
    zone.submit("enterprise_titles", "2021-12", [TITLE | row for row in rows], received=datetime(2022, 1, 4, 9))
    register = {"enterprise_name": "甲公司", "region_code": "370105", "industry_code": "3051",
                "registration_status": "存续", "scope": "注册在区", "duplicate_flag": "正常"}  # fmt: skip
    codes = sorted({row.get("uscc", TITLE["uscc"]) for row in rows} - {"C1"})
    zone.submit(
        "enterprises", "2021-12", [register | {"uscc": code} for code in codes], received=datetime(2022, 1, 4, 9)
    )


def _tasks(zone: LandedZone) -> None:
    """Three tasks and a subtask; in December a deadline moves, once approved and once not, and one completion falls."""
    approved = {"extended_end_date": date(2022, 3, 31), "extension_approved_by": "主任办公会"}
    rest = {"milestone": "落地", "milestone_done_date": None, "milestone_weight_rate": Decimal("0.6")}
    done = {
        "task_no": "2",
        "milestone_weight_rate": Decimal(1),
        "task_status": "完成",
        "closed_date": date(2021, 10, 30),
    }
    third = {"task_no": "3", "milestone_weight_rate": Decimal(1), "milestone_done_date": None}
    sub = {"task_no": "3-1", "milestone": None, "milestone_weight_rate": None}
    november = [{}, rest, done, third | {"completion_rate": Decimal("0.5")}, sub]
    december = [approved, rest | approved, done, third | {"planned_end_date": date(2021, 12, 31)}, sub]
    december[3]["completion_rate"] = Decimal("0.3")
    zone.submit("reform_tasks", "2021-11", [TASK | row for row in november], received=datetime(2021, 12, 6, 18))
    zone.submit("reform_tasks", "2021-12", [TASK | row for row in december], received=datetime(2022, 1, 7, 9))


def _assessments(zone: LandedZone) -> None:
    """Targets for 2021, and declared values of which two are not what the warehouse computes; November never came."""
    targets = [("K1", "Z01", "个", 3), ("K2", "Z05", "亿元", 3), ("K3", "Z06", "%", 100)]
    listed = [
        {"indicator_no": no, "indicator_name": no, "year": 2021, "part": "工作目标任务", "subject_type": "部门",
         "source_indicator": source, "indicator_unit": unit, "target_value": Decimal(target)}
        for no, source, unit, target in targets
    ]  # fmt: skip
    zone.submit("assessment_indicators", "2021", listed, received=datetime(2021, 1, 20, 9))
    zone.submit("assessment_results", "2021-10", [], received=datetime(2021, 11, 5, 9))
    declared = [("K1", Decimal(4)), ("K2", Decimal("2.52")), ("K3", Decimal("70.0"))]
    results = [{"subject_name": "项目建设部", "indicator_no": no, "declared_value": value} for no, value in declared]
    zone.submit("assessment_results", "2021-12", results, received=datetime(2022, 1, 9, 9))


def _talks(zone: LandedZone) -> None:
    """Talks of three half-months of which the middle one never came; one journey, which nobody owed."""
    talk = {"project_no": "ZS2021-001", "project_name": "碳纤维项目", "stage": "深度洽谈", "investor_name": "丙公司"}
    zone.submit("talks", "2021-08-H2", [talk], received=datetime(2021, 9, 1, 9))
    zone.submit("talks", "2021-09-H2", [talk | {"stage": "拟签约"}], received=datetime(2021, 10, 11, 9))
    journey = {"activity_date": date(2021, 11, 9), "leader_name": "王建国", "destination": "上海市", "batches": 1}
    zone.submit("outreach", "2021-11", [journey], received=datetime(2021, 12, 8, 9))
