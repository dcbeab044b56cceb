"""The shelf of releases as the publisher changes it: moving ``current``, and clearing away.

``current`` is a symbolic link that is replaced by one rename, so a reader sees the old release or the new one and
nothing between. Folders that begin with a dot are unfinished or being removed; nobody reads them.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sources.home import Home
from sources.published.errors import ReleaseError
from sources.published.release import Release
from sources.published.shelf import current, list_releases, show

KEEP = "TAIZHANG_KEEP_RELEASES"
KEEP_DEFAULT = 14

_UNFINISHED = ".new-"
_LEAVING = ".old-"


def rollback(home: Home, release_id: str) -> Release:
    """Point ``current`` to an earlier (or later) release; the next publication moves it on again."""
    with locked(home):
        release = show(home, release_id)
        point(home, release.release_id)
    return release


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Let one process at a time change the shelf; the lock of a killed process is released by the kernel."""
    home.releases.mkdir(parents=True, exist_ok=True)
    with (home.releases / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def unfinished(home: Home, release_id: str) -> Path:
    """Return the folder in which a release is put together: on the same file system, not yet visible."""
    return home.releases / f"{_UNFINISHED}{release_id}"


def leaving(home: Home, release_id: str) -> Path:
    """Return where a folder goes before it is removed: a killed removal never leaves half a release to be found."""
    return home.releases / f"{_LEAVING}{release_id}"


def point(home: Home, release_id: str) -> None:
    """Move ``current`` to a release by one rename. The caller holds the lock."""
    link = home.releases / f"{_UNFINISHED}current"
    link.unlink(missing_ok=True)
    link.symlink_to(release_id, target_is_directory=True)
    os.replace(link, home.current)
    sync(home.releases)


def clear(home: Home) -> None:
    """Remove what killed publications left. The caller holds the lock, so nobody is at work in these."""
    for path in home.releases.iterdir():
        if path.name.startswith((_UNFINISHED, _LEAVING)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def prune(home: Home, keep: int) -> list[str]:
    """Remove all but the newest releases and the current one; return the removed ids. The caller holds the lock.

    Readers that hold a removed file open go on reading it.
    """
    kept = {release.release_id for release in list_releases(home)[:keep]}
    kept.add(current(home).release_id)
    removed = [release for release in list_releases(home) if release.release_id not in kept]
    for release in removed:
        place = leaving(home, release.release_id)
        release.folder.rename(place)
        shutil.rmtree(place)
    return [release.release_id for release in removed]


def sync(path: Path) -> None:
    """Flush a file, or the entries of a folder, to disk, so that what follows survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def how_many_to_keep() -> int:
    """Return how many releases stay (``TAIZHANG_KEEP_RELEASES``, 14 by default). Raises ``ReleaseError``."""
    text = os.environ.get(KEEP, "").strip() or str(KEEP_DEFAULT)
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ReleaseError(f"环境变量 {KEEP} 应是不小于 1 的整数，现为“{text}”")
    return int(text)
