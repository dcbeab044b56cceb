"""The ledger of decisions: written once, told apart by content, and taken only by those who may."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sources.decisions import (
    KINDS,
    Acceptance,
    CorrectionApproval,
    CorrectionRequest,
    Decision,
    DecisionError,
    Explanation,
    PeriodLock,
    PeriodUnlock,
    Return,
    Standing,
    SubmissionReturn,
    Waiver,
    Withdrawal,
    decided,
    decision_path,
    fault_of,
    parse,
    read_decisions,
    record,
    take,
)
from sources.decisions.landed import decision_rows
from sources.home import Home
from sources.published.returns import returns

F = "0123456789abcdef"
SAID: dict[str, Any] = {"by": "王某", "role": "filler"}
ABOUT: dict[str, Any] = {"finding_id": F, "rule": "D02", "rule_version": "1", "value": "100"}
WHY = "三月有两笔设备款提前支付，合同已附"


def at(day: int) -> datetime:
    return datetime(2026, 4, day, 9)


def explained(day: int = 1, **changes: Any) -> Explanation:
    return decided(Explanation, **{"taken_at": at(day), "reason": WHY, **SAID, **ABOUT, **changes})


def ruled(kind: type[Decision], refers_to: str, day: int = 2, **changes: Any) -> Decision:
    given = {"taken_at": at(day), "by": "李某", "role": "desk", "reason": "可以", "refers_to": refers_to}
    finding = {"finding_id": F} if kind in (Acceptance, Return) else {}
    return decided(kind, **{**given, **finding, **changes})


def lock(kind: type[Decision], day: int, **changes: Any) -> Decision:
    return decided(kind, taken_at=at(day), by="李某", role="desk", reason="通报已印发", period="2026-03", **changes)


def sent_back(day: int = 1, **changes: Any) -> Decision:
    given = {"submission_id": "s1", "form": "key_projects", "department": "projects", "due_date": date(2026, 4, 10)}
    return lock(SubmissionReturn, day, **{**given, **changes})


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_decision_is_written_once_and_read_back_as_it_was(home: Home) -> None:
    decision = explained()
    assert record(home, decision)
    before = decision_path(home, decision).read_bytes()
    assert not record(home, decision)
    assert decision_path(home, decision).read_bytes() == before
    assert read_decisions(home) == [decision]
    assert [path.name for path in home.decisions.rglob("*.*")] == [f"{decision.decision_id}.json"]


def test_a_file_that_was_changed_afterwards_is_refused_by_name(home: Home) -> None:
    record(home, explained())
    path = decision_path(home, explained())
    path.write_text(path.read_text(encoding="utf-8").replace("王某", "张某"), encoding="utf-8")
    with pytest.raises(DecisionError, match="被改动过"):
        read_decisions(home)


def test_every_kind_comes_back_from_its_json() -> None:
    granted = {"approver": "赵某", "evidence": "会议纪要", "valid_until": date(2026, 12, 31)}
    decisions = [
        explained(),
        ruled(Acceptance, F),
        ruled(Return, F),
        ruled(Withdrawal, F),
        ruled(CorrectionApproval, F),
        decided(Waiver, taken_at=at(1), reason=WHY, **granted, **SAID, **ABOUT),
        lock(PeriodLock, 1),
        lock(PeriodUnlock, 1),
        lock(CorrectionRequest, 1, submission_id="s1", figures=("Z05 2026-03",)),
        sent_back(),
    ]
    assert {decision.kind for decision in decisions} <= set(KINDS)
    assert [parse(decision.content()) for decision in decisions] == decisions


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"kind": "wish"}, "没有这种决定“wish”"),
        ({**explained().content(), "mood": "好"}, "mood"),
        ({**explained().content(), "reason": "情况属实"}, "不足 10 个字"),
        ({**explained().content(), "reason": "经核实，以上数据准确无误。"}, "只写“属实”不算"),
        ({**explained().content(), "by": " "}, "不能为空"),
        ({**lock(PeriodLock, 1).content(), "period": "三月"}, "不是期间"),
    ],
)
def test_what_says_nothing_or_too_much_is_no_decision(content: dict[str, Any], said: str) -> None:
    with pytest.raises(DecisionError, match=said):
        parse(content)


def test_a_waiver_is_approved_by_somebody_else_and_ends(home: Home) -> None:
    given = {"taken_at": at(2), "reason": WHY, "evidence": "纪要", "valid_until": date(2026, 5, 1), **SAID, **ABOUT}
    with pytest.raises(DecisionError, match="另一个人批准"):
        decided(Waiver, **given, approver="王某")
    with pytest.raises(DecisionError, match="已过"):
        decided(Waiver, **{**given, "valid_until": date(2026, 3, 1)}, approver="赵某")
    take(home, explained(by="赵某"))
    with pytest.raises(DecisionError, match="赵某 写过这条问题的说明"):
        take(home, decided(Waiver, **given, approver="赵某"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"by": "王某"}, "另一个人"), ({"role": "filler"}, "由汇总岗"), ({"finding_id": "f" * 16}, "没有核实说明")],
)
def test_an_explanation_is_ruled_on_by_a_steward_who_did_not_write_it(
    home: Home, changes: dict[str, str], said: str
) -> None:
    take(home, explained())
    with pytest.raises(DecisionError, match=said):
        take(home, ruled(Acceptance, explained().decision_id, **changes))
    assert len(read_decisions(home)) == 1


def test_a_correction_needs_a_second_person(home: Home) -> None:
    request = lock(CorrectionRequest, 1, submission_id="s1")
    take(home, request)
    with pytest.raises(DecisionError, match="另一个人批准"):
        take(home, ruled(CorrectionApproval, request.decision_id))
    assert take(home, ruled(CorrectionApproval, request.decision_id, by="赵某", role="leader"))


def test_what_is_withdrawn_does_not_count_and_stays_on_record(home: Home) -> None:
    first, second = explained(1), explained(2)
    gone = ruled(Withdrawal, second.decision_id, 3)
    take(home, first, second)
    take(home, gone)
    decisions = read_decisions(home)
    assert Standing.of(decisions).explanation(F) == first
    assert {row["decision_id"]: row["is_withdrawn"] for row in decision_rows(decisions).to_pylist()} == {
        first.decision_id: False,
        second.decision_id: True,
        gone.decision_id: False,
    }
    back = ruled(Withdrawal, gone.decision_id, 4)
    assert Standing.of([*decisions, back]).explanation(F) == second


def test_the_last_word_on_a_period_counts() -> None:
    decisions = [lock(PeriodLock, 1), lock(PeriodUnlock, 2, form="talks"), lock(PeriodLock, 3, form="talks")]
    assert Standing.of(decisions).is_locked("key_projects", "projects", "2026-03")
    assert not Standing.of(decisions[:2]).is_locked("talks", "investment", "2026-03")
    assert Standing.of(decisions).is_locked("talks", "investment", "2026-03")
    assert not Standing.of(decisions).is_locked("talks", "investment", "2026-04")


def test_a_text_that_gives_a_reason_is_an_explanation() -> None:
    assert fault_of(WHY) is None


def test_a_submission_is_returned_by_a_steward_until_a_day_to_come(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first, last = sent_back(1), sent_back(2, due_date=date(2026, 4, 20))
    take(home, first, last)
    assert returns(home) == {"s1": [last]}
    take(home, ruled(Withdrawal, last.decision_id, day=3))
    assert returns(home) == {"s1": [first]}
    with pytest.raises(DecisionError, match="由汇总岗"):
        take(home, decided(SubmissionReturn, **{**first.content(), "role": "filler"}))
    with pytest.raises(DecisionError, match="新的截止日应在今天以后"):
        sent_back(10)
