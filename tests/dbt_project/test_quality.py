"""Rules between submissions: one SQL model each, every failing row, with both sides of the comparison."""

from __future__ import annotations

from typing import Any

import pytest

from sources.contract import Level, load_catalog
from sources.finding import COLUMNS, Finding
from sources.rules import load_register
from sources.rules.between import cross_rules
from tests.dbt_project.conftest import Built

RULES = tuple(found.rule.code for found in cross_rules())


def findings(built: Built, rule: str) -> list[dict[str, Any]]:
    cursor = built.connection.execute(f"select * from restricted.quality_{rule.lower()} order by row, field")
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.mark.parametrize("code", RULES)
def test_a_cross_rule_gives_findings_and_stands_in_the_register(built: Built, code: str) -> None:
    rule = load_register(load_catalog()).between[code]
    cursor = built.connection.execute(f"select * from restricted.quality_{code.lower()}")
    assert tuple(column[0] for column in cursor.description or ()) == COLUMNS
    assert {row["level"] for row in findings(built, code)} <= {rule.level.value}


@pytest.mark.parametrize("code", RULES)
def test_a_fingerprint_is_that_of_findings_everywhere(built: Built, code: str) -> None:
    for row in findings(built, code):
        given = {name: value for name, value in row.items() if name not in ("finding_id", "level")}
        assert Finding(level=Level(row["level"]), **given).finding_id == row["finding_id"]


def test_a_cumulated_amount_that_falls_names_both_cells(built: Built) -> None:
    (found,) = findings(built, "D01")
    assert found["message"] == (
        "《重点项目月度调度表》2021年12月 第5行“1–本月累计完成投资”（AD5） "
        "本年累计10000万元小于2021年11月累计11000万元。累计数不得减少；确需冲减的请走更正申请并说明。"
    )
    assert (found["cell"], found["other_submission_id"], found["other_cell"]) == ("AD5", "s1", "AD5")
    assert (found["value"], found["expected"], found["difference"]) == ("10000", "11000", "-1000")


def test_a_month_that_is_not_the_difference_of_two_is_asked_about(built: Built) -> None:
    bridge = next(row for row in findings(built, "D02") if row["row"] == 6)
    assert (bridge["value"], bridge["expected"], bridge["difference"]) == ("100.5", "200", "-99.5")


def test_a_changed_total_investment_shows_old_and_new(built: Built) -> None:
    (found,) = findings(built, "D03")
    assert found["message"].endswith("总投资由30000.5万元变为33000万元，请填写调整依据。")


def test_only_a_deadline_moved_without_approval_is_a_finding(built: Built) -> None:
    found = {(row["row"], row["field"]): (row["expected"], row["value"]) for row in findings(built, "D15")}
    assert found == {(8, "planned_end_date"): ("2021-10-31", "2021-12-31"), (8, "completion_rate"): ("50.0%", "30.0%")}


def test_a_declared_value_is_compared_in_the_unit_of_the_assessment(built: Built) -> None:
    found = {row["row_key"]: (row["value"], row["expected"]) for row in findings(built, "E18")}
    assert found == {"项目建设部|K1": ("4", "3"), "项目建设部|K3": ("70", "84")}


def test_findings_of_the_submission_in_force_and_of_a_later_rejected_one_are_open(built: Built) -> None:
    rows = built.rows(
        "select distinct found_by, rule, is_open, is_in_force from fct_findings where rule in ('B08', 'D01')"
    )
    assert sorted(rows) == [("submission", "B08", True, False), ("warehouse", "D01", True, True)]


def test_every_finding_of_every_rule_is_in_the_findings_table(built: Built) -> None:
    total = sum(len(findings(built, code)) for code in RULES) + 1
    assert built.rows("select count(*) from fct_findings") == [(total,)]
