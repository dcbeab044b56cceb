"""One run at a time: a night, a judging of new files and a manual refresh never touch landing together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from sources.home import Home

#: A night on a full year takes minutes; who waits longer than this should look.
PATIENCE_SECONDS = 900.0


class NightBusyError(Exception):
    """Another run holds the warehouse and did not finish in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"另一次刷新或审核正在进行，等候 {seconds:.0f} 秒后仍未结束，可在 Dagster 页面查看正在进行的作业。"
        )


@contextmanager
def one_at_a_time(home: Home, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold the warehouse's lock, waiting up to ``patience`` seconds. Raises ``NightBusyError``.

    The kernel drops the lock when its holder dies, so a killed run never blocks the next one.
    """
    home.work.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home.work / "night.lock")
    try:
        lock.acquire(timeout=patience, poll_interval=0.2)
    except Timeout as error:
        raise NightBusyError(patience) from error
    try:
        yield
    finally:
        lock.release()


def is_busy(home: Home) -> bool:
    """Return whether a run, by whomever it was started, holds the warehouse at this moment."""
    try:
        with one_at_a_time(home, patience=0):
            return False
    except NightBusyError:
        return True
