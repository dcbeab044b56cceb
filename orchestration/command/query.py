"""``taizhang query``: read-only SQL on the current release, in a sandbox."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import duckdb

#: Rows that the table shows; files hold all.
SHOWN = 200
_FILES = ("csv", "xlsx", "parquet")


@click.command()
@click.argument("sql", metavar="SQL")
@click.option(
    "--format", "form", type=click.Choice(("table", *_FILES)), help="输出形式；默认 table，给了 -o 则按文件后缀。"
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写入文件。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON：每行一个对象。")
@click.option("--role", metavar="R", help="以何种身份查询受限数据：indicator_owner（统计）、assessment（评价票）。")
@click.option("--timeout", type=click.IntRange(1, 3600), default=120, show_default=True, help="最长运行秒数。")
def command(sql: str, form: str | None, output: Path | None, as_json: bool, role: str | None, timeout: int) -> None:
    """在当前版本上执行只读 SQL。SQL 写 - 表示从标准输入读取。

    只能执行一条查询（select、with、from、show、describe、explain、pivot），不能读写文件和网络。
    单个企业的统计数据（statistics）和评价票（ballots）只有写明身份才能查询。

    \b
    例：taizhang query "show tables"
        taizhang query "from indicator_values where indicator_id = 'Z05'" -o Z05.xlsx
        taizhang query "select * from fct_project_months" --format csv > 项目.csv
    """
    import duckdb

    from orchestration.command.errors import CommandError
    from orchestration.command.export import write_csv, write_file
    from sources.home import Home
    from sources.published.read import connect

    chosen = _chosen(form, output)
    text = sys.stdin.read() if sql == "-" else sql
    with connect(Home.from_environment()) as connection:
        try:
            with _interrupted_after(connection, timeout):
                _only_a_query(connection, text)
                _only_what_the_role_may_read(connection, text, role)
                if output:
                    count = write_file(connection, text, output, chosen)
                    click.echo(f"已写入 {output}（{count:,} 行）。", err=True)
                elif as_json:
                    _show_json(connection.execute(text))
                elif chosen == "csv":
                    write_csv(connection.execute(text), sys.stdout)
                else:
                    _show(connection.execute(text))
        except duckdb.InterruptException:
            raise CommandError(f"查询超过 {timeout} 秒，已停止；可用 --timeout 放宽，或缩小范围。") from None
        except duckdb.PermissionException as error:
            raise CommandError(f"查询只能读取当前版本中的表，不能读写文件、网络或扩展。\n{error}") from None
        except duckdb.OutOfMemoryException as error:
            raise CommandError(f"查询需要的内存超过限制，请缩小范围或先聚合。\n{error}") from None
        except duckdb.Error as error:
            raise CommandError(f"SQL 无法执行：\n{error}") from None


def _chosen(form: str | None, output: Path | None) -> str:
    """Return the form of the output. Raises ``CommandError`` when it cannot go where it should."""
    from orchestration.command.errors import CommandError

    if output is None:
        if form in ("xlsx", "parquet"):
            raise CommandError(f"{form} 是文件格式，请用 -o 指定文件名，如 -o 结果.{form}")
        return form or "table"
    found = form or output.suffix.lower().lstrip(".")
    if found not in _FILES:
        raise CommandError(f"无法从“{output.name}”看出格式，请用 --format 指定 {'、'.join(_FILES)} 之一")
    return found


def _only_a_query(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse anything but one statement that reads. Raises ``CommandError``."""
    from duckdb import StatementType

    from orchestration.command.errors import CommandError

    # A PIVOT that has to look its columns up counts as several statements (MULTI).
    reading = {StatementType.SELECT, StatementType.EXPLAIN, StatementType.MULTI}
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise CommandError(f"一次只能执行一条查询，收到 {len(statements)} 条。")
    if statements[0].type not in reading:
        raise CommandError(
            f"只能执行查询（select、with、from、show、describe、explain），不能执行 {statements[0].type.name}。"
        )


def _only_what_the_role_may_read(connection: duckdb.DuckDBPyConnection, sql: str, role: str | None) -> None:
    """Refuse rows that not everybody may read. Raises ``CommandError``."""
    from orchestration.command.errors import CommandError
    from sources.published.restricted import READERS, restricted_schemas

    for schema in sorted(restricted_schemas(connection, sql)):
        readers = READERS.get(schema, frozenset())
        if not readers:
            raise CommandError(
                f"{schema} 中的问题、决定和原文写有受限的数值，不供查询；公开的见 main 中同名的表，问题见 taizhang findings。"
            )
        if role not in readers:
            raise CommandError(
                f"{schema} 中是受限数据（单个企业的统计数据、评价票等），只供 {'、'.join(sorted(readers))} 查询，"
                "有权的请用 --role 写明身份；合计数见公开的表，如 fct_industrial_totals。"
            )


@contextmanager
def _interrupted_after(connection: duckdb.DuckDBPyConnection, seconds: int) -> Iterator[None]:
    timer = threading.Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _show_json(result: duckdb.DuckDBPyConnection) -> None:
    from orchestration.command.export import headings
    from orchestration.command.listing import show_json

    names = headings(result)
    show_json([dict(zip(names, row, strict=True)) for row in result.fetchall()])


def _show(result: duckdb.DuckDBPyConnection) -> None:
    from orchestration.command.export import headings
    from orchestration.command.listing import show_table

    found = result.fetchmany(SHOWN + 1)
    show_table(found[:SHOWN], headings(result))
    if len(found) > SHOWN:
        click.echo(f"只显示前 {SHOWN} 行；全部结果请用 -o 文件.csv（或 .xlsx、.parquet）。", err=True)
    else:
        click.echo(f"共 {len(found)} 行。", err=True)
