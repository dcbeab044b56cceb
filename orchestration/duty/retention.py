"""What is thrown away, and when: releases beyond the last ones, left-overs of runs, old messages and drafts.

Never the inbox, decisions, the ledger, or a paper that was issued.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from orchestration.duty.reminded import LADDER
from orchestration.night.lock import one_at_a_time
from orchestration.release import shelf
from sources.home import Home
from sources.published.shelf import current_or_none

#: Days for which left-overs of runs (refused files, half-made workbooks) can be looked at.
WORK_DAYS = 30
#: Days for which it is known who was told what; what is forgotten could be sent again, so it is more than a year.
MESSAGE_DAYS = 400
#: Days for which drafts of letters stay; a letter that went out is in the register.
DRAFT_DAYS = 90
#: Days for which Dagster's pages show a run.
RUN_DAYS = 180

#: What of ``work/`` is no left-over.
_KEPT = ("night.lock", "data_docs")


@dataclass(frozen=True)
class Removed:
    """How many of each were thrown away."""

    releases: int
    work: int
    messages: int
    drafts: int

    def as_counts(self) -> dict[str, int]:
        """Return the counts by name."""
        return asdict(self)


def tidy(home: Home, at: datetime) -> Removed:
    """Throw away what is older than its time at a moment (Shanghai time). Raises ``NightBusyError``, ``ReleaseError``.

    Holds the warehouse's lock: nothing of a run at work is taken from it.
    """
    keep = shelf.how_many_to_keep()
    with one_at_a_time(home):
        work = [path for path in _entries(home.work) if path.name not in _KEPT]
        left = _remove(_older(work, at, WORK_DAYS))
    with shelf.locked(home):
        shelf.clear(home)
        gone = shelf.prune(home, keep) if current_or_none(home) else []
    messages = [
        path for folder in (home.outbox, home.portal_inbox) for path in _entries(folder) if path.suffix == ".json"
    ]
    drafts = [path for month in _entries(home.papers / LADDER) for path in _entries(month)]
    return Removed(
        len(gone), left, _remove(_older(messages, at, MESSAGE_DAYS)), _remove(_older(drafts, at, DRAFT_DAYS))
    )


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _older(paths: Iterable[Path], at: datetime, days: int) -> list[Path]:
    limit = (at - timedelta(days=days)).timestamp()
    return [path for path in paths if path.lstat().st_mtime < limit]


def _remove(paths: list[Path]) -> int:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return len(paths)
