"""The judge finds every known fault at its cell, and nothing else that keeps a workbook out."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.intake.report import SubmissionOutcome
from orchestration.intake.run import run_intake
from sources.contract import load_catalog
from sources.home import Home
from sources.sample import write_sample
from sources.sample.delivery import Answer
from sources.sample.write import DEPARTMENTS

#: Found only by comparing submissions, which the intake does not do.
BETWEEN = ("D01", "D15", "E18", "")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Answer, ...], tuple[SubmissionOutcome, ...]]:
    home = Home(tmp_path_factory.mktemp("home"))
    written = write_sample(home.drop, load_catalog(), months=2)
    for path in [*home.drop.glob("*/*2021年?月*"), *home.drop.glob("*/*2021年1[01]月*")]:
        path.unlink()
    return written.answers, run_intake(home).outcomes


def test_every_known_fault_is_found_at_its_cell_and_no_other(
    judged: tuple[tuple[Answer, ...], tuple[SubmissionOutcome, ...]],
) -> None:
    answers, outcomes = judged
    known = {(Path(answer.file).name, answer.rule, answer.cell) for answer in answers if answer.rule not in BETWEEN}
    found = {
        (outcome.file, finding.rule, finding.cell or "")
        for outcome in outcomes
        for finding in outcome.findings
        if finding.level == "mandatory"
    }
    assert found == known


def test_the_report_year_is_accepted(
    judged: tuple[tuple[Answer, ...], tuple[SubmissionOutcome, ...]],
) -> None:
    _, outcomes = judged
    year = {(outcome.form, outcome.verdict) for outcome in outcomes if (outcome.period or "").startswith("2021")}
    assert year == {(form, "accepted") for form in load_catalog().forms}


def test_every_department_is_sent_something_back(
    judged: tuple[tuple[Answer, ...], tuple[SubmissionOutcome, ...]],
) -> None:
    answers, _ = judged
    rules = {
        department: {answer.rule for answer in answers if answer.file.startswith(department)}
        for department in DEPARTMENTS
    }
    assert all(len(found) >= 3 for found in rules.values()), rules


def test_nothing_else_asks_for_an_explanation(
    judged: tuple[tuple[Answer, ...], tuple[SubmissionOutcome, ...]],
) -> None:
    """Only two projects that spend more than planned; drafts that are sent back do not count."""
    _, outcomes = judged
    asked = {
        (outcome.form, finding.rule)
        for outcome in outcomes
        if outcome.verdict == "accepted"
        for finding in outcome.findings
        if finding.level == "verify"
    }
    assert asked <= {("key_projects", "B12")}
