"""A changed rule judges again what it touches, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from orchestration.intake import run_intake
from orchestration.intake.again import judged_by_other_rules
from sources.contract import Catalog, Level, load_catalog
from sources.decisions import PeriodLock, decided, moment, take
from sources.home import Home
from sources.inbox import verdict_path
from tests.workbooks import project, write_projects

CATALOG = load_catalog()


def with_rule(**changes: Any) -> Catalog:
    """Return the catalog with the rule B12 of the key projects changed."""
    form = CATALOG.forms["key_projects"]
    rule = form.rules["B12"].model_copy(update=changes)
    changed = form.model_copy(update={"rules": {**form.rules, "B12": rule}})
    return replace(CATALOG, forms={**CATALOG.forms, "key_projects": changed})


def landed(home: Home, table: str) -> list[dict[str, Any]]:
    return [row for path in (home.landing / table).glob("*.parquet") for row in pq.read_table(path).to_pylist()]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two months of one department, each of which has spent more than planned."""
    home = Home(tmp_path_factory.mktemp("home"))
    for month in (3, 4):
        over = project(**{"年度计划投资（万元）": 2800})
        write_projects(
            home.drop / "projects" / f"{month}月.xlsx", [over], title=f"重点项目月度调度表（2026年{month}月）"
        )
    report = run_intake(home, catalog=CATALOG)
    assert [outcome.verdict for outcome in report.accepted] == ["accepted", "accepted"]
    return home


def test_the_same_rules_judge_nothing_again_and_a_changed_explanation_neither(sent: Home) -> None:
    assert judged_by_other_rules(sent, CATALOG) == []
    assert judged_by_other_rules(sent, with_rule(about="超计划要说明", owner="office")) == []


def test_a_bound_set_for_another_form_judges_nothing_again(sent: Home) -> None:
    held = CATALOG.code_lists["value_bounds"]

    def with_bound(**changed: str) -> Catalog:
        lists = {**CATALOG.code_lists, "value_bounds": replace(held, rows=({**held.rows[0], **changed},))}
        return replace(CATALOG, code_lists=lists)

    ours = with_bound(form="key_projects", row_key="", field="investment_ytd_wan")
    assert judged_by_other_rules(sent, with_bound(high="50000")) == []
    assert len(judged_by_other_rules(sent, ours)) == 2


def test_a_changed_rule_judges_again_what_counts_except_in_locked_periods(sent: Home) -> None:
    lock = decided(
        PeriodLock,
        taken_at=moment(),
        by="李某",
        role="desk",
        reason="通报已印发",
        period="2026-04",
        form="key_projects",
    )
    take(sent, lock)
    before = {row["period"]: row for row in landed(sent, "_submissions")}
    stricter = with_rule(level=Level.MANDATORY)
    assert judged_by_other_rules(sent, stricter) == [before["2026-03"]["submission_id"]]

    report = run_intake(sent, catalog=stricter)

    assert [(outcome.period, outcome.verdict) for outcome in report.rejudged] == [("2026-03", "rejected")]
    assert report.outcomes == ()
    after = {row["period"]: row for row in landed(sent, "_submissions")}
    assert after["2026-04"] == before["2026-04"]
    assert after["2026-03"]["judged_at"] == before["2026-03"]["judged_at"]
    assert after["2026-03"]["rejudged_at"] == after["2026-03"]["settled_at"] is not None
    assert [row["period"] for row in landed(sent, "key_projects")] == ["2026-04"]
    verdict = json.loads(verdict_path(sent, before["2026-03"]["submission_id"]).read_text(encoding="utf-8"))
    assert verdict["parts"][0]["verdict"] == "rejected"
    assert judged_by_other_rules(sent, stricter) == []


def test_results_count_what_could_not_be_evaluated(tmp_path: Path) -> None:
    home = Home(tmp_path)
    rows = [project(), project(项目名称="二期", 建设规模及主要内容="厂房", **{"至上年底累计完成投资（万元）": None})]
    write_projects(home.drop / "projects" / "3月.xlsx", rows)
    run_intake(home, catalog=CATALOG)
    results = {
        row["rule"]: (row["evaluated"], row["failed"], row["not_evaluated"]) for row in landed(home, "_rule_results")
    }
    assert results["B09"] == (1, 0, 1)
    assert results["B12"] == (2, 0, 0)
    assert results["A03"] == (1, 0, 0)


def test_a_rule_on_trial_is_landed_for_stewards_and_told_to_no_department(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_projects(home.drop / "projects" / "3月.xlsx", [project(**{"年度计划投资（万元）": 2800})])
    (outcome,) = run_intake(home, catalog=with_rule(trial=True, level=Level.MANDATORY)).outcomes
    assert (outcome.verdict, [found.rule for found in outcome.findings if found.rule == "B12"]) == ("accepted", [])
    assert [row["level"] for row in landed(home, "_findings") if row["rule"] == "B12"] == ["notice"]
    assert "B12" not in verdict_path(home, outcome.submission_id).read_text(encoding="utf-8")
