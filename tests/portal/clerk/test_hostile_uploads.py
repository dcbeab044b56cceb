"""Odd and hostile workbooks through the form: a page that says what is wrong, never a 500, nobody else waits for long."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from portal.clerk import uploads
from portal.people.roles import Role
from portal.worker.loop import work_off_one
from portal.worker.models import Job, State
from tests.workbooks import project, write_projects

UPLOAD = "/submissions/upload/"
CORPUS = Path(__file__).parents[4] / "shared" / "data" / "hostile"
#: Every so many-th file of the corpus; `make bench` takes them all.
EVERY = 24


def _package(**parts: str) -> bytes:
    """Return a zip with parts; ``__`` in a name stands for a slash."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return written.getvalue()


BOMB = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><workbook>&c;</workbook>'
MADE = {
    "空.xlsx": b"",
    "一个字节.xlsx": b"\0",
    "网页.xls": "<html><body><p>请先登录</p></body></html>".encode(),
    "文字.xlsx": "这不是工作簿".encode(),
    "加密.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2048,
    "别的压缩包.xlsx": _package(readme="x"),
    "外部实体.xlsx": _package(**{"[Content_Types].xml": "<Types/>", "xl__workbook.xml": BOMB}),
    "越界.xlsx": _package(**{"..__..__etc__passwd": "x", "[Content_Types].xml": "<Types/>"}),
    "膨胀.xlsx": _package(**{"[Content_Types].xml": "<Types/>", "xl__workbook.xml": "<a>" + " " * (8 << 20) + "</a>"}),
    f"{'很长的名字' * 11}.xlsx": b"PK\x03\x04",
    "<script>alert(1)<_script>.xlsx": b"PK\x03\x04",
    "没有扩展名": b"x",
}


def _drop(client: Client, name: str, content: bytes) -> Job | None:
    """Drop a file; return its job, None when the form itself refuses it in words."""
    answer = client.post(UPLOAD, {"workbook": SimpleUploadedFile(name, content)})
    if answer.status_code == 200:
        assert 'class="said said-error"' in answer.content.decode(), name
        return None
    assert answer.status_code == 302, name
    return Job.objects.latest("created_at")


def _assert_told(client: Client, name: str, job: Job) -> None:
    """Assert that the page of a judged upload says in words what became of it."""
    job.refresh_from_db()
    assert job.state in (State.DONE, State.FAILED), name
    assert "程序出错" not in job.trouble, name
    page = client.get(reverse("clerk:check", args=[job.pk]))
    assert page.status_code == 200, name
    assert "<script>alert" not in page.content.decode()
    assert uploads.findings_of(job) or job.trouble or uploads.may_be_submitted(job), name


def test_a_hostile_file_is_told_in_words(browse: Callable[..., Client]) -> None:
    client = browse(Role.CLERK)
    judged = 0
    for name, content in MADE.items():
        job = _drop(client, name, content)
        if job is not None:
            assert work_off_one()
            _assert_told(client, name, job)
            assert not uploads.may_be_submitted(job), name
            judged += 1
    assert judged >= len(MADE) - 2


def test_a_truncated_workbook_is_told_in_words(browse: Callable[..., Client], tmp_path: Path) -> None:
    whole = write_projects(tmp_path / "a.xlsx", [project()]).read_bytes()
    client = browse(Role.CLERK)
    for length in (200, len(whole) // 2, len(whole) - 30):
        job = _drop(client, "截断.xlsx", whole[:length])
        assert job is not None
        assert work_off_one()
        _assert_told(client, f"截断 {length}", job)


def _corpus() -> Iterator[Path]:
    if CORPUS.is_dir():
        yield from [path for path in sorted(CORPUS.iterdir()) if path.suffix != ".md"][::EVERY]


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"没有异常工作簿的样本（{CORPUS.name}），只测现做的几种")
def test_files_of_the_corpus_are_told_in_words(browse: Callable[..., Client]) -> None:
    client = browse(Role.CLERK)
    for path in _corpus():
        job = _drop(client, path.name, path.read_bytes())
        if job is not None:
            assert work_off_one()
            _assert_told(client, path.name, job)


def test_who_drops_many_files_does_not_keep_others_waiting(browse: Callable[..., Client], tmp_path: Path) -> None:
    many, other = browse(Role.CLERK), browse(Role.CLERK, "finance")
    dropped = [_drop(many, "文字.xlsx", b"x" * (number + 1)) for number in range(5)]
    assert work_off_one()
    waiting = _drop(other, "文字.xlsx", b"y")
    assert waiting is not None
    assert work_off_one()
    waiting.refresh_from_db()
    assert waiting.state == State.DONE
    assert sum(Job.objects.get(pk=job.pk).state == State.DONE for job in dropped if job) == 1
