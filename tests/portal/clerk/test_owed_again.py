"""A submission that was returned as a whole is owed again, whatever its period, until another one is accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.test import Client

from orchestration.intake import run_intake
from portal.clerk.due import owed
from portal.people.roles import Role
from portal.people.scope import Scope
from sources.decisions import SubmissionReturn, Withdrawal, decided, take
from sources.home import Home
from sources.inbox import submit
from sources.published.returns import owed_again
from tests.portal.zone import OWN_SUBMISSION
from tests.workbooks import project, write_projects


@pytest.fixture
def returned(home: Home) -> SubmissionReturn:
    """The submission of March, returned on 20 April."""
    found = decided(SubmissionReturn, submission_id=OWN_SUBMISSION, form="key_projects", department="projects",
                    period="2026-03", due_date=date(2026, 5, 8), taken_at=datetime(2026, 4, 20, 9), by="王芳",
                    role="desk", reason="口径改了，请重报")  # fmt: skip
    take(home, found)
    return found


def _send(home: Home, path: Path, day: int, **changed: object) -> None:
    write_projects(path, [project(**changed)])
    submit(home, path, department="projects", received_at=datetime(2026, 4, day, 15))
    run_intake(home)


def test_only_an_accepted_submission_answers_a_return(returned: SubmissionReturn, home: Home, tmp_path: Path) -> None:
    assert owed_again(home) == [returned]
    _send(home, tmp_path / "3月早.xlsx", 19)
    assert owed_again(home) == [returned], "退回以前报的不算"
    _send(home, tmp_path / "3月错.xlsx", 21, **{"本月完成投资（万元）": -120})
    assert owed_again(home) == [returned], "又被退回的不算"
    _send(home, tmp_path / "3月改.xlsx", 22, 包挂领导="李建国")
    assert owed_again(home) == []


def test_a_return_that_is_withdrawn_asks_for_nothing(returned: SubmissionReturn, home: Home) -> None:
    take(home, decided(Withdrawal, refers_to=returned.decision_id, taken_at=datetime(2026, 4, 20, 10), by="王芳",
                       role="desk", reason="撤销：退回整份报送"))  # fmt: skip
    assert owed_again(home) == []


def test_a_return_of_an_earlier_period_stands_among_what_is_owed(
    returned: SubmissionReturn, published: str, browse: Callable[..., Client]
) -> None:
    found = [(one.period, one.state, one.due) for one in owed(Scope("projects"), date(2026, 6, 20))
             if one.form.id == "key_projects"]  # fmt: skip
    assert sorted(found) == [("2026-03", "returned", date(2026, 5, 8)), ("2026-05", "late", date(2026, 6, 5))]
    assert all(one.state != "returned" for one in owed(Scope("finance"), date(2026, 6, 20)))
    assert "口径改了，请重报" in browse(Role.CLERK).get("/submissions/").content.decode()
