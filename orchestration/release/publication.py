"""Publishing: a build becomes a release in one step, or is refused and the last release stays.

The order makes a kill harmless at every point: everything is written into a folder nobody reads, that folder gets its
name by one rename, and the link ``current`` moves last by another. What a killed publication left is cleared by the next.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration.release import manifest, shelf
from orchestration.release.documents import forget_taken, take_documents
from orchestration.release.errors import ReleaseRefusedError
from orchestration.release.events import record_events, write_events, write_values
from orchestration.release.failures import failures_of, is_by_code
from orchestration.release.model import PRIVATE, Check
from sources.home import Home
from sources.periods import SHANGHAI
from sources.published.release import CATALOGUE, DICTIONARY, METRICS, WAREHOUSE, Release
from sources.published.shelf import current_or_none, list_releases

if TYPE_CHECKING:
    from orchestration.dbt_build import BuildOutcome

#: Checks that fail by what was sent and not by how the file was built.
ABOUT_DATA = frozenset({"not_emptied"})
#: Seconds that the checks may take.
PATIENCE = 900


@dataclass(frozen=True)
class Verification:
    """What the checking process said: every check made, and the contents when all passed."""

    checks: tuple[Check, ...]
    contents: dict[str, Any]

    @property
    def reasons(self) -> list[str]:
        """Why the file may not be published; empty when it may."""
        return [check.reason or check.title for check in self.checks if not check.passed]

    @property
    def is_by_code(self) -> bool:
        """Whether the file itself is broken; tables without rows are what was sent, or was not."""
        return any(check.name not in ABOUT_DATA for check in self.checks if not check.passed)


def publish(
    home: Home, warehouse: Path, build: BuildOutcome, *, batch_id: str | None, now: datetime | None = None
) -> Release:
    """Check a built warehouse and publish it; the file is moved, not copied.

    ``now`` (Shanghai time) names the release. Raises ``ReleaseRefusedError`` with Chinese reasons when the build
    failed or a check did; then the current release stays and the file goes to ``work/refused/``.
    """
    keep = shelf.how_many_to_keep()
    moment = now or datetime.now(SHANGHAI).replace(tzinfo=None)
    with shelf.locked(home):
        shelf.clear(home)
        reasons = failures_of(build)
        if reasons:
            raise ReleaseRefusedError(reasons, _set_aside(home, warehouse, reasons), is_by_code=is_by_code(build))
        last = current_or_none(home)
        found = verified(warehouse, build, last.manifest["rows"] if last else {})
        if found.reasons:
            kept = _set_aside(home, warehouse, found.reasons)
            raise ReleaseRefusedError(found.reasons, kept, is_by_code=found.is_by_code)
        release = _put_on_shelf(home, warehouse, found, batch_id, moment)
        shelf.point(home, release.release_id)
        forget_taken(home)
        record_events(home)
        shelf.prune(home, keep)
    return release


def verified(warehouse: Path, build: BuildOutcome, previous: Mapping[str, int]) -> Verification:
    """Run the checks in a fresh process, which sees only what is really in the file.

    ``previous``: table → rows of the release before; none of these tables may be empty now.
    """
    order = {"expected": _marts(build), "previous": dict(previous)}
    command = [sys.executable, "-m", "orchestration.release.verify", str(warehouse)]
    try:
        done = subprocess.run(command, input=json.dumps(order), capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return _no_answer(f"发布前检查超过 {PATIENCE} 秒没有结束")
    if done.returncode != 0:
        last_line = (done.stderr.strip().splitlines() or ["没有说明"])[-1]
        return _no_answer(f"发布前检查异常退出：{last_line}")
    answer = json.loads(done.stdout)
    return Verification(tuple(Check(**check) for check in answer["checks"]), answer["contents"])


def _no_answer(reason: str) -> Verification:
    return Verification((Check("answered", "检查有结果", False, reason),), {})


def _marts(build: BuildOutcome) -> list[str]:
    """Return the facts and dimensions that readers of the release may see: all of them must be in the file."""
    return [
        node.name
        for node in build.nodes
        if node.resource_type == "model" and node.schema == "main" and node.name.startswith(("dim_", "fct_"))
    ]


def _put_on_shelf(home: Home, warehouse: Path, found: Verification, batch_id: str | None, moment: datetime) -> Release:
    release_id = _free_id(home, moment)
    folder = shelf.unfinished(home, release_id)
    folder.mkdir()
    docs = take_documents(home, folder, current_or_none(home))
    manifest.write(manifest.compose(release_id, moment, batch_id, found.checks, found.contents, docs), folder)
    _explain(home, folder, found.contents)
    write_events(folder, release_id, found.contents)
    write_values(folder, release_id, moment.replace(microsecond=0), found.contents)
    shutil.move(warehouse, folder / WAREHOUSE)
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o400 if path.name in PRIVATE else 0o444)
        shelf.sync(path)
    shelf.sync(folder)
    final = home.releases / release_id
    os.rename(folder, final)
    shelf.sync(home.releases)
    return Release(release_id, final)


def _explain(home: Home, folder: Path, contents: dict[str, Any]) -> None:
    """Write what explains the file: catalogue and dictionary for people, the metrics for whoever asks for a figure."""
    # Late: nobody who only looks at releases should wait for openpyxl.
    from orchestration.dbt_build import dbt_place
    from orchestration.release.catalogue import describe
    from orchestration.release.dictionary import write_dictionary
    from orchestration.release.lineage import Lineage
    from orchestration.release.metrics import write_metrics
    from sources.contract import load_catalog
    from sources.published.tables import write_tables
    from sources.rules import load_register

    artifacts = dbt_place(home, folder).artifacts
    lineage = Lineage.read(artifacts / "manifest.json")
    metrics = write_metrics(folder / METRICS, artifacts / "semantic_manifest.json", lineage)
    catalog = load_catalog()
    described = describe(contents, lineage, metrics, catalog, load_register(catalog), artifacts / "flow.json")
    write_tables(folder / CATALOGUE, described)
    write_dictionary(folder / DICTIONARY, described, contents["indicators"], catalog)


def _free_id(home: Home, moment: datetime) -> str:
    stem = moment.strftime("%Y%m%dT%H%M%S")
    taken = {release.release_id for release in list_releases(home)}
    return next(name for name in (stem, *(f"{stem}-{n:02d}" for n in range(2, 100))) if name not in taken)


def _set_aside(home: Home, warehouse: Path, reasons: Sequence[str]) -> Path:
    """Keep a refused file for inspection, the last one only; return its folder."""
    folder = home.work / "refused"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in (warehouse, warehouse.with_name(f"{warehouse.name}.wal")):
        if path.exists():
            shutil.move(path, folder / path.name)
    (folder / "reasons.txt").write_text("".join(f"{reason}\n" for reason in reasons), encoding="utf-8")
    return folder
