"""Forms, releases and indicators as pages."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from portal.people.models import Person
from portal.people.roles import Role
from portal.worker.models import Job, Kind
from sources.home import Home
from tests.portal.zone import OWN_SUBMISSION


def test_a_form_says_what_it_wants_column_by_column(browse: Callable[..., Client]) -> None:
    page = browse(Role.CLERK).get(reverse("catalogue:form", args=["key_projects"])).content.decode()
    for said in (
        "1–本月累计完成投资",
        "万元",
        "省级重点",
        "自元月至本月底完成",
        "B08",
        "期后第 5 日截止（遇休息日顺延）",
    ):
        assert said in page


def test_an_unknown_form_is_no_page(browse: Callable[..., Client]) -> None:
    assert browse(Role.CLERK).get("/forms/nothing/").status_code == 404
    assert browse(Role.CLERK).get("/forms/key_projects/template/?period=soon").status_code == 404


def test_the_template_is_the_workbook_of_the_period(browse: Callable[..., Client]) -> None:
    answer = browse(Role.CLERK).get("/forms/key_projects/template/?period=2026-03")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    assert "2026年3月" in str(book.worksheets[0]["A1"].value)
    assert "项目建设部" in str([cell.value for cell in book.worksheets[0][2]])


def test_an_indicator_shows_figure_target_and_where_it_comes_from(
    browse: Callable[..., Client], published: str
) -> None:
    page = browse(Role.LEADER).get("/indicators/Z05/").content.decode()
    for said in ("1.5457", "亿元", "12.5", "2026年3月", "1–本月累计完成投资之和", "《重点项目月度调度表》"):
        assert said in page
    assert "0.8" in browse(Role.LEADER).get("/indicators/Z05/?period=2026-02").content.decode()
    assert "56.3" in browse(Role.LEADER).get("/indicators/Z06/").content.decode()
    for missing in ("/indicators/Z99/", "/indicators/Z05/?period=2020-01", "/indicators/Z05/?period=';drop"):
        assert browse(Role.LEADER).get(missing).status_code == 404


def test_a_chart_gets_its_series_with_percent_and_target(browse: Callable[..., Client], published: str) -> None:
    client = browse(Role.LEADER)
    assert client.get("/indicators/Z05/values.json").json() == {
        "title": "年度累计完成投资",
        "unit": "亿元",
        "periods": ["2026-02", "2026-03"],
        "series": [
            {"name": "年度累计完成投资", "values": [0.8, 1.5457]},
            {"name": "目标", "values": [12.5, 12.5], "dashed": True},
        ],
    }
    assert client.get("/indicators/Z06/values.json").json()["series"][0]["values"] == [56.3]


def test_a_trace_leads_to_the_cell_and_asks_the_worker_for_its_picture(
    browse: Callable[..., Client], published: str, home: Home
) -> None:
    client = browse(Role.CLERK)
    page = client.get("/indicators/Z05/trace/").content.decode()
    assert "Sheet1!F5" in page
    assert "１.2" in page
    assert "另有 1 处在其他部门的表里" in page
    folder = home.inbox / OWN_SUBMISSION
    folder.mkdir(parents=True)
    (folder / "receipt.json").write_text(
        f'{{"submission_id": "{OWN_SUBMISSION}", "file": "a.xlsx", "sha256": "ab", "size": 1, '
        '"received_at": "2026-04-03T09:00:00", "department": "projects"}',
        encoding="utf-8",
    )
    answer = client.get(reverse("clerk:cell", args=[OWN_SUBMISSION]), {"sheet": "Sheet1", "cell": "F5"})
    job = Job.objects.get(kind=Kind.PICTURE)
    assert reverse("worker:job", args=[job.pk]) in answer.content.decode()
    assert job.payload == {"submission_id": OWN_SUBMISSION, "sheet": "Sheet1", "cell": "F5"}
    assert client.get(reverse("clerk:cell", args=[OWN_SUBMISSION]), {"cell": "F5:"}).status_code == 200
    assert client.get(reverse("clerk:cell", args=[OWN_SUBMISSION]), {"cell": "(("}).status_code == 404


def test_a_release_shows_its_manifest(browse: Callable[..., Client], published: str) -> None:
    assert "现行" in browse(Role.ANALYST).get("/releases/").content.decode()
    page = browse(Role.ANALYST).get(f"/releases/{published}/").content.decode()
    for said in ("行数与报送一致", "重点项目3月.xlsx", "fct_submissions", "0.1.0"):
        assert said in page
    assert browse(Role.ANALYST).get("/releases/20200101T000000/").status_code == 404


@pytest.mark.parametrize(
    "role", [Role.STEWARD, Role.LEADER, Role.ANALYST, Role.CLERK, Role.REVIEWER, Role.ADMINISTRATOR]
)
@pytest.mark.parametrize("has_release", [True, False])
def test_everybody_has_a_home_before_and_after_the_first_release(
    role: Role, has_release: bool, browse: Callable[..., Client], request: pytest.FixtureRequest
) -> None:
    if has_release:
        request.getfixturevalue("published")
    answer = browse(role).get("/", follow=True)
    assert answer.status_code == 200
    assert "<h1" in answer.content.decode()


def test_a_page_asks_the_database_few_questions(
    browse: Callable[..., Client],
    published: str,
    django_assert_max_num_queries: Callable[[int], object],
    person: Callable[..., Person],
) -> None:
    for role in Role:
        client = browse(role)
        for page in ("/indicators/", "/forms/", "/releases/"):
            with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
                client.get(page)
