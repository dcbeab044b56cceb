"""What the SQL page lets through, and that nothing it lets through reads a restricted schema."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from sources.published.pivot import MOST_COLUMNS
from sources.published.sandbox import RefusedQueryError, check_query

SECRET = "机密"


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute("""
            create table months as select * from (values
                ('甲', '2026-02', 1, 'a'), ('甲', '2026-03', 2, 'b'), ('乙', '2026-03', 5, 'it''s')
            ) as listed (project, period, done, kind);
            create table many as select range as n from range(300);
            create schema statistics;
            create table statistics.single as select '机密' as project, '机密列' as period, 9 as done;
        """)
        yield made


def _run(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], list[tuple[object, ...]]]:
    cursor = connection.execute(check_query(connection, sql))
    return [column[0] for column in cursor.description or ()], cursor.fetchall()


@pytest.mark.parametrize(
    "sql",
    [
        "pivot months on period using sum(done) group by project order by project",
        "PIVOT months ON period USING sum(done) GROUP BY project ORDER BY project LIMIT 1;",
        "pivot months on period in ('2026-03') using sum(done) group by project order by project",
        "pivot months on period, kind using max(done) as most group by project order by project",
        "pivot (select project, period, done from months) on period using sum(done) order by project",
        "pivot months on kind group by project order by project",
        "pivot months on done using count(*) group by project order by project",
        "-- 说明\npivot /* 表 */ months on period using sum(done), count(*) as rows group by project order by project",
    ],
)
def test_a_pivot_gives_what_duckdb_gives(sql: str, connection: duckdb.DuckDBPyConnection) -> None:
    cursor = connection.execute(sql)
    wanted = [column[0] for column in cursor.description or ()], cursor.fetchall()
    assert _run(connection, sql) == wanted


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        ("unpivot (select 1 as a, 2 as b) on a, b", ["name", "value"]),
        ("from months pivot (sum(done) for period in ('2026-03') group by project)", ["project", "2026-03"]),
        ("describe months", ["column_name", "column_type", "null", "key", "default", "extra"]),
        ("show tables", ["name"]),
        ("explain select * from months", ["explain_key", "explain_value"]),
        ("EXPLAIN (FORMAT JSON) select * from months", ["explain_key", "explain_value"]),
        ("explain pivot months on period using sum(done)", ["explain_key", "explain_value"]),
    ],
)
def test_other_forms_of_a_query_run(sql: str, columns: list[str], connection: duckdb.DuckDBPyConnection) -> None:
    assert _run(connection, sql)[0] == columns


def test_a_summary_tells_the_columns(connection: duckdb.DuckDBPyConnection) -> None:
    assert [row[0] for row in _run(connection, "summarize months")[1]] == ["project", "period", "done", "kind"]


@pytest.mark.parametrize(
    "sql",
    [
        "pivot statistics.single on period using sum(done)",
        'pivot "STATISTICS".single on period using sum(done)',
        "pivot memory.statistics.single on period using sum(done)",
        "pivot (select * from statistics.single) on period using sum(done)",
        "pivot (from months union all by name from statistics.single) on period using sum(done)",
        "pivot months on (select max(period) from statistics.single) using sum(done)",
        "pivot months on period in ((select max(period) from statistics.single)) using sum(done)",
        "pivot months on period in (select period from statistics.single) using sum(done)",
        "pivot months on period using max((select max(project) from statistics.single))",
        "pivot months on period using sum(done) group by (select max(project) from statistics.single)",
        "pivot months on period using sum(done) order by (select max(project) from statistics.single)",
        "pivot months on period using sum(done) limit (select max(done) from statistics.single)",
        "pivot query('from statistics.single') on period using sum(done)",
        "pivot read_csv('/etc/passwd') on column0",
        "with p as (pivot statistics.single on period using sum(done)) from p",
        "from (pivot statistics.single on period using sum(done))",
        "unpivot statistics.single on done",
        "from statistics.single pivot (sum(done) for period in ('机密列') group by project)",
        "describe statistics.single",
        "describe select * from statistics.single",
        "show statistics.single",
        "summarize statistics.single",
        "summarize select * from statistics.single",
        "explain select * from statistics.single",
        "explain (format json) select * from statistics.single",
        "explain pivot statistics.single on period using sum(done)",
    ],
)
def test_no_form_of_a_query_reads_a_restricted_schema(sql: str, connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(RefusedQueryError) as refused:
        _run(connection, sql)
    assert SECRET not in str(refused.value).replace("'机密列'", "")


@pytest.mark.parametrize(
    "sql",
    [
        "explain analyze select 1",
        "explain (analyze) select 1",
        "explain (analyze, format json) select 1",
        "explain delete from months",
        "explain select 1; drop table months",
        "pivot months on period using sum(done); drop table months",
        "pivot months on period using sum(done) limit 1; drop table months",
        "pivot months",
        "insert into months select * from months",
        "create temp table x as select 1",
        "copy months to '/tmp/x.csv'",
        "call pragma_version()",
        "set search_path = 'statistics'",
        "use statistics",
    ],
)
def test_what_does_more_than_read_is_refused(sql: str, connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(RefusedQueryError):
        _run(connection, sql)
    assert connection.execute("select count(*) from months").fetchone() == (3,)


def test_a_pivot_into_too_many_columns_says_what_to_do(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(RefusedQueryError, match=f"超过 {MOST_COLUMNS} 列"):
        _run(connection, "pivot many on n using count(*)")
    with pytest.raises(RefusedQueryError, match="没有值"):
        _run(connection, "pivot (from months where false) on period using count(*)")
