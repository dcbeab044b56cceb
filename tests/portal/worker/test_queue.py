"""The queue: nothing is done twice, nothing is lost, one bad job stops no other."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portal.people.models import Person
from portal.people.roles import Role
from portal.worker import queue
from portal.worker.loop import remove_old, work_off_one
from portal.worker.models import Job, Kind, State
from portal.worker.pictures import Place, pictures
from portal.worker.trouble import TroubleError
from tests.workbooks import write_sheet


@pytest.fixture
def job(person: Callable[..., Person]) -> Callable[..., Job]:
    """Return a maker of jobs."""
    somebody = person(Role.CLERK)
    return lambda **given: Job.objects.create(**{"kind": Kind.CHECK, "person": somebody, **given})


def test_first_come_first_served_and_each_once(job: Callable[..., Job]) -> None:
    first, second = job(), job()
    assert [found.pk for found in (queue.claim(), queue.claim()) if found] == [first.pk, second.pk]
    assert queue.claim() is None


def test_a_job_that_fails_says_why_and_the_next_one_is_done(job: Callable[..., Job]) -> None:
    broken, troubled, fine = job(), job(), job()

    def do(found: Job, _tell: Callable[[str], None]) -> dict[str, Any]:
        if found.pk == broken.pk:
            raise ZeroDivisionError
        if found.pk == troubled.pk:
            raise TroubleError("文件不见了。")
        return {"answer": 42}

    assert [work_off_one({Kind.CHECK: do}) for _ in range(4)] == [True, True, True, False]
    for found in (broken, troubled, fine):
        found.refresh_from_db()
    assert (broken.state, troubled.state, fine.state) == (State.FAILED, State.FAILED, State.DONE)
    assert "审核程序出错" in broken.trouble
    assert troubled.trouble == "文件不见了。"
    assert fine.result == {"answer": 42}


def test_what_a_dead_worker_held_is_done_again_but_not_for_ever(job: Callable[..., Job]) -> None:
    dead = f"{queue.me().rpartition(':')[0]}:{2**22 + 1}"
    once, twice = job(state=State.RUNNING, worker=dead, attempts=1), job(state=State.RUNNING, worker=dead, attempts=2)
    queue.recover()
    once.refresh_from_db()
    twice.refresh_from_db()
    assert once.state == State.WAITING
    assert twice.state == State.FAILED
    assert "两次中断" in twice.trouble


def test_what_a_living_worker_holds_stays_with_it(job: Callable[..., Job]) -> None:
    host = queue.me().rpartition(":")[0]
    held = [job(state=State.RUNNING, worker=worker) for worker in (f"{host}:{os.getppid()}", "elsewhere:1")]
    queue.recover()
    assert {found.state for found in Job.objects.filter(pk__in=[one.pk for one in held])} == {State.RUNNING}


def test_a_worker_shows_that_it_lives(db: None) -> None:
    assert not queue.seems_alive()
    queue.show_alive()
    assert queue.seems_alive()
    os.utime(queue.alive_file(), (0, 0))
    assert not queue.seems_alive()


def test_files_of_old_jobs_go_their_rows_stay(job: Callable[..., Job]) -> None:
    old, young = job(), job()
    for found in (old, young):
        found.folder.mkdir(parents=True)
    Job.objects.filter(pk=old.pk).update(created_at="2020-01-01 00:00:00")
    remove_old()
    assert not old.folder.exists()
    assert young.folder.exists()
    assert Job.objects.filter(pk=old.pk).exists()


def test_a_picture_shows_the_area_its_letters_and_the_heading_and_hides_names(tmp_path: Path) -> None:
    rows = [["标题"], ["姓名", "金额", "日期"], *([f"人{number}", number, None] for number in range(3, 12))]
    path = write_sheet(tmp_path / "a.xlsx", rows)
    asked = [Place("Sheet1", 9, 2, 2, frozenset({1})), Place("没有", 1, 1), Place("Sheet1:C", 9, 3)]
    found, missing, to_the_right = pictures(path, asked)
    assert missing is None
    assert to_the_right is not None
    assert found is not None
    assert found["letters"] == ["A", "B", "C", "D", "E"]
    assert [row["number"] for row in found["rows"]] == [2, 7, 8, 9, 10, 11]
    assert found["rows"][0]["cells"][0]["text"] == "姓名"
    assert found["rows"][3]["cells"][:2] == [{"text": "＊＊＊", "marked": False}, {"text": "9", "marked": True}]
