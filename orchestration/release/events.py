"""What releases remember of findings: each published release adds its events to the ledger, once.

A release carries its own events in a file (``finding_events.parquet``): what it saw that the ledger did not know yet, and
one row ``published`` that marks the release itself. That file is copied to ``ledger/finding_events/<release_id>.parquet``
after ``current`` has moved; a run that is killed between the two loses nothing, for the next build first copies what is
missing.
"""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.release import shelf
from orchestration.release.model import EVENTS
from sources.home import Home
from sources.landing.schema import FINDING_EVENTS
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


def record_events(home: Home) -> list[str]:
    """Copy the events of every release that the ledger does not have, oldest first; return their ids.

    A release that is older than the newest one in the ledger was passed over for good reason (it was pruned, or comes
    from before releases had events).
    """
    folder = home.ledger / "finding_events"
    newest = max((path.stem for path in folder.glob("2*.parquet")), default="")
    waiting = [release for release in reversed(list_releases(home)) if release.release_id > newest]
    recorded = [release for release in waiting if (release.folder / EVENTS).is_file()]
    for release in recorded:
        _copy(release.folder / EVENTS, folder / f"{release.release_id}.parquet")
    return [release.release_id for release in recorded]


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.copyfile(source, draft)
    draft.chmod(0o444)
    shelf.sync(draft)
    draft.replace(place)
    shelf.sync(place.parent)
