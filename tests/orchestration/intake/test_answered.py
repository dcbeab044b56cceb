"""Answers in a marked workbook that comes back: to findings of its verdict, and to those between submissions."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from orchestration.intake.answered import _judged
from sources.home import Home
from sources.inbox import verdict_path

ASKED, TOLD, OTHER = "a" * 16, "b" * 16, "c" * 16
SENT = "0123456789abcdef"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    verdict = verdict_path(made, SENT)
    verdict.parent.mkdir(parents=True)
    found = {"rule": "B09", "value": "120", "expected": "100", "basis": "本年累计 20", "level": "verify"}
    part = {
        "rule_versions": {"B09": "2"},
        "findings": [{**found, "finding_id": ASKED}, {**found, "finding_id": TOLD, "level": "notice"}],
    }
    verdict.write_text(json.dumps({"judged_at": f"{datetime(2026, 4, 1)}", "parts": [part]}), encoding="utf-8")
    return made


def _publish(home: Home) -> None:
    folder = home.releases / "20260401T020000"
    folder.mkdir(parents=True)
    home.current.symlink_to(folder)
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute(
            f"create table fct_findings as select '{OTHER}' as finding_id, 'D02' as rule, '1' as rule_version, null as value,"
            f" null as expected, '{SENT}' as submission_id, 'warehouse' as found_by, 'verify' as level, true as is_open"
        )
        # What a restricted form says stands there alone, and an answer binds to it.
        connection.execute("create schema restricted")
        connection.execute(
            "create table restricted.fct_findings as select * replace ('5' as value, '7' as expected) from fct_findings"
        )


def test_an_answer_binds_to_the_finding_of_the_verdict_that_the_list_names(home: Home) -> None:
    binding = {
        "finding_id": ASKED,
        "rule": "B09",
        "rule_version": "2",
        "value": "120",
        "expected": "100",
        "basis": "本年累计 20",
        "submission_id": SENT,
    }

    assert _judged(home, SENT) == {ASKED: binding}
    assert _judged(home, "f" * 16) == _judged(home, None) == {}


def test_what_was_found_between_submissions_can_be_answered_in_the_workbook_too(home: Home) -> None:
    _publish(home)

    judged = _judged(home, SENT)
    assert set(judged) == {ASKED, OTHER}
    assert judged[OTHER] == {
        "finding_id": OTHER,
        "rule": "D02",
        "rule_version": "1",
        "value": "5",
        "expected": "7",
        "submission_id": SENT,
    }
