"""The facts of the assessment, read from the warehouse as it is built."""

from __future__ import annotations

from decimal import Decimal

from orchestration.assessment.facts import read_facts
from tests.dbt_project.conftest import Built


def test_targets_and_results_come_with_their_cells(built: Built) -> None:
    facts = read_facts(built.connection, "2021")
    assert [(one.no, one.target) for one in facts.targets] == [("K1", 3), ("K2", 3), ("K3", 100)]
    result = facts.results["项目建设部", "K2"]
    assert (result.value, result.is_recognized) == (Decimal("2.52"), False)
    (cell,) = result.sources
    # The declared value is the fifth column of F14b; the second row of data is row 6.
    assert (cell.form, cell.sheet, cell.cell, cell.title, cell.value) == (
        "assessment_results", "Sheet1", "E6", "申报完成值", "2.52",
    )  # fmt: skip
    assert (facts.events, facts.ballots) == ((), ())


def test_a_month_has_its_own_results(built: Built) -> None:
    assert read_facts(built.connection, "2021-11").results == {}
    assert len(read_facts(built.connection, "2021-12").results) == 3
