"""Data Docs of a release: the pages of the forms judged since the last one, and that one's pages of all others.

Nothing is rendered here: pages are linked from where judging left them, so that a night without new files pays nothing.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from expectations.data_docs import INDEX, write_index
from sources.contract import load_catalog
from sources.home import Home
from sources.published.release import DATA_DOCS, Release


def take_documents(home: Home, folder: Path, last: Release | None) -> str | None:
    """Put the pages into the folder of a new release; return the first page, below the folder, or None without any."""
    origins = [home.work_docs, *([last.folder / DATA_DOCS] if last else [])]
    pages: dict[str, Path] = {}
    for origin in origins:
        for page in origin.glob("*.html"):
            pages.setdefault(page.name, page)
    pages.pop(INDEX, None)
    if not pages:
        return None
    target = folder / DATA_DOCS
    target.mkdir()
    for name, page in pages.items():
        # A page is replaced by rename and never written to: releases may share it.
        os.link(page, target / name)
    write_index(target, {form.id: form.title for form in load_catalog()})
    return f"{DATA_DOCS}/{INDEX}"


def forget_taken(home: Home) -> None:
    """Remove the pages that a release has taken."""
    shutil.rmtree(home.work_docs, ignore_errors=True)
