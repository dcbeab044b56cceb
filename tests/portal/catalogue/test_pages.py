"""Forms, releases and indicators as pages."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable

import duckdb
import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from portal.catalogue.register import register
from portal.people.models import Person
from portal.people.roles import Role
from portal.worker.models import Job, Kind
from sources.home import Home
from tests.portal.zone import FOREIGN, OWN_SUBMISSION, manifest


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


def test_an_indicator_without_figures_says_what_it_waits_for_and_from_whom(
    browse: Callable[..., Client], published: str
) -> None:
    page = browse(Role.LEADER).get("/indicators/Z27a/").content.decode()
    for said in ("1–本月到位资金 ÷ 上年同期 − 1", "签约项目台账", "招商引资部", "还没有接收过这张表"):
        assert said in page
    blank = browse(Role.CLERK).get("/indicators/Z12/").content.decode()
    assert "最近接收的是2026年3月，这些栏目一直没有填：<strong>是否纳统</strong>" in blank
    # What came from another department is not a clerk's to know; who owes it is.
    foreign = browse(Role.CLERK).get("/indicators/Z27a/").content.decode()
    assert "招商引资部" in foreign
    assert "还没有接收过" not in foreign
    assert 'href="/indicators/Z27a/"' in browse(Role.CLERK).get("/indicators/").content.decode()


def test_the_message_of_a_rule_names_the_figures_that_fill_it(browse: Callable[..., Client]) -> None:
    said = browse(Role.CLERK).get("/rules/B46a/").content.decode()
    assert "〔回复截止〕早于下发日期〔下发日期〕" in said
    assert "{" not in browse(Role.CLERK).get("/rules/D01/").content.decode().partition("<main")[2]


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


def test_a_figures_vintages_say_what_changed_it_and_hide_whose_it_was(
    browse: Callable[..., Client], published: str
) -> None:
    address = reverse("catalogue:vintages", args=["Z05"]) + "?period=2026-03"
    page = browse(Role.STEWARD).get(address).content.decode()
    for said in (
        "首次发布",
        "1.2 亿元",
        "1.5457 亿元",
        "+0.3457",
        "新的报送",
        "重点项目3月.xlsx",
        f"{FOREIGN}.xlsx",
        published,
    ):
        assert said in page
    own = browse(Role.CLERK).get(address).content.decode()
    assert "重点项目3月.xlsx" in own
    assert "另有 1 份来自其他部门" in own
    assert browse(Role.CLERK).get(reverse("catalogue:vintages", args=["Z99"])).status_code == 404


def test_an_indicator_says_in_words_what_it_is(browse: Callable[..., Client], published: str) -> None:
    page = browse(Role.CLERK).get("/indicators/Z05/").content.decode()
    for said in (
        "越大越好",
        "总量",
        "旧口径之和",
        "2025年12月",
        "/forms/key_projects/#investment_ytd_wan",
        "vintages/",
    ):
        assert said in page


def test_rules_are_found_and_explained(browse: Callable[..., Client], published: str) -> None:
    client = browse(Role.CLERK)
    page = client.get("/rules/?q=大小关系").content.decode()
    assert "/rules/B08/" in page
    assert "/rules/D02/" not in page
    narrowed = client.get("/rules/?level=notice&form=key_projects").content.decode()
    assert "/rules/B08/" not in narrowed
    assert "换个编号或词再查" in client.get("/rules/?q=没有这样的规则").content.decode()
    rule = client.get("/rules/B08/").content.decode()
    for said in ("本月 ≤ 本年累计", "/forms/key_projects/#investment_month_wan", "现有 1 条未决问题"):
        assert said in rule
    assert "没有未决问题" in browse(Role.CLERK, "finance").get("/rules/B08/").content.decode()
    assert client.get("/rules/B99/").status_code == 404


def test_every_rule_has_its_address() -> None:
    for code in {rule.code for rule in register()}:
        assert reverse("catalogue:rule", args=[code]).endswith(f"/rules/{code}/")


def test_rules_stand_before_the_first_release(browse: Callable[..., Client]) -> None:
    assert "/rules/B08/" in browse(Role.CLERK).get("/rules/").content.decode()


def test_the_calendar_shows_what_is_due_within_ones_rights(browse: Callable[..., Client], published: str) -> None:
    page = browse(Role.CLERK).get("/calendar/?month=2026-04").content.decode()
    for said in ("重点项目月度调度表", "2026年3月", "已接受", ">休<", "原定 04-05"):
        assert said in page
    assert ">班<" in browse(Role.CLERK).get("/calendar/?month=2026-02").content.decode()
    assert "财税收入月报" not in page
    everything = browse(Role.STEWARD).get("/calendar/?month=2026-04").content.decode()
    assert ">财税收入月报</a>" in everything
    for narrowed in ("&department=projects", "&form=key_projects"):
        shown = browse(Role.STEWARD).get(f"/calendar/?month=2026-04{narrowed}").content.decode()
        assert ">财税收入月报</a>" not in shown
    assert browse(Role.CLERK).get("/calendar/?month=soon").status_code == 404


def test_the_calendar_stands_before_the_first_release_and_ends_in_words(browse: Callable[..., Client]) -> None:
    client = browse(Role.CLERK)
    assert "重点项目月度调度表" in client.get("/calendar/?month=2026-04").content.decode()
    assert "还不能推算" in client.get("/calendar/?month=2040-04").content.decode()
    assert "待定" in client.get("/calendar/?month=2027-01").content.decode()


def test_two_releases_are_compared_within_ones_rights(
    browse: Callable[..., Client], published: str, home: Home
) -> None:
    address = reverse("catalogue:changes", args=[published])
    assert "没有可比的版本" in browse(Role.ANALYST).get(address).content.decode()
    earlier = home.releases / "20260406T020000"
    earlier.mkdir()
    shutil.copy(home.releases / published / "warehouse.duckdb", earlier / "warehouse.duckdb")
    with duckdb.connect(str(earlier / "warehouse.duckdb")) as connection:
        connection.execute("update indicator_values set value = 1.2 where period = '2026-03' and indicator_id = 'Z05'")
    told = {**manifest(), "release_id": earlier.name, "inputs": [], "rows": {"dim_indicators": 1}}
    (earlier / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    page = browse(Role.ANALYST).get(address).content.decode()
    for said in ("年度累计完成投资", "1.5457", "1.2", "重点项目3月.xlsx", f"{FOREIGN}.xlsx", "fct_submissions"):
        assert said in page
    own = browse(Role.CLERK).get(address).content.decode()
    assert "重点项目3月.xlsx" in own
    assert "另有 1 份来自其他部门" in own
    assert browse(Role.ANALYST).get(f"{address}?since=20200101T000000").status_code == 404
