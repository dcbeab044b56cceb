"""Starting, watching and cancelling queries. Each runs in a process of its own with limits on time, memory and rows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.analyst.models import QueryRun, RunState
from portal.analyst.runner import ANSWER, ASK, CANCEL, ROWS
from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.models import Person
from portal.people.roles import Role
from portal.site.warehouse import home
from sources.published.sandbox import OPEN
from sources.published.shelf import current

#: Role → the schemas that its queries read. Figures of single enterprises are for those who collect them; ballots for nobody.
SCHEMAS: Mapping[Role, frozenset[str]] = {Role.ANALYST: OPEN, Role.STEWARD: OPEN | {"statistics"}}
SECONDS, ROWS_KEPT, MEMORY = 60, 100_000, "512MB"
#: Rows that the page shows; files have all that were kept.
SHOWN = 200
#: So many queries of one person, and of all, run at once.
AT_ONCE, AT_ONCE_OF_ALL = 2, 4
_KEPT = timedelta(days=7)
#: A process that says nothing so long after its limit has died.
_LOST = timedelta(seconds=SECONDS + 20)


class BusyError(Exception):
    """Too many queries run; the text is for people."""


@dataclass(frozen=True)
class Result:
    """The first rows of an answer. ``count`` rows were kept, ``is_cut`` says that there were more."""

    columns: list[str]
    rows: list[list[Any]]
    count: int
    is_cut: bool
    seconds: float

    @property
    def plan(self) -> str | None:
        """The plan that an EXPLAIN drew; None for rows."""
        if self.columns != ["explain_key", "explain_value"]:
            return None
        return "\n".join(str(row[1]) for row in self.rows)


def start(person: Person, sql: str) -> QueryRun:
    """Start a query on the current release. Raises ``BusyError`` and ``NothingPublishedError``."""
    for running in QueryRun.objects.filter(state=RunState.RUNNING):
        settle(running)
    running_now = QueryRun.objects.filter(state=RunState.RUNNING)
    if running_now.filter(person=person).count() >= AT_ONCE or running_now.count() >= AT_ONCE_OF_ALL:
        raise BusyError(_("正在运行的查询太多，请等它们完成或取消。"))
    release = current(home())
    run = QueryRun(person=person, sql=sql, release_id=release.release_id, started_at=timezone.now())
    ask = {"warehouse": str(release.warehouse), "sql": sql, "schemas": sorted(SCHEMAS[Role(person.role)]),
           "seconds": SECONDS, "rows": ROWS_KEPT, "memory": MEMORY}  # fmt: skip
    run.folder.mkdir(parents=True)
    (run.folder / ASK).write_text(json.dumps(ask, ensure_ascii=False), encoding="utf-8")
    with transaction.atomic():
        run.save()
        append(Act.QUERY_RUN, person, about=str(run.pk), release=run.release_id, sql=sql)
    _spawn(run.folder)
    _remove_old(run.folder.parent)
    return run


def _spawn(folder: Path) -> None:
    command = [sys.executable, "-m", "portal.analyst.runner", str(folder)]
    root = Path(__file__).parents[2]
    subprocess.Popen(command, cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                     stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip


def settle(run: QueryRun) -> None:
    """Note how a running query ended, when it did."""
    if run.state != RunState.RUNNING:
        return
    answer = _answer(run)
    if answer is None and timezone.now() - run.started_at <= _LOST:
        return
    trouble = (answer or {"trouble": _("查询的进程中断了，请重试；仍不行请缩小范围。")}).get("trouble")
    run.state, run.trouble = (RunState.FAILED, trouble) if trouble else (RunState.DONE, "")
    run.save(update_fields=["state", "trouble"])


def cancel(run: QueryRun) -> None:
    """Ask the process to stop; it does within a moment."""
    if run.state == RunState.RUNNING:
        (run.folder / CANCEL).touch()


def rows_file(run: QueryRun) -> Path | None:
    """Return the rows that were kept; None when they were cleared away."""
    path = run.folder / ROWS
    return path if run.state == RunState.DONE and path.is_file() else None


def table(run: QueryRun) -> pa.Table | None:
    """Return all rows that were kept; None when they were cleared away."""
    path = rows_file(run)
    return pq.read_table(path) if path else None


def result(run: QueryRun) -> Result | None:
    """Return the first rows; None when they were cleared away."""
    path, answer = rows_file(run), _answer(run)
    if path is None or answer is None:
        return None
    file = pq.ParquetFile(path)
    names = list(file.schema_arrow.names)
    batch = next(file.iter_batches(batch_size=SHOWN), None)
    columns = [column.to_pylist() for column in batch.columns] if batch is not None else []
    return Result(names, [list(row) for row in zip(*columns, strict=True)], answer["count"], answer["is_cut"],
                  answer["seconds"])  # fmt: skip


def _answer(run: QueryRun) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((run.folder / ANSWER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return found


def _remove_old(folder: Path) -> None:
    for run in QueryRun.objects.filter(started_at__lt=timezone.now() - _KEPT):
        if run.folder.parent == folder:
            shutil.rmtree(run.folder, ignore_errors=True)
