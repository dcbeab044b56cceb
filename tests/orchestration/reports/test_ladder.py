"""The ladder: which letter the facts of a matter call for, and one chain per matter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orchestration.reports.ladder import Matter, drafted, steps

AT = date(2026, 4, 7)


def matter(kind: str = "项目", **measures: int) -> Matter:
    return Matter(kind, "甲项目", "亮灯", measures, "项目建设部", "王某")


def letter(level: int, **more: Any) -> dict[str, Any]:
    given = {
        "object_type": "项目", "object_no": "甲项目", "letter_level": level, "letter_no": f"函{level}", "chain_no": "2026L03",
        "is_closed": False, "issued_date": date(2026, 3, level), "replied_date": date(2026, 3, 9),
        "reply_due_date": date(2026, 3, 10), "promised_date": None,
    }  # fmt: skip
    return {**given, **more}


@pytest.mark.parametrize(
    ("measures", "level", "trigger"),
    [
        ({"overdue_workdays": 1}, 1, "逾期未报"),
        ({"overdue_workdays": 4}, 1, "逾期未报"),
        ({"overdue_workdays": 5}, 2, "逾期未报满5个工作日"),
        ({"yellow_periods": 1}, 1, "首次黄灯"),
        ({"yellow_periods": 2}, 2, "连续两期黄灯"),
        ({"yellow_periods": 1, "red_periods": 1}, 2, "红灯"),
        ({"yellow_periods": 2, "red_periods": 2}, 3, "连续两期红灯"),
        ({"milestone_days": 11}, 1, "节点滞后超过10天"),
        ({"appeal_workdays": 1}, 1, "诉求逾期未办结"),
        ({"appeal_workdays": 5}, 2, "诉求逾期未办结满5个工作日"),
    ],
)
def test_the_first_letter_of_a_matter(measures: dict[str, int], level: int, trigger: str) -> None:
    draft = drafted(matter(**measures), [], AT, steps())
    assert draft is not None
    assert (draft.level, draft.trigger, draft.chain_no, draft.parent_no) == (level, trigger, None, None)


@pytest.mark.parametrize("measures", [{}, {"overdue_workdays": 0}, {"milestone_days": 10}])
def test_what_is_not_behind_gets_no_letter(measures: dict[str, int]) -> None:
    assert drafted(matter(**measures), [], AT, steps()) is None


def test_nobody_is_told_the_same_twice() -> None:
    assert drafted(matter(yellow_periods=1), [letter(1)], AT, steps()) is None


def test_a_reminder_without_an_answer_in_time_is_pressed_in_the_same_chain() -> None:
    draft = drafted(matter(yellow_periods=1), [letter(1, replied_date=None)], AT, steps())
    assert draft is not None
    assert (draft.level, draft.trigger, draft.chain_no, draft.parent_no) == (2, "提醒函逾期未回复", "2026L03", "函1")


def test_before_its_time_is_over_a_reminder_is_not_pressed() -> None:
    waiting = letter(1, replied_date=None, reply_due_date=AT)
    assert drafted(matter(yellow_periods=1), [waiting], AT, steps()) is None


def test_two_supervisions_of_one_matter_lead_to_a_talk() -> None:
    draft = drafted(matter(red_periods=1), [letter(1), letter(2), letter(2, letter_no="函2b")], AT, steps())
    assert draft is not None
    assert (draft.level, draft.trigger) == (3, "同一事项已两次督办")


def test_a_closed_chain_is_not_continued() -> None:
    draft = drafted(matter(yellow_periods=1), [letter(1, is_closed=True)], AT, steps())
    assert draft is not None
    assert (draft.level, draft.chain_no) == (1, None)


def test_a_submission_whose_chain_is_closed_stays_closed() -> None:
    closed = letter(1, object_type="报送", is_closed=True)
    assert drafted(matter("报送", overdue_workdays=9), [closed], AT, steps()) is None


@pytest.mark.parametrize(("promised", "level"), [(date(2026, 4, 6), 3), (AT, None), (None, None)])
def test_a_plan_whose_date_is_missed_leads_to_a_talk(promised: date | None, level: int | None) -> None:
    chain = [letter(1), letter(2, promised_date=promised)]
    draft = drafted(matter(red_periods=1), chain, AT, steps())
    assert (draft and draft.level) == level
    assert draft is None or (draft.trigger, draft.parent_no) == ("承诺的整改期限未完成", "函2")


def test_a_missed_plan_of_a_closed_chain_is_nobodys_matter() -> None:
    closed = [letter(2, promised_date=date(2026, 3, 20), is_closed=True)]
    assert drafted(matter(), closed, AT, steps()) is None
