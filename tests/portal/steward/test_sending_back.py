"""A whole submission goes back: with a reason, a new date and the marked workbook, and nobody returns his own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from portal.audit.models import Act, Entry
from portal.clerk.due import owed
from portal.clerk.models import Submission
from portal.people.models import Person
from portal.people.roles import Role
from portal.people.scope import Scope
from portal.worker.models import Job, Kind
from sources.decisions import SubmissionReturn
from sources.decisions import read_decisions as decisions
from sources.home import Home
from sources.inbox.store import write_json
from tests.portal.zone import OWN_SUBMISSION


def _page(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


@pytest.fixture
def judged(published: str, home: Home) -> str:
    """A submission of the own department in the inbox, with its verdict."""
    folder = home.inbox / OWN_SUBMISSION
    folder.mkdir(parents=True)
    (folder / "original.xlsx").write_bytes(b"x")
    write_json(folder / "receipt.json", {
        "submission_id": OWN_SUBMISSION, "file": "重点项目3月.xlsx", "sha256": "ab" * 32, "size": 10,
        "received_at": "2026-04-03T09:00:00", "department": "projects",
    })  # fmt: skip
    part = {"form": "key_projects", "department": "projects", "period": "2026-03", "sheet": "Sheet1",
            "verdict": "accepted", "data_rows": 2, "findings": []}  # fmt: skip
    write_json(folder / "verdict.json", {"judged_at": "2026-04-03T09:01:00", "parts": [part]})
    return reverse("steward:return_submission", args=[OWN_SUBMISSION])


def test_a_whole_submission_goes_back_with_reason_new_date_and_marked_workbook(
    judged: str, home: Home, browse: Callable[..., Client], person: Callable[..., Person]
) -> None:
    later = date.today() + timedelta(days=5)
    answer = browse(Role.STEWARD).post(judged, {"reason": "口径改了，请按新口径重报", "due_date": later.isoformat()})
    assert Job.objects.get().kind == Kind.MARKED
    assert answer.headers["Location"] == reverse("clerk:marked", args=[Job.objects.get().pk])
    (taken,) = [one for one in decisions(home) if isinstance(one, SubmissionReturn)]
    assert (taken.form, taken.department, taken.period, taken.due_date) == (
        "key_projects",
        "projects",
        "2026-03",
        later,
    )
    assert Entry.objects.filter(act=Act.SUBMISSION_RETURNED).count() == 1
    assert "请按新口径重报" in _page(browse(Role.CLERK), reverse("clerk:receipt", args=[OWN_SUBMISSION]))
    assert "已退回" in _page(browse(Role.STEWARD), "/desk/matrix/").partition("</thead>")[2]
    (found,) = [one for one in owed(Scope("projects"), date(2026, 4, 20)) if one.form.id == "key_projects"]
    assert (found.state, found.due, found.reason) == ("returned", later, "口径改了，请按新口径重报")
    _sent("9" * 16, person(Role.CLERK, username="again"))
    (found,) = [one for one in owed(Scope("projects"), date(2026, 4, 20)) if one.form.id == "key_projects"]
    assert (found.state, found.verdict) == ("on_time", "waiting")


def _sent(identity: str, sender: Person) -> None:
    job = Job.objects.create(kind=Kind.CHECK, person=sender, department="projects")
    Submission.objects.create(submission_id=identity, job=job, person=sender, department="projects", file="改.xlsx",
                              tables=[{"form": "key_projects", "period": "2026-03"}],
                              sent_at=datetime(2026, 4, 9))  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "due_date", "said"),
    [
        ("", "2099-01-05", "请写明理由"),
        ("口径改了", "下周", "新的截止日，形如"),
        ("口径改了", "2020-01-05", "新的截止日应在今天以后"),
    ],
)
def test_a_return_without_reason_or_day_is_not_taken(
    reason: str, due_date: str, said: str, judged: str, home: Home, browse: Callable[..., Client]
) -> None:
    page = browse(Role.STEWARD).post(judged, {"reason": reason, "due_date": due_date}).content.decode()
    assert said in page
    assert decisions(home) == []
    assert not Job.objects.exists()


def test_who_uploaded_does_not_return_and_what_was_not_judged_is_not_returned(
    judged: str, home: Home, browse: Callable[..., Client]
) -> None:
    client, given = browse(Role.STEWARD), {"reason": "口径改了，请重报", "due_date": "2099-01-05"}
    _sent(OWN_SUBMISSION, Person.objects.get(role=Role.STEWARD))
    assert "须由不同的人完成" in client.post(judged, given).content.decode()
    Submission.objects.all().delete()
    (home.inbox / OWN_SUBMISSION / "verdict.json").unlink()
    assert "还没有审核" in client.post(judged, given).content.decode()
    assert decisions(home) == []


@pytest.mark.parametrize(("form", "opened"), [("key_projects", 200), ("industrial_months", 404), (None, 404)])
def test_cells_of_restricted_forms_are_drawn_for_stewards_and_the_department_only(
    judged: str, home: Home, browse: Callable[..., Client], form: str | None, opened: int
) -> None:
    path = home.inbox / OWN_SUBMISSION / "verdict.json"
    if form is None:  # nobody knows yet what is in it
        path.unlink()
    else:
        path.write_text(path.read_text(encoding="utf-8").replace("key_projects", form), encoding="utf-8")
    address = reverse("clerk:cell", args=[OWN_SUBMISSION])
    asked = {"sheet": "Sheet1", "cell": "F5"}
    for role in (Role.ANALYST, Role.LEADER):
        assert browse(role).get(address, asked).status_code == opened
    for role in (Role.CLERK, Role.STEWARD):
        assert browse(role).get(address, asked).status_code == 200
