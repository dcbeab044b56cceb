"""Locked scores: written once, a new version with its differences, never a silent change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from orchestration.assessment import ledger
from orchestration.assessment.compute import assess
from orchestration.assessment.ledger import ScoresNotLockableError, lock, versions
from sources.home import Home
from tests.orchestration.assessment.ground import PROJECTS, facts, ground, result, target

AT = datetime(2026, 1, 20, 9)


def test_the_first_version_holds_everything_and_cannot_be_written_over(home: Home) -> None:
    locked, is_new = lock(home, assess(facts(), ground()), "张三", AT)
    assert (locked["version"], locked["locked_by"], locked["locked_at"], is_new) == (
        1,
        "张三",
        "2026-01-20T09:00:00",
        True,
    )
    path = home.scores / "2025" / "v0001.json"
    assert json.loads(path.read_text(encoding="utf-8")) == locked == versions(home, "2025")[0]
    assert path.stat().st_mode & 0o222 == 0
    assert [file.name for file in path.parent.iterdir()] == ["v0001.json"]


def test_the_same_scores_make_no_new_version_whatever_the_release(home: Home) -> None:
    lock(home, assess(facts(), ground()), "张三", AT)
    again, is_new = lock(home, assess(facts(), ground(release_id="20260201T020000")), "李四", AT)
    assert (again["version"], again["locked_by"], is_new) == (1, "张三", False)
    assert len(versions(home, "2025")) == 1


def test_a_correction_makes_the_next_version_with_what_changed(home: Home) -> None:
    lock(home, assess(facts(), ground()), "张三", AT)
    results = dict(facts().results) | {(PROJECTS, "K1"): result("K1", PROJECTS, "36")}
    second, _ = lock(home, assess(facts(results=results), ground()), "李四", AT)
    changes = {(one["subject"], one["what"]): (one["before"], one["after"]) for one in second["differences"]}
    assert second["version"] == 2
    assert changes == {
        (PROJECTS, "K1 完成值"): ("30", "36"),
        (PROJECTS, "K1 得分"): ("25", "30"),
        (PROJECTS, "工作目标任务"): ("60", "64"),
        (PROJECTS, "总分"): ("398/5", "418/5"),
    }
    assert [one["version"] for one in versions(home, "2025")] == [1, 2]


def test_an_indicator_that_is_gone_is_a_difference_too(home: Home) -> None:
    lock(home, assess(facts(), ground()), "张三", AT)
    second, _ = lock(home, assess(facts(targets=facts().targets[:3]), ground()), "李四", AT)
    assert any(one["what"] == "K4 得分" and one["after"] is None for one in second["differences"])


@pytest.mark.parametrize(
    ("period", "targets", "message"),
    [
        ("2025-06", None, "2025-06 是月度模拟得分，不能锁定"),
        ("2025", (), "没有考核指标"),
        ("2025", (target("K1", PROJECTS, rule="S99"),), "没有计分规则“S99”"),
    ],
)
def test_what_is_not_settled_is_not_locked(
    home: Home, period: str, targets: tuple[object, ...] | None, message: str
) -> None:
    given = facts() if targets is None else facts(targets=targets)
    with pytest.raises(ScoresNotLockableError, match=message):
        lock(home, assess(given, ground(period)), "张三", AT)
    assert versions(home, "2025") == []


def test_of_two_who_lock_at_once_one_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(home, assess(facts(), ground()), "张三", AT)
    # The second one looked before the first one wrote.
    monkeypatch.setattr(ledger, "versions", lambda *_: [])
    with pytest.raises(ScoresNotLockableError, match="刚刚被他人锁定"):
        lock(home, replace(assess(facts(), ground()), document_no="新"), "李四", AT)
    monkeypatch.undo()
    assert [one["locked_by"] for one in versions(home, "2025")] == ["张三"]
