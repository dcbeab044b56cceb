"""Facts and dimensions as they come out of one build."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from orchestration.dbt_build import BuildOutcome, build_warehouse, dbt_place
from orchestration.dbt_invoke import invoke
from sources.contract import load_catalog
from sources.home import Home
from sources.workdays import due_date, is_workday, workdays_late
from tests.dbt_project.conftest import Built
from tests.landed import LandedZone

CATALOG = load_catalog()


def test_everything_is_built_and_every_test_holds(built: Built) -> None:
    assert [node for node in built.outcome.nodes if node.status not in ("success", "pass")] == []
    assert built.outcome.success


@pytest.fixture(scope="module")
def nothing_sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, BuildOutcome]:
    home = LandedZone(Home(tmp_path_factory.mktemp("没有 报送'过"))).land()
    return home, build_warehouse(home, home.work / "warehouse.duckdb")


def test_a_zone_that_has_sent_nothing_builds_too(nothing_sent: tuple[Home, BuildOutcome]) -> None:
    _, outcome = nothing_sent
    assert [node for node in outcome.nodes if node.status not in ("success", "pass")] == []


def test_the_unit_tests_of_business_rules_hold(nothing_sent: tuple[Home, BuildOutcome]) -> None:
    # They look up the types of their inputs, which must exist: tables without rows are enough.
    home, _ = nothing_sent
    result = invoke(dbt_place(home, home.work / "warehouse.duckdb"), ["test", "--resource-type", "unit_test"])
    units = [run for run in result.result.results if run.node.resource_type == "unit_test"]
    assert [run.message for run in units if run.status != "pass"] == []
    assert len(units) > 60


def test_every_column_of_every_mart_is_documented(manifest: dict[str, Any]) -> None:
    marts = [
        node for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["fqn"][1] in ("marts", "indicators", "staging")
    ]  # fmt: skip
    assert len(marts) > 20
    for node in marts:
        assert node["description"], node["name"]
        for column in node["columns"].values():
            assert column["description"], f"{node['name']}.{column['name']}"
            assert column["config"]["meta"]["title"], f"{node['name']}.{column['name']}"


def test_the_calendar_knows_the_work_days(built: Built) -> None:
    days = built.rows("select day, is_workday from dim_days")
    assert {day for day, workday in days if workday != is_workday(day)} == set()
    assert (days[0][0], max(days)[0]) == (date(2019, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("form", list(CATALOG), ids=lambda form: form.id)
def test_due_dates_are_those_of_the_contract(built: Built, form: Any) -> None:
    sql = f"select period, due_date, received_date, late_workdays from fct_submissions where form = '{form.id}'"
    for period, due, received, late in built.rows(sql):
        assert due == due_date(form, period)
        assert late == workdays_late(due, received)


def test_the_last_accepted_submission_is_in_force_and_the_rejected_one_is_not(built: Built) -> None:
    sql = """
        select submission_id, verdict, is_in_force, is_latest from fct_submissions
        where form = 'key_projects' and period = '2021-12' order by received_at
    """
    expected = [("s2", "accepted", False, False), ("s3", "accepted", True, False), ("s4", "rejected", False, True)]
    assert built.rows(sql) == expected


def test_a_project_stands_once_a_month_at_its_highest_level(built: Built) -> None:
    sql = """
        select project_level, is_provincial, is_municipal, sheet_row from fct_project_months
        where project_name = '园区' and period = '2021-12'
    """
    assert built.rows(sql) == [("省级重点", True, True, 7)]


def test_a_project_remembers_when_it_was_first_and_last_reported(built: Built) -> None:
    sql = "select project_name, first_period, last_period, year_status from dim_projects where project_name = '老厂'"
    assert built.rows(sql) == [("老厂", "2021-11", "2021-12", "退出")]


def test_a_figure_of_an_enterprise_outside_the_register_stays_and_is_marked(built: Built) -> None:
    sql = "select enterprise_id, is_registered from fct_enterprise_titles where enterprise_title_id like 'C1|%'"
    assert built.rows(sql) == [(None, False)]
    assert built.rows("select count(*) from dim_enterprises where enterprise_id = 'C1'") == [(0,)]


def test_a_title_without_an_end_holds_for_its_usual_years(built: Built) -> None:
    sql = "select valid_until_date, is_valid_at_period_end from fct_enterprise_titles where enterprise_id = 'A2'"
    assert built.rows(sql) == [(date(2021, 11, 28), False)]


def test_completion_is_the_weight_of_finished_milestones(built: Built) -> None:
    sql = """
        select task_no, completion_rate, milestone_done_count, deadline_date, is_subtask
        from fct_reform_tasks where period = '2021-12' order by task_no
    """
    rows = [(no, float(rate or 0), done, deadline, sub) for no, rate, done, deadline, sub in built.rows(sql)]
    assert rows == [
        ("1", 0.4, 1, date(2022, 3, 31), False),
        ("2", 1.0, 1, date(2021, 10, 31), False),
        ("3", 0.0, 0, date(2021, 12, 31), False),
        ("3-1", 0.0, 0, date(2021, 10, 31), True),
    ]


def test_a_form_that_was_due_and_never_came_is_owed_too(built: Built) -> None:
    sql = """
        select period, status, is_filed, is_due, is_on_time, late_workdays from fct_obligations
        where form = 'assessment_results' order by period
    """
    # Looked at on 10 January 2022, the day of the last submission; November was due on 8 December.
    assert built.rows(sql) == [
        ("2021-10", "nil", True, True, True, 0),
        ("2021-11", "overdue", False, True, False, 22),
        ("2021-12", "accepted", True, True, True, 0),
    ]


def test_half_months_are_owed_one_by_one_up_to_the_day_of_looking(built: Built) -> None:
    sql = "select period, due_date, is_filed, is_on_time from fct_obligations where form = 'talks' order by period"
    found = built.rows(sql)
    assert found[:3] == [
        ("2021-08-H2", date(2021, 9, 1), True, True),
        ("2021-09-H1", date(2021, 9, 16), False, False),
        ("2021-09-H2", date(2021, 10, 8), True, False),
    ]
    assert found[-1] == ("2021-12-H2", date(2022, 1, 4), False, False)


def test_a_later_correction_never_rewrites_when_something_first_came(built: Built) -> None:
    sql = """
        select first_received_at, first_accepted_at, status from fct_obligations
        where form = 'key_projects' and period = '2021-12'
    """
    assert built.rows(sql) == [(datetime(2022, 1, 4, 9), datetime(2022, 1, 4, 9, 1), "accepted")]


def test_what_is_sent_when_it_happens_is_never_owed_but_may_be_late(built: Built) -> None:
    assert built.rows("select count(*) from fct_obligations where form = 'outreach'") == [(0,)]
    sql = "select due_date, is_on_time, late_workdays from fct_submissions where form = 'outreach'"
    assert built.rows(sql) == [(date(2021, 12, 6), False, 2)]
