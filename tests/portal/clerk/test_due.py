"""What a department owes: the period asked for, its due date, and what arrived."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from django.test import Client

from portal.clerk.due import owed
from portal.clerk.models import Submission
from portal.people.models import Person
from portal.people.roles import Role
from portal.people.scope import Scope
from portal.worker.models import Job, Kind
from sources.contract.catalog import CODES
from sources.obligations import due_date_of

PROJECTS = Scope("projects")


def test_the_month_that_ended_is_owed_until_it_arrived(published: str, db: None) -> None:
    (march,) = [one for one in owed(PROJECTS, date(2026, 4, 20)) if one.form.id == "key_projects"]
    assert (march.period, march.state, march.submission_id) == ("2026-03", "on_time", "a" * 16)
    (april,) = [one for one in owed(PROJECTS, date(2026, 5, 4)) if one.form.id == "key_projects"]
    assert (april.period, april.state) == ("2026-04", "due")
    (late,) = [one for one in owed(PROJECTS, date(2026, 5, 20)) if one.form.id == "key_projects"]
    assert late.state == "late"
    assert late.due is not None
    assert late.due < date(2026, 5, 20)


def test_what_was_just_submitted_counts_before_the_next_release(person: Callable[..., Person]) -> None:
    clerk = person(Role.CLERK)
    job = Job.objects.create(kind=Kind.CHECK, person=clerk, department="projects")
    Submission.objects.create(submission_id="c" * 16, job=job, person=clerk, department="projects", file="4月.xlsx",
                              tables=[{"form": "key_projects", "period": "2026-04"}],
                              sent_at=datetime(2026, 5, 4, 9))  # fmt: skip
    found = {one.form.id: one for one in owed(PROJECTS, date(2026, 5, 20))}
    assert (found["key_projects"].state, found["key_projects"].verdict) == ("on_time", "waiting")


def test_only_the_own_departments_forms_are_owed_and_the_late_ones_stand_first(db: None) -> None:
    found = owed(PROJECTS, date(2026, 5, 20))
    assert {one.form.department for one in found} == {"projects"}
    states = [one.state for one in found]
    assert states == sorted(states, key=["late", "due", "on_time"].index)


def test_a_deadline_beyond_the_calendar_is_not_guessed(db: None) -> None:
    assert all(one.due is None for one in owed(PROJECTS, date(2060, 5, 20)))


def test_an_approved_extension_moves_the_day_and_an_exemption_asks_for_nothing(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = Path(shutil.copytree(CODES, tmp_path / "codes"))
    with (codes / "filing_exceptions.csv").open("a", encoding="utf-8") as file:
        file.write("E1,F01,projects,2026-04,延期,2026-05-15,系统迁移,分管领导,2026-05-02\n")
        file.write("E2,F01,projects,2026-05,免报,,当月停报,主任办公会,2026-06-01\n")
    monkeypatch.setattr("portal.clerk.due.due_date_of", partial(due_date_of, codes=codes))
    (april,) = [one for one in owed(PROJECTS, date(2026, 5, 13)) if one.form.id == "key_projects"]
    assert (april.due, april.state) == (date(2026, 5, 15), "due")
    assert "key_projects" not in {one.form.id for one in owed(PROJECTS, date(2026, 6, 13))}


def test_the_page_works_before_the_first_release(browse: Callable[..., Client]) -> None:
    page = browse(Role.CLERK).get("/submissions/").content.decode()
    assert "重点项目月度调度表" in page
    assert "财政收入" not in page
