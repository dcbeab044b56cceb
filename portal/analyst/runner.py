"""The process of one query: ``python -m portal.analyst.runner <folder>``.

The folder holds ``ask.json`` (``warehouse``, ``sql``, ``schemas``, ``seconds``, ``rows``, ``memory``); the answer is
``rows.parquet`` and then ``answer.json`` (``count``, ``is_cut``, ``seconds`` or ``trouble``). A file ``cancel`` in it stops
the query. Nothing of Django is loaded here.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from sources.published.read import open_file
from sources.published.sandbox import RefusedQueryError, check_query

ASK, ANSWER, ROWS, CANCEL = "ask.json", "answer.json", "rows.parquet", "cancel"
_BATCH = 5_000
#: After the limit the engine has so long to stop by itself, then the process ends.
_GRACE_SECONDS = 5.0
_WATCH_SECONDS = 0.1


def main(folder: Path) -> None:
    """Run what is asked and write the answer; nothing is raised for what a query does."""
    ask = json.loads((folder / ASK).read_text(encoding="utf-8"))
    began = time.monotonic()
    connection = open_file(Path(ask["warehouse"]), memory=ask["memory"])
    stopped = _watch(folder, connection, ask["seconds"])
    try:
        answer = _run(connection, ask, folder / ROWS)
    except RefusedQueryError as error:
        answer = {"trouble": str(error)}
    except duckdb.InterruptException:
        answer = {"trouble": stopped[0] if stopped else "查询被停止。"}
    except duckdb.OutOfMemoryException:
        answer = {"trouble": "查询需要的内存超过限制，请缩小范围或先聚合。"}
    except duckdb.PermissionException:
        answer = {"trouble": "查询只能读取当前版本中的表，不能读写文件、网络或扩展。"}
    except (duckdb.Error, pa.ArrowException) as error:
        answer = {"trouble": f"SQL 无法执行：{error}"}
    _write(folder / ANSWER, {**answer, "seconds": round(time.monotonic() - began, 2)})


def _run(connection: duckdb.DuckDBPyConnection, ask: dict[str, Any], path: Path) -> dict[str, Any]:
    sql = check_query(connection, ask["sql"], ask["schemas"])
    reader: pa.RecordBatchReader = connection.execute(sql).to_arrow_reader(_BATCH)
    left, draft = int(ask["rows"]), path.with_suffix(".draft")
    with pq.ParquetWriter(draft, reader.schema) as writer:
        is_cut = False
        for batch in reader:
            writer.write_batch(batch.slice(0, left))
            is_cut = batch.num_rows > left
            left -= min(left, batch.num_rows)
            if is_cut:
                break
    draft.replace(path)
    return {"count": int(ask["rows"]) - left, "is_cut": is_cut}


def _watch(folder: Path, connection: duckdb.DuckDBPyConnection, seconds: float) -> list[str]:
    """Stop the query when it is cancelled or takes too long; the list that is returned says why it was."""
    stopped: list[str] = []

    def watch() -> None:
        until = time.monotonic() + seconds
        while not stopped:
            time.sleep(_WATCH_SECONDS)
            if (folder / CANCEL).exists():
                stopped.append("查询已取消。")
            elif time.monotonic() > until:
                stopped.append(f"查询超过 {seconds:g} 秒，已停止；请缩小范围。")
        connection.interrupt()
        time.sleep(_GRACE_SECONDS)
        _write(folder / ANSWER, {"trouble": stopped[0], "seconds": seconds})
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    return stopped


def _write(path: Path, content: dict[str, Any]) -> None:
    draft = path.with_suffix(f".{threading.get_ident()}")
    draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    draft.replace(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
