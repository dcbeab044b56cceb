"""What releases remember: each published release adds its events of findings and its figures to the ledger, once.

A release carries its own in files: ``finding_events.parquet``, what it saw that the ledger did not know yet and one row
``published`` that marks the release itself; ``indicator_values.parquet``, every figure with what it rests on. Those files
are copied to ``ledger/<name>/<release_id>.parquet`` after ``current`` has moved; a run that is killed between the two
loses nothing, for the next build first copies what is missing.
"""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.release import shelf
from orchestration.release.model import EVENTS, LEDGER_FILES, PRIVATE, VALUES
from sources.home import Home
from sources.landing.schema import FINDING_EVENTS, INDICATOR_VALUES
from sources.published.shelf import list_releases


def write_events(folder: Path, release_id: str, contents: dict[str, Any]) -> None:
    """Write the events of a release (``contents.survey``) into its folder; a file without a mark remembers nothing."""
    if contents.get("mark") is None:
        return
    mark = {"event_id": release_id, "event": "published", **contents["mark"]}
    names = FINDING_EVENTS.names
    rows = [{name: row.get(name) for name in names} for row in (*contents["events"], mark)]
    for row in rows:
        row["happened_at"] = datetime.fromisoformat(row["happened_at"])
    pq.write_table(pa.Table.from_pylist(rows, schema=FINDING_EVENTS), folder / EVENTS, compression="zstd")


def write_values(folder: Path, release_id: str, published_at: datetime, contents: dict[str, Any]) -> None:
    """Write the figures of a release (``contents.survey``) into its folder: each published value is kept for ever."""
    if contents.get("figures") is None:
        return
    rows = []
    for figure in contents["figures"]:
        row = figure | {"release_id": release_id, "published_at": published_at}
        row |= {name: Decimal(row[name]) for name in ("figure", "target") if row[name] is not None}
        row |= {name: datetime.fromisoformat(row[name]) for name in ("known_at", "rejudged_at") if row[name]}
        rows.append({name: row[name] for name in INDICATOR_VALUES.names})
    pq.write_table(pa.Table.from_pylist(rows, schema=INDICATOR_VALUES), folder / VALUES, compression="zstd")


def record_events(home: Home) -> list[str]:
    """Copy what every release remembers and the ledger does not have yet, oldest first; return the ids of the releases.

    A release that is older than the newest one in the ledger was passed over for good reason (it was pruned, or comes
    from before releases remembered anything).
    """
    recorded = {release for name, file in LEDGER_FILES.items() for release in _record(home, name, file)}
    return sorted(recorded)


def _record(home: Home, name: str, file: str) -> list[str]:
    folder = home.ledger / name
    newest = max((path.stem for path in folder.glob("2*.parquet")), default="")
    waiting = [release for release in reversed(list_releases(home)) if release.release_id > newest]
    recorded = [release for release in waiting if (release.folder / file).is_file()]
    for release in recorded:
        _copy(release.folder / file, folder / f"{release.release_id}.parquet")
    return [release.release_id for release in recorded]


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.copyfile(source, draft)
    draft.chmod(0o400 if source.name in PRIVATE else 0o444)
    shelf.sync(draft)
    draft.replace(place)
    shelf.sync(place.parent)
