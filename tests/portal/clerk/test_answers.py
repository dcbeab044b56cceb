"""Findings explained in place, lapsed answers with why, nil returns, marked workbooks, what changed."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from orchestration.intake import run_intake
from portal.audit.models import Act, Entry
from portal.clerk.models import Submission
from portal.people.roles import Role
from portal.worker.loop import work_off_one
from portal.worker.models import Job, State
from sources.contract import load_catalog
from sources.decisions import Explanation, read_decisions
from sources.home import Home
from sources.inbox import original, submit
from sources.inbox.store import write_json
from sources.reader.read import read_workbook
from sources.template import write_nil
from tests.portal.zone import FOREIGN_FINDING, OWN_FINDING
from tests.workbooks import project, write_projects

FINDINGS = "/submissions/findings/"
WHY = "上月多报了设备款，本月已冲减，见监理月报"


def _explain(client: Client, finding: str, text: str) -> str:
    answer = client.post(reverse("clerk:explain", args=[finding]), {"text": text}, follow=True)
    return str(answer.content.decode())


def test_a_lapsed_answer_stands_first_with_why_it_lapsed(published: str, browse: Callable[..., Client]) -> None:
    page = browse(Role.CLERK).get(FINDINGS).content.decode()
    assert page.index("数值由 11000 改为 12000") < page.index("F8")
    assert "项目暂停施工" in page
    assert page.count("<textarea") == 2, "强制问题不能说明"


def test_an_explanation_binds_to_value_and_version_and_shows_at_once(
    published: str, home: Home, browse: Callable[..., Client]
) -> None:
    page = _explain(browse(Role.CLERK), OWN_FINDING, WHY)
    (decision,) = read_decisions(home)
    assert isinstance(decision, Explanation)
    assert (decision.finding_id, decision.value, decision.rule_version) == (OWN_FINDING, "12000", "1")
    assert decision.by == "张填报人（clerkprojects）"
    assert WHY in page
    assert "数值由 11000 改为 12000" not in page
    assert Entry.objects.filter(act=Act.FINDING_EXPLAINED, about=OWN_FINDING).count() == 1


@pytest.mark.parametrize(("text", "said"), [("属实", "不足 10 个字"), ("经核实，以上数据真实准确无误", "不算说明")])
def test_an_empty_explanation_is_refused_at_its_field(
    text: str, said: str, published: str, home: Home, browse: Callable[..., Client]
) -> None:
    page = _explain(browse(Role.CLERK), OWN_FINDING, text)
    assert said in page
    assert 'aria-invalid="true"' in page
    assert f">{text}</textarea>" in page
    assert read_decisions(home) == []


@pytest.mark.parametrize("finding", [FOREIGN_FINDING, "4" * 16, "9" * 16], ids=["foreign", "mandatory", "unknown"])
def test_what_is_not_asked_cannot_be_explained(finding: str, published: str, browse: Callable[..., Client]) -> None:
    assert browse(Role.CLERK).post(reverse("clerk:explain", args=[finding]), {"text": WHY}).status_code == 404


def test_a_finding_is_explained_before_the_workbook_is_sent(
    home: Home, browse: Callable[..., Client], tmp_path: Path
) -> None:
    path = write_projects(tmp_path / "3月.xlsx", [project(形象进度="前期", 包挂领导=None)])
    client = browse(Role.CLERK)
    client.post("/submissions/upload/", {"workbook": SimpleUploadedFile("3月.xlsx", path.read_bytes())})
    assert work_off_one()
    job = Job.objects.get()
    found = json.loads(job.findings_file.read_text(encoding="utf-8"))
    found[0]["level"] = "verify"
    write_json(job.findings_file, found)
    address = reverse("clerk:explain_upload", args=[job.pk])
    given = {"finding_id": found[0]["finding_id"], "text": "太短"}
    assert "不足 10 个字" in client.post(address, given).content.decode()
    page = client.post(address, {**given, "text": WHY}, follow=True).content.decode()
    assert WHY in page
    (decision,) = read_decisions(home)
    assert isinstance(decision, Explanation)
    assert decision.value == found[0]["value"]


def test_nothing_to_report_is_one_click(home: Home, browse: Callable[..., Client]) -> None:
    client = browse(Role.CLERK)
    client.post(reverse("clerk:nil"), {"form": "key_projects", "period": "2026-03"})
    assert "还没有审核人" in client.get("/submissions/").content.decode()
    browse(Role.REVIEWER)
    assert "本期无" in client.get("/submissions/").content.decode()
    answer = client.post(reverse("clerk:nil"), {"form": "key_projects", "period": "2026-03"})
    sent = Submission.objects.get()
    assert answer.headers["Location"] == reverse("clerk:receipt", args=[sent.submission_id])
    (table,) = read_workbook(original(home, sent.submission_id), load_catalog()).tables
    assert (table.form, table.period, table.is_nil, table.rows) == ("key_projects", "2026-03", True, [])
    assert client.post(reverse("clerk:nil"), {"form": "fiscal_revenue", "period": "2026-03"}).status_code == 404
    assert client.post(reverse("clerk:nil"), {"form": "key_projects", "period": "三月"}).status_code == 404


def test_every_form_reads_its_own_nil_return(tmp_path: Path) -> None:
    catalog = load_catalog()
    for form in list(catalog)[::5]:
        path = tmp_path / f"{form.id}.xlsx"
        write_nil(form, catalog, path, period="2026-03", department=form.department, filler="甲", reviewer="乙")
        (table,) = read_workbook(path, catalog).tables
        assert (table.form, table.is_nil, table.rows) == (form.id, True, [])


def _judged(home: Home, path: Path, verdict: str = "accepted") -> str:
    receipt = submit(home, path, form=None, department="projects", period=None)
    part = {"form": "key_projects", "department": "projects", "period": "2026-03", "sheet": "Sheet1", "data_rows": 1,
            "held_rows": 0, "verdict": verdict, "findings": []}  # fmt: skip
    write_json(home.inbox / receipt.submission_id / "verdict.json",
               {"judged_at": "2026-04-03T09:00:00", "parts": [part]})  # fmt: skip
    return receipt.submission_id


def test_the_marked_workbook_is_made_by_the_worker_and_downloaded(
    home: Home, browse: Callable[..., Client], tmp_path: Path
) -> None:
    identity = _judged(home, write_projects(tmp_path / "3月.xlsx", [project()]))
    client = browse(Role.CLERK)
    browse(Role.STEWARD).post(reverse("talks:submission", args=[identity]), {"text": "=第5行请再核一次"})
    ordered = client.post(reverse("clerk:mark", args=[identity])).headers["Location"]
    assert work_off_one()
    job = Job.objects.get()
    assert job.state == State.DONE, job.trouble
    assert client.get(reverse("worker:job", args=[job.pk])).headers["HX-Redirect"] == ordered
    file = client.get(reverse("clerk:marked_file", args=[job.pk]))
    book = load_workbook(io.BytesIO(b"".join(file.streaming_content)))  # type: ignore[attr-defined]
    (written,) = book["往来留言"].iter_rows(min_row=3, values_only=True)
    assert written[:2] == ("3月.xlsx", "汇总岗")
    assert written[3].lstrip("'") == "=第5行请再核一次"
    assert book["往来留言"]["D3"].data_type == "s"
    assert Entry.objects.filter(act=Act.MARKED_DOWNLOADED).get().more["submission_id"] == identity
    assert browse(Role.CLERK, "finance").get(ordered).status_code == 404


def test_changes_without_an_earlier_submission_say_so(
    home: Home, browse: Callable[..., Client], tmp_path: Path
) -> None:
    identity = _judged(home, write_projects(tmp_path / "3月.xlsx", [project()]))
    page = browse(Role.CLERK).get(reverse("clerk:changes", args=[identity])).content.decode()
    assert "没有可比的" in page


def test_a_submission_shows_what_it_changed_and_a_nil_return_is_accepted_at_night(
    home: Home, browse: Callable[..., Client], tmp_path: Path
) -> None:
    clerk = browse(Role.CLERK)
    browse(Role.REVIEWER)
    clerk.post(reverse("clerk:nil"), {"form": "key_projects", "period": "2026-02"})
    nil = Submission.objects.get().submission_id
    first = write_projects(tmp_path / "3月.xlsx", [project()])
    second = write_projects(tmp_path / "3月改.xlsx", [project(包挂领导="李建国"), project(项目名称="二期")])
    identities = [
        submit(home, path, department="projects", received_at=datetime(2026, 4, day)).submission_id
        for day, path in enumerate((first, second), start=3)
    ]
    run_intake(home)
    page = clerk.get(reverse("clerk:changes", args=[identities[1]])).content.decode()
    for word in ("3月.xlsx", "新增 1 行", "二期"):
        assert word in page
    receipt = clerk.get(reverse("clerk:receipt", args=[nil])).content.decode()
    assert "mark-good" in receipt
    assert reverse("clerk:changes", args=[nil]) in receipt
    assert browse(Role.CLERK, "finance").get(reverse("clerk:changes", args=[identities[1]])).status_code == 404
