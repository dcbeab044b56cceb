"""The shelf of releases as readers see it: which there are, and which one is current.

Folders that begin with a dot are unfinished or being removed; nobody reads them.
"""

from __future__ import annotations

from sources.home import Home
from sources.published.errors import NothingPublishedError, UnknownReleaseError
from sources.published.release import MANIFEST, RELEASE_ID, Release


def list_releases(home: Home) -> list[Release]:
    """Return the releases, newest first."""
    if not home.releases.is_dir():
        return []
    folders = sorted((path for path in home.releases.iterdir() if RELEASE_ID.match(path.name)), reverse=True)
    return [Release(path.name, path) for path in folders if (path / MANIFEST).is_file()]


def current(home: Home) -> Release:
    """Return the release that ``current`` points to. Raises ``NothingPublishedError`` when there is none."""
    try:
        folder = home.current.resolve(strict=True)
    except FileNotFoundError:
        raise NothingPublishedError from None
    return Release(folder.name, folder)


def current_or_none(home: Home) -> Release | None:
    """Return the current release, or None before the first one."""
    try:
        return current(home)
    except NothingPublishedError:
        return None


def show(home: Home, release_id: str) -> Release:
    """Return one release; ``current`` is understood. Raises ``UnknownReleaseError`` with the choices."""
    if release_id == "current":
        return current(home)
    releases = list_releases(home)
    for release in releases:
        if release.release_id == release_id:
            return release
    raise UnknownReleaseError(release_id, [release.release_id for release in releases])
