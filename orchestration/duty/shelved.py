"""Papers that the clock or the engineer makes: ``papers/<kind>/<period>/<release>/``, so that none takes another's place."""

from __future__ import annotations

from pathlib import Path

from orchestration.reports.issue import Builder, papers_of, suffixes_of, write
from sources.home import Home


def shelve(home: Home, kind: str, period: str, release_id: str, build: Builder) -> list[Path]:
    """Write the papers of a period from a release (``current`` is understood) and return their files.

    The same release gives the same bytes, so making them again changes nothing. Raises ``ReleaseError`` when the
    release does not have what the paper needs.
    """
    papers = papers_of(home, release_id, period, build)
    folder = home.papers / kind / period / papers[0].release_id
    folder.mkdir(parents=True, exist_ok=True)
    return [write(home, paper, folder / f"{paper.name}{suffix}") for paper in papers for suffix in suffixes_of(paper)]
