"""Metrics asked anew: by period and dimension, as chart, table and file, on record, with the SQL beside."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from portal.analyst import running
from portal.analyst.models import QueryRun, RunState
from portal.audit.models import Act, Entry
from portal.people.roles import Role
from sources.home import Home
from tests.portal.zone import RELEASE

EXPLORE = "/warehouse/explore/"


def _ask(client: Client, **question: str) -> tuple[QueryRun, str]:
    """Ask a question and wait for its answer; return it with its address."""
    answer = client.post(EXPLORE, question)
    assert answer.status_code == 302, answer.content.decode()
    return _settled(), answer.headers["Location"]


def _settled() -> QueryRun:
    run = QueryRun.objects.first()
    assert run is not None
    until = time.monotonic() + 30
    while run.state == RunState.RUNNING and time.monotonic() < until:
        time.sleep(0.05)
        running.settle(run)
    assert run.state == RunState.DONE, run.trouble
    return run


def test_a_metric_by_dimension_is_table_chart_sql_and_file(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    run, address = _ask(client, metric="Z06", by="industry", grain="quarter", since="2026-01", until="2026-03")
    page = client.get(address).content.decode()
    assert "新材料" in page
    assert "80 %" in page
    assert "fct_project_months" in page
    assert reverse("analyst:run", args=[run.pk]) in page
    chart = client.get(f"{reverse('analyst:values', args=[run.pk])}?{urlsplit(address).query}").json()
    assert (chart["kind"], chart["unit"]) == ("bar", "%")
    assert chart["periods"] == ["新材料", "医养健康"]
    assert chart["series"] == [{"name": "2026-Q1", "values": [80.0, 30.0]}]
    exported = client.get(reverse("analyst:export", args=[run.pk]), {"format": "csv"}).content.decode("utf-8-sig")
    assert exported.startswith(f"# 版本：{RELEASE}\r\n# 查询：with figures as")
    entry = Entry.objects.get(act=Act.QUERY_RUN)
    assert entry.more["release"] == RELEASE
    assert "investment_ytd" in entry.more["sql"]


def test_several_periods_are_lines_and_departments_have_names(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    run, address = _ask(client, metric="Z05", by="department")
    chart = client.get(f"{reverse('analyst:values', args=[run.pk])}?{urlsplit(address).query}").json()
    assert "kind" not in chart
    assert chart["periods"] == ["2026-01", "2026-02", "2026-03", "2026-04"]
    assert [one["name"] for one in chart["series"]] == ["项目建设部"]


def test_what_a_metric_cannot_be_asked_is_left_out(published: str, browse: Callable[..., Client]) -> None:
    _, address = _ask(browse(Role.ANALYST), metric="Z05", by="row_key", grain="week")
    assert parse_qs(urlsplit(address).query) == {"metric": ["Z05"], "grain": ["month"]}


def test_a_month_that_is_none_and_a_range_backwards_are_said(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    for month in ("三月", "2026-13", "1999-12", "9999-12"):
        assert "月份应形如 2026-03" in client.post(EXPLORE, {"metric": "Z05", "since": month}).content.decode(), month
    backwards = client.post(EXPLORE, {"metric": "Z05", "since": "2026-03", "until": "2026-01"}).content.decode()
    assert "开始月份应不晚于结束月份" in backwards
    assert QueryRun.objects.count() == 0


def test_the_answer_of_a_colleague_is_no_page(published: str, browse: Callable[..., Client]) -> None:
    run, address = _ask(browse(Role.ANALYST), metric="Z05")
    for page in (address, reverse("analyst:values", args=[run.pk])):
        assert browse(Role.STEWARD).get(page).status_code == 404


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 as period, 'a' as scope, 2.5 as value",
        "select '三月' as period, 'a' as scope, 2.5 as value",
        "select '2026-03' as period, 'a' as scope, 'x' as value",
        "select 1 as period",
    ],
)
def test_another_query_is_no_answer_of_a_metric(sql: str, published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    client.post("/warehouse/query/", {"sql": sql})
    run = _settled()
    assert client.get(reverse("analyst:values", args=[run.pk])).status_code == 404
    shown = client.get(reverse("analyst:explored", args=[run.pk]))
    assert shown.headers["Location"] == reverse("analyst:run", args=[run.pk])


def test_a_release_without_metrics_says_what_to_wait_for(
    published: str, home: Home, browse: Callable[..., Client]
) -> None:
    Path(home.releases / published / "metrics.json").unlink()
    assert "没有带指标定义" in browse(Role.ANALYST).get(EXPLORE).content.decode()
