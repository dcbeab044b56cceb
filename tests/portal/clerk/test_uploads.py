"""From a dropped workbook to a receipt: judged by the worker, submitted by the person, on record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from portal.audit.models import Act, Entry
from portal.clerk import uploads
from portal.clerk.models import Submission
from portal.people.roles import Role
from portal.worker.loop import work_off_one
from portal.worker.models import Job, State
from sources.home import Home
from sources.inbox import pending, read_receipt
from tests.workbooks import project, write_projects

UPLOAD = "/submissions/upload/"
#: A column that refuses what is below zero.
NEGATIVE = "本月完成投资（万元）"


@pytest.fixture
def drop(browse: Callable[..., Client], tmp_path: Path) -> Callable[..., tuple[Client, Job]]:
    """Return a maker of judged uploads: the projects of a workbook, judged by the worker."""

    def dropped(*projects: dict[str, Any], name: str = "重点项目3月.xlsx") -> tuple[Client, Job]:
        path = write_projects(tmp_path / name, list(projects))
        client = browse(Role.CLERK)
        answer = client.post(UPLOAD, {"workbook": SimpleUploadedFile(name, path.read_bytes())})
        job = Job.objects.latest("created_at")
        assert answer.headers["Location"] == reverse("clerk:check", args=[job.pk])
        assert work_off_one()
        job.refresh_from_db()
        return client, job

    return dropped


def test_a_fault_is_shown_with_its_cell_and_the_picture_around_it(drop: Callable[..., tuple[Client, Job]]) -> None:
    client, job = drop(project(), project(**{"项目名称": "二期项目", NEGATIVE: -120}))
    assert job.result is not None
    assert job.result["verdict"] == "rejected"
    page = client.get(reverse("clerk:check", args=[job.pk])).content.decode()
    assert "不应为负数（-120）" in page
    assert 'class="marked marked-mandatory"' in page
    assert "还不能报送" in page
    finding = uploads.findings_of(job)[0]
    marked = [cell for row in finding["picture"]["rows"] for cell in row["cells"] if cell["marked"]]
    assert [cell["text"] for cell in marked] == [finding["value"]]


def test_what_cannot_land_cannot_be_submitted(drop: Callable[..., tuple[Client, Job]], home: Home) -> None:
    client, job = drop(project(**{NEGATIVE: -120}))
    assert client.post(reverse("clerk:submit", args=[job.pk])).status_code == 403
    assert pending(home) == []


def test_a_fine_workbook_goes_into_the_inbox_once_and_gives_a_receipt(
    drop: Callable[..., tuple[Client, Job]], home: Home
) -> None:
    client, job = drop(project())
    answers = [client.post(reverse("clerk:submit", args=[job.pk])) for _ in range(2)]
    (identity,) = pending(home)
    assert [answer.headers["Location"] for answer in answers] == [reverse("clerk:receipt", args=[identity])] * 2
    receipt = read_receipt(home, identity)
    assert (receipt.file, receipt.department) == ("重点项目3月.xlsx", "projects")
    assert receipt.sha256 == job.payload["sha256"]
    page = client.get(reverse("clerk:receipt", args=[identity])).content.decode()
    assert receipt.sha256 in page
    assert "等待正式审核" in page
    assert Submission.objects.get().tables[0]["rows"] == 1
    assert Entry.objects.filter(act=Act.WORKBOOK_SUBMITTED).get().more["submission_id"] == identity
    assert "重点项目3月.xlsx" in client.get(reverse("clerk:history")).content.decode()


def test_the_original_comes_back_as_it_was_and_the_log_knows(drop: Callable[..., tuple[Client, Job]]) -> None:
    client, job = drop(project())
    client.post(reverse("clerk:submit", args=[job.pk]))
    identity = Submission.objects.get().submission_id
    answer = client.get(reverse("clerk:original", args=[identity]))
    assert b"".join(answer.streaming_content) == (job.folder / "重点项目3月.xlsx").read_bytes()  # type: ignore[attr-defined]
    assert Entry.objects.filter(act=Act.ORIGINAL_DOWNLOADED).count() == 1


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no zip", b"\x00" * 1000, b"<html>"], ids=["empty", "zip", "zeros", "html"]
)
def test_a_file_that_is_no_workbook_is_answered_in_words(content: bytes, browse: Callable[..., Client]) -> None:
    client = browse(Role.CLERK)
    answer = client.post(UPLOAD, {"workbook": SimpleUploadedFile("坏文件.xlsx", content)})
    if not content:
        assert "空" in answer.content.decode()
        return
    assert work_off_one()
    job = Job.objects.get()
    assert (job.state, job.result and job.result["verdict"]) == (State.DONE, "unreadable")
    assert "无法读取" in client.get(reverse("clerk:check", args=[job.pk])).content.decode()


def test_a_file_beyond_the_limit_and_a_period_that_is_none_are_refused(
    browse: Callable[..., Client], settings: Any
) -> None:
    settings.UPLOAD_LIMIT = 10
    client = browse(Role.CLERK)
    given = {"workbook": SimpleUploadedFile("a.xlsx", b"12345678901"), "period": "三月"}
    page = client.post(UPLOAD, given).content.decode()
    assert "上限" in page
    assert "这不是期间" in page
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\表\\3月.xlsx", "3月.xlsx"),
        ("..", "workbook.xlsx"),
        ("findings.json", "_findings.json"),
        ("a\n<b>.xlsx", "ab.xlsx"),
    ],
)
def test_a_name_cannot_leave_its_folder(given: str, kept: str) -> None:
    assert uploads.file_name(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    name = uploads.file_name("重点" * 200 + ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name.encode()) < 255


def test_the_page_waits_for_the_worker_and_says_when_it_is_down(browse: Callable[..., Client]) -> None:
    client = browse(Role.CLERK)
    client.post(UPLOAD, {"workbook": SimpleUploadedFile("a.csv", b"1,2")})
    job = Job.objects.get()
    page = client.get(reverse("clerk:check", args=[job.pk])).content.decode()
    assert reverse("worker:job", args=[job.pk]) in page
    assert "审核程序现在没有运行" in client.get(reverse("worker:job", args=[job.pk])).content.decode()
    assert work_off_one()
    answer = client.get(reverse("worker:job", args=[job.pk]))
    assert answer.headers["HX-Redirect"] == reverse("clerk:check", args=[job.pk])
