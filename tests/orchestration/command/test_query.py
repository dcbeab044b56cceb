"""SQL for analysts: what it may do, what it may not, and what the files hold."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import Result
from openpyxl import load_workbook

from orchestration.dbt_build import BuildOutcome
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.release import Release

Run = Callable[..., Result]
FORMULAS = "select '=1+1' as \"=heading\", '@sum' as at, '-2' as text, -2 as number, 1.50::decimal(9,2) as money"

pytestmark = pytest.mark.usefixtures("published")


@pytest.mark.parametrize(
    "sql",
    [
        "show tables",
        "from indicator_values",
        "with a as (select 1) select * from a",
        "describe fct_findings",
        "summarize fct_project_months",
        "explain select 1",
        "select count(*) from indicator_values join indicator_sources using (indicator_id, period)",
        "pivot fct_findings on level using count(*)",
    ],
)
def test_what_reads_is_answered(taizhang: Run, sql: str) -> None:
    result = taizhang("query", sql)

    assert result.exit_code == 0, result.output
    assert result.stdout.strip()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("copy fct_findings to '{file}'", "不能执行 COPY"),
        ("attach '{file}' as other", "不能执行 ATTACH"),
        ("export database '{file}'", "不能执行 EXPORT"),
        ("select * from read_csv('/etc/passwd')", "不能读写文件"),
        ("select * from read_text('/etc/passwd')", "不能读写文件"),
        ("select * from glob('/etc/*')", "不能读写文件"),
        ("select * from '/etc/passwd'", "SQL 无法执行"),
        ("install httpfs", "不能执行 LOAD"),
        ("load json", "不能执行 LOAD"),
        ("pragma database_list", "不能执行 PRAGMA"),
        ("set memory_limit = '100GB'", "不能执行 SET"),
        ("create temp table t as select 1", "不能执行 CREATE"),
        ("insert into fct_project_months values ('2026-04', 'x')", "不能执行 INSERT"),
        ("drop table fct_findings", "不能执行 DROP"),
        ("select 1; select 2", "一次只能执行一条查询，收到 2 条"),
        ("", "一次只能执行一条查询，收到 0 条"),
        ("selec 1", "syntax error"),
        ("select nothing from fct_findings", "SQL 无法执行"),
        ("select * from Run", "SQL 无法执行"),
    ],
)
def test_what_does_more_than_read_is_refused(taizhang: Run, tmp_path: Path, sql: str, said: str) -> None:
    outside = tmp_path / "outside"

    result = taizhang("query", sql.format(file=outside))

    assert result.exit_code == 2
    assert said in result.stderr
    assert not outside.exists()


def test_a_query_that_takes_too_long_is_stopped(taizhang: Run) -> None:
    result = taizhang("query", "select count(*) from range(10000000) a, range(10000000) b", "--timeout", "1")

    assert result.exit_code == 2
    assert "查询超过 1 秒，已停止" in result.stderr


def test_the_query_may_come_from_stdin(published: Release) -> None:
    from click.testing import CliRunner

    from orchestration.command import main

    result = CliRunner().invoke(main, ["query", "-", "--format", "csv"], input="select 1 as one")

    assert result.stdout == "one\n1\n"


def test_csv_keeps_numbers_and_disarms_formulas(taizhang: Run) -> None:
    result = taizhang("query", FORMULAS, "--format", "csv")

    assert result.stdout == "'=heading,at,text,number,money\n'=1+1,'@sum,'-2,-2,1.50\n"


def test_a_csv_file_opens_in_excel_with_its_chinese(taizhang: Run, tmp_path: Path) -> None:
    result = taizhang("query", "select '甲，乙' as 名称", "-o", str(tmp_path / "名称.csv"))

    assert "已写入" in result.stderr
    content = (tmp_path / "名称.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(content.decode("utf-8-sig").splitlines())) == [["名称"], ["甲，乙"]]


def test_xlsx_keeps_numbers_and_writes_formulas_as_text(taizhang: Run, tmp_path: Path) -> None:
    sql = FORMULAS.replace("select ", "select 914370105000000000123::hugeint as long, date '2026-03-01' as day, ")
    taizhang("query", sql, "-o", str(tmp_path / "a.xlsx"))

    heading, row = load_workbook(tmp_path / "a.xlsx")["查询结果"].iter_rows()
    assert [cell.value for cell in heading][2] == "=heading"
    assert [cell.data_type for cell in (heading[2], *row)] == ["s", "s", "d", "s", "s", "s", "n", "n"]
    assert [cell.value for cell in row][2:] == ["=1+1", "@sum", "-2", -2, 1.5]
    assert row[0].value == "914370105000000000123"


def test_parquet_keeps_the_types(taizhang: Run, tmp_path: Path) -> None:
    taizhang(
        "query", "from indicator_values where indicator_id = 'Z05' order by period", "-o", str(tmp_path / "a.parquet")
    )

    table = pq.read_table(tmp_path / "a.parquet")
    assert table.num_rows == 2
    assert str(table.schema.field("value").type) == "decimal128(18, 6)"
    assert table["value"].to_pylist()[-1] == Decimal("1.545670")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xlsx"], "请用 -o 指定文件名"),
        (["-o", "a.doc"], "请用 --format 指定"),
        (["-o", "nowhere/a.csv"], "文件夹不存在"),
    ],
)
def test_an_output_that_cannot_be_is_told(taizhang: Run, words: list[str], said: str) -> None:
    result = taizhang("query", "select 1", *words)

    assert (result.exit_code, said in result.stderr) == (2, True)


def test_a_failing_query_leaves_the_file_as_it_was(taizhang: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")

    result = taizhang("query", "select error('no')", "-o", str(path))

    assert result.exit_code == 2
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.glob("*a.csv*")] == ["a.csv"]


def test_a_table_says_when_it_does_not_show_all(taizhang: Run) -> None:
    result = taizhang("query", "from range(201)")

    assert "只显示前 200 行" in result.stderr


@pytest.mark.parametrize(
    "sql",
    [
        "from statistics.units",
        'select count(*) from "Statistics"."units"',
        "from query('from stat' || 'istics.units')",
        "with hidden as (from statistics.units) select * from hidden",
        "pivot statistics.units on uscc using sum(output)",
        "select count(*) from statistics.units a join statistics.units b using (uscc)",
        "explain analyze from statistics.units",
        "select (select max(output) from statistics.units) from dim_days",
    ],
)
def test_rows_of_single_enterprises_are_for_those_who_say_who_they_are(
    taizhang: Run, home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome, sql: str
) -> None:
    more = "create schema statistics; create table statistics.units as select 'A' as uscc, 4711 as output;"
    publish(home, make_warehouse(more=more), built, batch_id=None)

    refused = taizhang("query", sql)
    assert refused.exit_code == 2
    assert "statistics 中是受限数据" in refused.stderr
    assert "4711" not in refused.stdout
    assert taizhang("query", sql, "--role", "assessment").exit_code == 2

    assert taizhang("query", sql, "--role", "indicator_owner").exit_code == 0
    assert taizhang("query", "from dim_days").exit_code == 0
