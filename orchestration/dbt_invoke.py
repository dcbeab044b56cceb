"""dbt inside this process: one place that knows its flags, its environment and how to let go of the warehouse file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

PROJECT = Path(__file__).parents[1] / "dbt_project"


@dataclass(frozen=True)
class DbtPlace:
    """Where dbt finds the landing (``home``), which DuckDB file it writes, and where it keeps its own files.

    ``sources``: whether the cells behind figures stand in the file, or are found out when somebody asks.
    """

    home: Path
    warehouse: Path
    artifacts: Path
    project: Path = PROJECT
    sources: Literal["table", "view"] = "table"

    @property
    def environment(self) -> dict[str, str]:
        """What ``profiles.yml`` and the sources read."""
        return {
            "TAIZHANG_HOME": str(self.home),
            "TAIZHANG_WAREHOUSE": str(self.warehouse),
            "TAIZHANG_SOURCES": self.sources,
            "DO_NOT_TRACK": "1",
        }

    @property
    def flags(self) -> tuple[str, ...]:
        """Places and silence: everything dbt has to say goes to ``<artifacts>/logs/dbt.log``."""
        return (
            "--project-dir", str(self.project), "--profiles-dir", str(self.project),
            "--target-path", str(self.artifacts), "--log-path", str(self.artifacts / "logs"),
            "--log-level", "none", "--log-level-file", "info", "--no-use-colors", "--no-version-check",
        )  # fmt: skip


class DbtError(Exception):
    """dbt did not even start its nodes: the project does not parse or the profile does not connect."""


def invoke(place: DbtPlace, command: Sequence[str], listen: Callable[[Any], None] | None = None) -> Any:
    """Run one dbt command in this process and return its result (``dbtRunnerResult``).

    Raises ``DbtError`` with dbt's own words when the command failed before any node ran. Every connection is closed
    afterwards: dbt would otherwise keep the file open, with the rows still in its write-ahead log.
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    place.artifacts.mkdir(parents=True, exist_ok=True)
    with _environment(place.environment):
        try:
            result = dbtRunner(callbacks=[listen] if listen else []).invoke([*command, *place.flags])
        finally:
            DuckDBConnectionManager.close_all_connections()
    if result.result is None:
        raise DbtError(str(result.exception or "dbt 没有运行，也没有说明原因")) from result.exception
    return result


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
