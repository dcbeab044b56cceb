"""One run of the night: what its assets share, what they report, and what ended it early.

The assets run in one process, one after another; what one learns (the judgement, the build) the next one reads here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration.night.lock import PATIENCE_SECONDS, one_at_a_time
from sources.home import Home

if TYPE_CHECKING:
    from orchestration.dbt_build import BuildOutcome
    from orchestration.intake.report import IntakeReport
    from sources.published.release import Release


class Stage(StrEnum):
    """The stages of a night as people name them."""

    RECEIVE = "收件"
    JUDGE = "审核"
    BUILD = "建库"
    PUBLISH = "发布"


#: Called with the stage, what is being worked on, how much is done and of how much (0: unknown).
Watcher = Callable[[Stage, str, int, int], None]


def _unwatched(_stage: Stage, _what: str, _done: int, _total: int) -> None:
    """Show nothing."""


@dataclass
class Night:
    """The state of one run. ``error`` is the first exception that ended a stage."""

    home: Home
    full: bool = False
    watch: Watcher = _unwatched
    intake: IntakeReport | None = None
    build: BuildOutcome | None = None
    indicator_count: int | None = None
    release: Release | None = None
    error: BaseException | None = None

    @property
    def warehouse(self) -> Path:
        """The DuckDB file under construction. Always the same path: dbt parses everything anew when it changes."""
        return self.home.work / "warehouse.duckdb"

    @contextmanager
    def during(self, stage: Stage, what: str = "") -> Iterator[None]:
        """Announce a stage and remember the exception that ends it (an interruption is one that is no ``Exception``)."""
        self.watch(stage, what, 0, 0)
        try:
            yield
        except BaseException as error:
            self.error = self.error or error
            raise


@contextmanager
def open_night(
    home: Home, *, full: bool = False, watch: Watcher = _unwatched, patience: float = PATIENCE_SECONDS
) -> Iterator[Night]:
    """Begin a run: hold the lock for as long as it lasts. Raises ``NightBusyError`` when another run does not end.

    What a killed run left half-built goes first: it is derived, and the inbox and landing hold all that counts.
    """
    with one_at_a_time(home, patience):
        night = Night(home, full=full, watch=watch)
        _clear_half_built(night.warehouse)
        yield night


def _clear_half_built(warehouse: Path) -> None:
    for path in (warehouse, warehouse.with_name(f"{warehouse.name}.wal")):
        path.unlink(missing_ok=True)
