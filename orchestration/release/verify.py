"""The release checks, run as a process of its own: ``python -m orchestration.release.verify FILE``.

The process that built the file may see rows that never reached it (a kept connection, a write-ahead log); a fresh one
sees what readers will see. stdin: ``{"expected": [table…], "previous": {table: rows}}``; stdout: ``{"checks": […],
"contents": {…}}``. The exit code is 0 whenever the checks could be made, passed or not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from orchestration.release.contents import count_rows, survey
from orchestration.release.model import Check
from sources.published.read import open_file

#: What readers of a release rely on, whatever marts the project has besides.
REQUIRED = (
    "dim_indicators",
    "fct_findings",
    "fct_submissions",
    "indicator_sources",
    "indicator_values",
    "stg_inbox__coercions",
    "stg_inbox__columns",
    "stg_inbox__submissions",
)


@dataclass(frozen=True)
class Candidate:
    """A file that wants to be published: its connection, the tables it owes, and what the last release held."""

    connection: duckdb.DuckDBPyConnection
    expected: Sequence[str]
    previous: Mapping[str, int]
    counted: dict[str, int] = field(default_factory=dict)

    def count(self, table: str) -> int:
        """Return the number of rows of a table, counted once: views over large tables take their time."""
        if table not in self.counted:
            self.counted[table] = count_rows(self.connection, table)
        return self.counted[table]


def verify(warehouse: Path, expected: Sequence[str], previous: Mapping[str, int]) -> tuple[list[Check], dict[str, Any]]:
    """Check a file; return every check and, when all passed, what is in the file (``contents.survey``)."""
    checks = [Check("whole", "文件完整，没有未写入的日志", *_outcome(_whole(warehouse)))]
    if not checks[0].passed:
        return checks, {}
    try:
        connection = open_file(warehouse, spill=warehouse.parent / "spill")
    except duckdb.Error as error:
        return [*checks, Check("opens", "文件能以只读方式打开", False, f"数据库文件打不开：{_first_line(error)}")], {}
    with connection:
        candidate = Candidate(connection, sorted({*expected, *REQUIRED}), previous)
        for name, title, check in _CHECKS:
            checks.append(Check(name, title, *_outcome(check(candidate))))
            if not checks[-1].passed:
                return checks, {}
        return checks, survey(connection, candidate.count)


def _outcome(reason: str | None) -> tuple[bool, str | None]:
    return reason is None, reason


def _whole(warehouse: Path) -> str | None:
    if not warehouse.is_file():
        return f"没有生成数据库文件 {warehouse}"
    log = warehouse.with_name(f"{warehouse.name}.wal")
    if log.exists() and log.stat().st_size > 0:
        return f"数据还在日志 {log.name} 里，没有写进数据库文件"
    return None


def _tables_are_there(candidate: Candidate) -> str | None:
    known = {
        name
        for (name,) in candidate.connection.execute(
            "select table_name from information_schema.tables where table_schema = 'main'"
        ).fetchall()
    }
    missing = [name for name in candidate.expected if name not in known]
    return f"缺少表 {'、'.join(missing)}" if missing else None


def _tables_are_readable(candidate: Candidate) -> str | None:
    for name in candidate.expected:
        try:
            candidate.count(name)
        except duckdb.PermissionException:
            return f"表 {name} 要读取版本以外的文件，发布后无法独立查询"
        except duckdb.Error as error:
            return f"表 {name} 无法读取：{_first_line(error)}"
    return None


def _no_table_was_emptied(candidate: Candidate) -> str | None:
    emptied = [
        f"{name}（上一版本 {candidate.previous[name]} 行）"
        for name in candidate.expected
        if candidate.previous.get(name) and candidate.count(name) == 0
    ]
    return f"以下表变空了：{'、'.join(emptied)}" if emptied else None


def _indicators_are_unique(candidate: Candidate) -> str | None:
    doubled = candidate.connection.execute(
        "select indicator_id, period, scope from indicator_values group by all having count(*) > 1 order by all limit 1"
    ).fetchone()
    return f"指标 {doubled[0]} 在 {doubled[1]}（口径 {doubled[2]}）有多个数值" if doubled else None


def _indicators_are_described(candidate: Candidate) -> str | None:
    unknown = candidate.connection.execute(
        "select distinct indicator_id from indicator_values where indicator_id not in "
        "(select indicator_id from dim_indicators) order by all"
    ).fetchall()
    return f"指标 {'、'.join(row[0] for row in unknown)} 有数值而没有说明" if unknown else None


_CHECKS: tuple[tuple[str, str, Callable[[Candidate], str | None]], ...] = (
    ("tables", "应有的表都在", _tables_are_there),
    ("readable", "每张表都能独立读取", _tables_are_readable),
    ("not_emptied", "上一版本有数据的表没有变空", _no_table_was_emptied),
    ("indicators_unique", "每个指标、期间、口径只有一个数值", _indicators_are_unique),
    ("indicators_described", "每个有数值的指标都有说明", _indicators_are_described),
)


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]


def main() -> None:
    """Read the order from stdin, check the file named by the argument, and write the outcome to stdout."""
    order = json.load(sys.stdin)
    checks, contents = verify(Path(sys.argv[1]), order["expected"], order["previous"])
    answer = {"checks": [asdict(check) for check in checks], "contents": contents}
    # Not json.dump: it writes every number and bracket by itself, twenty times slower.
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
