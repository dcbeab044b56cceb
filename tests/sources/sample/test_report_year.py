"""The report's year, counted from the rows that are written, by the words of the indicators."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from sources.sample.report_year import report_rows
from sources.sample.zone import make_zone

YEAR_END = date(2021, 12, 31)
AWARDED = ("获批", "复核通过")
PENDING = ("已申报", "市推荐", "评审", "公示")
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module", params=[20211231, 7])
def rows(request: pytest.FixtureRequest) -> dict[tuple[str, str], Rows]:
    return report_rows(make_zone(request.param).report)


@pytest.fixture
def titles(rows: dict[tuple[str, str], Rows]) -> Rows:
    return rows["enterprise_titles", "2021-12"]


def firms(titles: Rows, name: str, *, valid: bool = False, since: date | None = None) -> set[str]:
    """Return the firms that hold a title, of those in force at the year's end or awarded since a day."""
    return {
        row["uscc"]
        for row in titles
        if row["title_name"] == name
        and row["stage"] in AWARDED
        and (not valid or row.get("valid_to_date") is None or row["valid_to_date"] >= YEAR_END)
        and (since is None or row["award_date"] >= since)
    }


def test_41_key_projects_4_provincial_11_municipal(rows: dict[tuple[str, str], Rows]) -> None:
    for month in range(1, 13):
        levels = Counter(row["project_level"] for row in rows["key_projects", f"2021-{month:02d}"])
        assert levels == {"省级重大": 1, "省级重点": 3, "市级重点": 11, "区级重点": 20, "园区级": 6}


def test_39_applications_for_hightech_and_more_than_80_expected(titles: Rows) -> None:
    applied = [row for row in titles if row["title_name"] == "国家高企" and row["stage"] in PENDING]
    assert len({row["uscc"] for row in applied}) == len(applied) == 39
    assert {row["application_date"].year for row in applied} == {2021}
    assert Counter(row["application_type"] for row in applied) == {"新认定": 26, "重新认定(复核)": 13}
    valid = firms(titles, "国家高企", valid=True)
    assert len(valid) == 46
    assert len(valid | {row["uscc"] for row in applied}) == 85


def test_renewing_firms_held_a_certificate_that_ended(titles: Rows) -> None:
    ended = {row["uscc"] for row in titles if row["title_name"] == "国家高企" and row["stage"] == "到期"}
    renewing = {row["uscc"] for row in titles if row["application_type"] == "重新认定(复核)"}
    assert renewing <= ended
    assert len(ended - renewing) == 2


def test_50_firms_enter_the_directory_and_more_than_160_are_in_it(titles: Rows) -> None:
    listed = firms(titles, "升规(规上)")
    new = [
        row
        for row in titles
        if row["title_name"] == "升规(规上)" and row["uscc"] in firms(titles, "升规(规上)", since=date(2021, 1, 1))
    ]
    assert len(new) == 50
    assert Counter(row["application_type"] for row in new) == {"规下转规上": 38, "新建投产": 9, "迁入": 3}
    assert len(listed) == 162
    assert not [row for row in titles if row["title_name"] == "升规(规上)" and row["stage"] in PENDING]


def test_3_new_and_5_valid_gazelles(titles: Rows) -> None:
    assert len(firms(titles, "省级瞪羚", since=date(2021, 1, 1))) == 3
    assert len(firms(titles, "省级瞪羚", valid=True)) == 5


def test_16_provincial_and_30_municipal_srdi_and_some_are_both(titles: Rows) -> None:
    province, city = firms(titles, "省级专精特新", valid=True), firms(titles, "市级专精特新", valid=True)
    assert (len(province), len(city)) == (16, 30)
    assert len(province & city) == 10


def test_7_reform_tasks_of_which_6_are_done(rows: dict[tuple[str, str], Rows]) -> None:
    december = rows["reform_tasks", "2021-12"]
    states = {row["task_no"]: row["task_status"] for row in december}
    assert Counter(states.values()) == {"完成": 6, "正常推进": 1}
    weights: Counter[str] = Counter()
    for row in december:
        weights[row["task_no"]] += row["milestone_weight_rate"]
    assert set(weights.values()) == {1}
    assert {"提升先进制造业水平", "推行“管委会+公司”模式", "工业技改普惠性奖补"} <= {
        row["task_name"] for row in december
    }


def test_every_firm_is_in_the_register_under_the_same_name(rows: dict[tuple[str, str], Rows]) -> None:
    for (form, period), content in rows.items():
        if form not in ("enterprise_titles", "key_projects"):
            continue
        register = {row["uscc"]: row["enterprise_name"] for row in rows["enterprises", period]}
        assert {
            row["uscc"]: row.get("enterprise_name", row.get("owner_name")) for row in content
        }.items() <= register.items()


def test_the_declared_values_are_those_of_the_ledgers(rows: dict[tuple[str, str], Rows]) -> None:
    declared = {row["indicator_name"]: row["declared_value"] for row in rows["assessment_results", "2021-12"]}
    counted = {
        name: declared[name]
        for name in ("重点项目数", "申报高企数", "新增规上企业", "省级专精特新企业", "改革任务数", "改革任务完成数")
    }
    assert list(counted.values()) == [41, 39, 50, 16, 7, 6]
    spent = sum(row["investment_ytd_wan"] for row in rows["key_projects", "2021-12"])
    assert declared["年度累计完成投资"] == round(spent / 10000, 4)
