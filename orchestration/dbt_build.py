"""The warehouse, built by one ``dbt build`` in this process: models, seeds and tests, into a DuckDB file of its own.

Unit tests are left out: they test SQL that does not change overnight, and run with the project's other tests.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from pyarrow import ArrowInvalid

from orchestration.dbt_inputs import lay_inputs
from orchestration.dbt_invoke import PROJECT, DbtPlace, invoke
from orchestration.release.events import record_events
from sources.contract import load_catalog
from sources.contract.catalog import CODES
from sources.home import Home
from sources.landing.obligations import write_obligations
from sources.unquoted import without_values

#: Exposures say who reads what; there is nothing to build.
_NOT_BUILT = ("unit_test", "exposure")

#: Which project the manifest beside these files is of: read by dbt, or built whole (only then it holds all SQL).
_PARSED, _BUILT = "project.sha256", "built.sha256"

#: So many rows give some twenty million cells behind figures, and half of the release would be their table.
_MANY = 2_000_000

#: Called with the name of a node that is done, how many are done, and how many there are.
OnNode = Callable[[str, int, int], None]


@dataclass(frozen=True)
class NodeOutcome:
    """How one node fared. ``status``: success, pass, warn, fail, error or skipped; ``failures`` of a test in rows;
    ``schema``: where a model stands, ``main`` unless its rows are restricted; ``message`` is dbt's, without values.
    """

    unique_id: str
    name: str
    resource_type: str
    status: str
    seconds: float
    failures: int | None
    message: str | None
    schema: str = "main"


@dataclass(frozen=True)
class BuildOutcome:
    """All nodes of a build. ``success`` is false as soon as one model failed or one test did not hold."""

    success: bool
    nodes: tuple[NodeOutcome, ...]


def build_warehouse(
    home: Home, warehouse: Path, *, as_of: datetime | None = None, on_node: OnNode | None = None
) -> BuildOutcome:
    """Build the warehouse of a home into ``warehouse``, which is replaced when it exists.

    ``as_of`` is the moment for which it is built (what is overdue depends on it); None: now, and for what is overdue the
    day of the last submission.
    Keep the path the same from night to night: dbt parses the whole project anew when it changes. Raises ``DbtError``
    when dbt could not start.
    """
    record_events(home)
    lay_inputs(home, project_fingerprint()[:12], as_of)
    write_obligations(home, load_catalog(), as_of.date() if as_of else None)
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    for path in (warehouse, warehouse.with_name(f"{warehouse.name}.wal")):
        path.unlink(missing_ok=True)
    place = replace(dbt_place(home, warehouse), sources="view" if _landed(home) > _MANY else "table")
    left_out = [part for kind in _NOT_BUILT for part in ("--exclude-resource-type", kind)]
    fingerprint = project_fingerprint(place.project)
    # The manifest of a whole build tells the SQL of every table, and is the same until the project changes.
    is_known = _remembered(place, _BUILT) == fingerprint
    if not is_known:
        _forget(place)
    written = ["--no-write-json"] if is_known else []
    result = invoke(place, ["build", *left_out, *written], _Progress(on_node) if on_node else None)
    for mark in (_PARSED, _BUILT) if result.success else (_PARSED,):
        _remember(place, mark, fingerprint)
    return BuildOutcome(bool(result.success), tuple(_outcome(run) for run in result.result.results))


def load_manifest(home: Home) -> dict[str, Any]:
    """Return dbt's manifest as JSON; the project is parsed first when it never was, or has changed since."""
    place = dbt_place(home, home.work / "warehouse.duckdb")
    manifest = place.artifacts / "manifest.json"
    fingerprint = project_fingerprint(place.project)
    if _remembered(place, _PARSED) != fingerprint:
        _forget(place)
        invoke(place, ["parse"])
        _remember(place, _PARSED, fingerprint)
    loaded: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
    return loaded


def dbt_place(home: Home, warehouse: Path) -> DbtPlace:
    """Return where dbt works for a home: its own files under ``<home>/dbt/target``, so that homes never meet."""
    return DbtPlace(home=home.root, warehouse=warehouse, artifacts=home.root / "dbt" / "target")


def project_fingerprint(project: Path = PROJECT) -> str:
    """Return a hash over everything that dbt parses: the project's own files and the code lists it seeds."""
    digest = hashlib.sha256()
    files = [path for folder in ("models", "macros", "tests") for path in project.glob(f"{folder}/**/*.*")]
    files += [*project.glob("*.yml"), *CODES.glob("*.csv")]
    for path in sorted(files):
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _landed(home: Home) -> int:
    """Return the number of landed rows of all forms, as their files say."""
    try:
        return sum(pq.read_metadata(file).num_rows for file in home.landing.glob("[!_]*/*.parquet"))
    except (OSError, ArrowInvalid):
        # dbt is about to say which table cannot be read.
        return 0


def _remembered(place: DbtPlace, mark: str) -> str | None:
    path = place.artifacts / mark
    is_there = path.is_file() and (place.artifacts / "manifest.json").is_file()
    return path.read_text(encoding="ascii") if is_there else None


def _remember(place: DbtPlace, mark: str, fingerprint: str) -> None:
    (place.artifacts / mark).write_text(fingerprint, encoding="ascii")


def _forget(place: DbtPlace) -> None:
    """The manifest is about to be written: until it is, no mark tells what it holds."""
    for mark in (_PARSED, _BUILT):
        (place.artifacts / mark).unlink(missing_ok=True)


def _outcome(run: Any) -> NodeOutcome:
    return NodeOutcome(
        unique_id=run.node.unique_id,
        name=run.node.name,
        resource_type=str(run.node.resource_type),
        status=str(run.status),
        seconds=run.execution_time,
        failures=run.failures,
        message=without_values(run.message) if run.message else None,
        schema=run.node.schema,
    )


class _Progress:
    """Counts dbt's events: how many nodes there are, and each that finishes."""

    def __init__(self, on_node: OnNode) -> None:
        self._on_node = on_node
        self._done = 0
        self._total = 0

    def __call__(self, event: Any) -> None:
        if event.info.name == "ConcurrencyLine":
            self._total = event.data.node_count
        elif event.info.name == "NodeFinished" and event.data.node_info.materialized != "ephemeral":
            self._done += 1
            self._on_node(event.data.node_info.node_name, self._done, max(self._total, self._done))
