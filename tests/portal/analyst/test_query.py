"""SQL on the release: in a process of its own, limited, cancelled, exported, on record, and never beyond its schemas."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import openpyxl
import pyarrow.parquet as pq
import pytest
from django.test import Client
from django.urls import reverse

from portal.analyst import running
from portal.analyst.models import QueryRun, RunState, SavedQuery
from portal.audit.models import Act, Entry
from portal.people.roles import Role
from tests.portal.zone import CONFIDENTIAL, RELEASE

QUERY = "/warehouse/query/"
VALUES = "select period, value from indicator_values where indicator_id = 'Z05' order by period"
ENDLESS = "select count(*) from range(100000000000) a, range(1000) b where a.range * b.range % 7 = 3"


def _run(client: Client, sql: str, *, settled: bool = True) -> QueryRun:
    """Ask a query and wait for its process."""
    assert client.post(QUERY, {"sql": sql}).status_code == 302
    run = QueryRun.objects.first()
    assert run is not None
    until = time.monotonic() + 30
    while settled and run.state == RunState.RUNNING and time.monotonic() < until:
        time.sleep(0.05)
        running.settle(run)
    return run


def _page(client: Client, run: QueryRun) -> str:
    return str(client.get(reverse("analyst:run", args=[run.pk])).content.decode())


def test_rows_are_shown_and_exported_with_release_and_query(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    run = _run(client, VALUES)
    assert (run.state, run.release_id) == (RunState.DONE, RELEASE), run.trouble
    page = _page(client, run)
    assert "1.545670" in page
    assert "2 行" in page
    files = {ending: client.get(reverse("analyst:export", args=[run.pk]), {"format": ending}).content
             for ending in ("csv", "xlsx", "parquet")}  # fmt: skip
    text = files["csv"].decode("utf-8-sig")
    assert text.startswith(f"# 版本：{RELEASE}\r\n# 查询：{VALUES}")
    assert "2026-03" in text
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    assert book["数据"].max_row == 3
    assert [row[1].value for row in book["来源"].iter_rows()][:2] == [RELEASE, VALUES]
    about = pq.read_schema(io.BytesIO(files["parquet"])).metadata
    assert about[b"taizhang.release"].decode() == RELEASE
    assert about[b"taizhang.query"].decode() == VALUES
    entry = Entry.objects.get(act=Act.QUERY_RUN)
    assert (entry.more["release"], entry.more["sql"]) == (RELEASE, VALUES)
    assert Entry.objects.filter(act=Act.QUERY_EXPORTED).count() == 3


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select * from statistics.fct_industrial_months", "没有权限"),
        ('with a as (from "STATISTICS".fct_industrial_months) from a', "没有权限"),
        ("select (select max(enterprise_name) from warehouse.statistics.fct_industrial_months)", "没有权限"),
        ("summarize statistics.fct_industrial_months", "没有权限"),
        ("from query('from statistics.fct_industrial_months')", "表函数"),
        ("from query_table('statistics.fct_industrial_months')", "表函数"),
        ("from pragma_storage_info('statistics.fct_industrial_months')", "表函数"),
        ("from read_text('/etc/passwd')", "表函数"),
        ("from '/etc/passwd'", "SQL 无法执行"),
        ("drop table dim_indicators", "只能执行"),
        ("select 1; select 2", "只能执行"),
        ("set memory_limit = '8GB'", "只能执行"),
        ("attach 'x.duckdb'", "只能执行"),
        ("select * from nowhere", "SQL 无法执行"),
    ],
)
def test_what_may_not_be_read_is_refused(sql: str, said: str, published: str) -> None:
    import duckdb

    from portal.site.warehouse import warehouse
    from sources.published.sandbox import RefusedQueryError, check_query

    with warehouse() as opened:
        if said != "SQL 无法执行":
            with pytest.raises(RefusedQueryError, match=said):
                check_query(opened.connection, sql)
            return
        check_query(opened.connection, sql)
        with pytest.raises(duckdb.Error):
            opened.rows(sql)


def test_pivot_explain_and_summarize_run_and_are_on_record_with_their_release(
    published: str, browse: Callable[..., Client]
) -> None:
    client = browse(Role.ANALYST)
    pivot = "pivot indicator_values on period using max(value) group by indicator_id order by indicator_id"
    page = _page(client, _run(client, pivot))
    assert "2026-02" in page
    assert "1.545670" in page
    assert "Seq Scan" in _page(client, _run(client, "explain select * from indicator_values"))
    assert "indicator_id" in _page(client, _run(client, "summarize indicator_values"))
    logged = [(entry.more["sql"], entry.more["release"]) for entry in Entry.objects.filter(act=Act.QUERY_RUN)]
    assert (pivot, RELEASE) in logged
    assert len(logged) == 3


def test_texts_that_look_like_formulas_stay_texts_in_a_workbook(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    run = _run(
        client, """select '=1+1' as "=cmd", '@SUM(A1)' as b, '+1' as c, '-1' as d, '=HYPERLINK("http://x")' as e"""
    )
    content = client.get(reverse("analyst:export", args=[run.pk]), {"format": "xlsx"}).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1" in [cell.value for cell in cells]


def test_who_collects_single_enterprises_reads_them_and_an_analyst_does_not(
    published: str, browse: Callable[..., Client]
) -> None:
    sql = "select * from statistics.fct_industrial_months"
    analyst, steward = browse(Role.ANALYST), browse(Role.STEWARD)
    refused = _run(analyst, sql)
    assert refused.state == RunState.FAILED
    assert CONFIDENTIAL not in _page(analyst, refused)
    assert "没有权限读取" in _page(analyst, refused)
    assert CONFIDENTIAL in _page(steward, _run(steward, sql))


def test_a_query_is_cancelled_and_limited_in_time_rows_and_number(
    published: str, browse: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(Role.ANALYST)
    monkeypatch.setattr(running, "AT_ONCE", 1)
    run = _run(client, ENDLESS, settled=False)
    assert "正在运行的查询太多" in client.post(QUERY, {"sql": VALUES}).content.decode()
    assert "取消查询" in _page(client, run)
    client.post(reverse("analyst:cancel", args=[run.pk]))
    until = time.monotonic() + 20
    while run.state == RunState.RUNNING and time.monotonic() < until:
        time.sleep(0.05)
        running.settle(run)
    assert run.trouble == "查询已取消。"
    monkeypatch.setattr(running, "SECONDS", 0.3)
    assert "已停止" in _run(client, ENDLESS).trouble
    monkeypatch.setattr(running, "SECONDS", 60)
    monkeypatch.setattr(running, "ROWS_KEPT", 7)
    assert "结果超过上限" in _page(client, _run(client, "from range(100)"))


def test_results_and_saved_queries_belong_to_their_owner(published: str, browse: Callable[..., Client]) -> None:
    client, colleague = browse(Role.ANALYST), browse(Role.STEWARD)
    run = _run(client, "select 1")
    assert colleague.get(reverse("analyst:run", args=[run.pk])).status_code == 404
    assert colleague.get(reverse("analyst:export", args=[run.pk])).status_code == 404
    client.post(reverse("analyst:save"), {"title": "累计投资", "sql": VALUES})
    client.post(reverse("analyst:save"), {"title": "", "sql": VALUES})
    saved = SavedQuery.objects.get()
    assert VALUES.split(",")[0] in client.get(QUERY, {"saved": saved.pk}).content.decode()
    assert "累计投资" not in colleague.get(QUERY).content.decode()
    client.post(reverse("analyst:save"), {"title": "累计投资", "sql": VALUES, "is_shared": "on"})
    assert "累计投资" in colleague.get(QUERY).content.decode()
    assert colleague.post(reverse("analyst:remove", args=[saved.pk])).status_code == 404
    client.post(reverse("analyst:remove", args=[saved.pk]))
    assert not SavedQuery.objects.exists()
