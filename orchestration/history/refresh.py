"""``taizhang refresh --as-of T``: the warehouse as of T, put beside the releases; ``current`` does not move."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.history.known import lay_known
from orchestration.night.lock import PATIENCE_SECONDS, one_at_a_time
from orchestration.release import manifest, shelf
from orchestration.release.errors import ReleaseRefusedError
from orchestration.release.events import record_events
from orchestration.release.failures import failures_of
from orchestration.release.publication import verified
from sources.contract import load_catalog
from sources.home import Home
from sources.inbox import now
from sources.landing import recover
from sources.published.errors import ReleaseError
from sources.published.release import WAREHOUSE

#: Called with the name of a node that is done, how many are done, and how many there are.
OnNode = Callable[[str, int, int], None]


@dataclass(frozen=True)
class AsOf:
    """A warehouse as of a moment: ``folder`` holds ``warehouse.duckdb`` and ``manifest.json`` (key ``as_of`` besides)."""

    as_of: datetime
    folder: Path
    submissions: int

    @property
    def warehouse(self) -> Path:
        """The DuckDB file; open it read-only."""
        return self.folder / WAREHOUSE

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "as_of": self.as_of.isoformat(timespec="seconds"),
            "warehouse": str(self.warehouse),
            "submissions": self.submissions,
        }


def refresh_as_of(
    home: Home, as_of: datetime, on_node: OnNode | None = None, patience: float = PATIENCE_SECONDS
) -> AsOf:
    """Build what was known at ``as_of`` (Shanghai time) and put it under ``releases/as-of/``; the intake does not run.

    Raises ``ReleaseError`` when nothing was known yet, ``ReleaseRefusedError`` when the build or a check fails,
    ``NightBusyError`` when another run does not end.
    """
    # Late: dbt takes two seconds to import.
    from orchestration.dbt_build import build_warehouse

    view = Home(home.work / "as-of")
    with one_at_a_time(home, patience):
        recover(home)
        record_events(home)
        submissions = lay_known(home, view, load_catalog(), as_of) if home.landing.is_dir() else 0
        if not submissions:
            raise ReleaseError(f"到 {as_of:%Y-%m-%d %H:%M:%S} 为止还没有收到并审核过任何文件，没有可以回看的数据")
        warehouse = view.work / WAREHOUSE
        build = build_warehouse(view, warehouse, as_of=as_of, on_node=on_node)
        reasons = failures_of(build)
        if reasons:
            raise ReleaseRefusedError(reasons, view.work)
        found = verified(warehouse, build, previous={})
        if found.reasons:
            raise ReleaseRefusedError(found.reasons, view.work)
        release_id = f"{as_of:%Y%m%dT%H%M%S}"
        content = manifest.compose(release_id, now(), None, found.checks, found.contents)
        folder = _put_beside(home, warehouse, content | {"as_of": as_of.isoformat(timespec="seconds")})
    return AsOf(as_of, folder, submissions)


def _put_beside(home: Home, warehouse: Path, content: dict[str, Any]) -> Path:
    """Put the file under ``releases/as-of/<moment>/`` by one rename; one of the same moment is replaced."""
    final = home.releases / "as-of" / str(content["release_id"])
    with shelf.locked(home):
        shelf.clear(home)
        folder = shelf.unfinished(home, f"as-of-{final.name}")
        folder.mkdir()
        manifest.write(content, folder)
        shutil.move(warehouse, folder / WAREHOUSE)
        for path in folder.iterdir():
            path.chmod(0o444)
            shelf.sync(path)
        final.parent.mkdir(exist_ok=True)
        if final.exists():
            leaving = shelf.leaving(home, f"as-of-{final.name}")
            final.rename(leaving)
            shutil.rmtree(leaving)
        os.rename(folder, final)
        shelf.sync(final.parent)
    return final
