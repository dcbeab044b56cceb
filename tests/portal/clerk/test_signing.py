"""The reviewer stands behind what the clerk sent: not their own, not another department's, and then not ruling on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.audit.models import Act, Entry
from portal.clerk.models import SignOff, Submission
from portal.people.duties import OwnWorkError
from portal.people.models import Person
from portal.people.roles import Role
from portal.steward.answering import check_not_own
from portal.worker.models import Job, Kind
from sources.home import Home
from sources.inbox import submit
from tests.workbooks import project, write_projects


@pytest.fixture
def sent(home: Home, person: Callable[..., Person], tmp_path: Path) -> str:
    """A submission that the clerk of the department sent."""
    clerk = person(Role.CLERK)
    path = write_projects(tmp_path / "3月.xlsx", [project()])
    identity = submit(home, path, department="projects", received_at=datetime(2026, 4, 3)).submission_id
    Submission.objects.create(submission_id=identity, job=Job.objects.create(kind=Kind.CHECK, person=clerk), person=clerk,
                              department="projects", file=path.name, sent_at=timezone.now())  # fmt: skip
    return identity


def test_a_reviewer_signs_what_the_clerk_sent_and_the_receipt_says_so(sent: str, browse: Callable[..., Client]) -> None:
    reviewer, receipt = browse(Role.REVIEWER), reverse("clerk:receipt", args=[sent])
    assert "等待部门审核" in reviewer.get("/submissions/").content.decode()
    assert "还没有" in browse(Role.CLERK).get(receipt).content.decode()
    for _ in range(2):
        assert reviewer.post(reverse("clerk:sign", args=[sent])).headers["Location"] == receipt
    assert SignOff.objects.get().person.role == Role.REVIEWER
    assert Entry.objects.filter(act=Act.SUBMISSION_SIGNED).get().more["submission_id"] == sent
    page = browse(Role.CLERK).get(receipt).content.decode()
    assert "张部门审核人" in page
    assert "等待部门审核" not in reviewer.get("/submissions/").content.decode()


def test_nobody_signs_what_they_sent_themselves(sent: str, browse: Callable[..., Client]) -> None:
    reviewer = browse(Role.REVIEWER)
    Submission.objects.update(person=Person.objects.get(role=Role.REVIEWER))
    answer = reviewer.post(reverse("clerk:sign", args=[sent]))
    assert answer.status_code == 403
    assert "须由不同的人完成" in answer.content.decode()
    assert not SignOff.objects.exists()


def test_other_roles_and_other_departments_sign_nothing(sent: str, browse: Callable[..., Client]) -> None:
    address = reverse("clerk:sign", args=[sent])
    assert browse(Role.REVIEWER, "finance").post(address).status_code == 404
    for role in (Role.CLERK, Role.STEWARD, Role.LEADER, Role.ADMINISTRATOR):
        assert browse(role).post(address).status_code == 403


def test_who_signed_neither_rules_on_it_nor_approves_its_correction(sent: str, browse: Callable[..., Client]) -> None:
    browse(Role.REVIEWER).post(reverse("clerk:sign", args=[sent]))
    person = Person.objects.get(role=Role.REVIEWER)
    Person.objects.filter(pk=person.pk).update(role=Role.STEWARD, department="")
    person.refresh_from_db()
    with pytest.raises(OwnWorkError):
        check_not_own(person, sent)
