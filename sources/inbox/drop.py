"""The drop folder: departments put files there, a subfolder named after a department says whose they are."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sources.contract import Catalog
from sources.home import Home
from sources.inbox.receipt import Receipt
from sources.inbox.store import InboxError, submit

#: Lists when each file of the folder arrived (columns 文件, 收到时间), for files that come in bulk.
ARRIVALS = "收文登记.csv"
#: Files that programs leave behind.
_IGNORED = (".", "~$", "Thumbs.db", "desktop.ini")


@dataclass
class Collected:
    """What the drop folder gave."""

    receipts: list[Receipt] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def waiting(home: Home) -> list[Path]:
    """Return the files that lie in the drop folder, without what programs leave behind."""
    if not home.drop.exists():
        return []
    return sorted(path for path in home.drop.rglob("*") if path.is_file() and not _ignored(path))


def _ignored(path: Path) -> bool:
    return path.name.startswith(_IGNORED) or path.name == ARRIVALS


def collect_drop(home: Home, catalog: Catalog) -> Collected:
    """Move every file of the drop folder into the inbox.

    A file leaves the drop folder only when its submission is whole in the inbox; one that is still being written, or
    cannot be read, stays and is named in ``refused``.
    """
    collected = Collected()
    arrivals: dict[Path, dict[str, datetime]] = {}
    for path in waiting(home):
        known = arrivals.setdefault(path.parent, _arrivals(path.parent))
        try:
            receipt = submit(home, path, department=_department(home, path, catalog), received_at=known.get(path.name))
        except InboxError as error:
            collected.refused[path.name] = str(error)
            continue
        collected.receipts.append(receipt)
        path.unlink(missing_ok=True)
    for folder in arrivals:
        _forget_arrivals(folder)
    return collected


def _department(home: Home, path: Path, catalog: Catalog) -> str | None:
    """Return the department whose folder the file lies in; None for files at the top or in other folders."""
    parts = path.relative_to(home.drop).parts
    departments = catalog.code_lists["departments"]
    if len(parts) < 2:
        return None
    if parts[0] in departments.codes:
        return parts[0]
    name = departments.spellings().get(parts[0])
    return next((code for code, known in departments.codes.items() if known == name), None)


def _arrivals(folder: Path) -> dict[str, datetime]:
    """Return file name → time of arrival; a line that cannot be read counts as not written."""
    path = folder / ARRIVALS
    if not path.exists():
        return {}
    found = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            try:
                found[row["文件"]] = datetime.fromisoformat(row["收到时间"].strip())
            except (KeyError, ValueError, AttributeError):
                continue
    return found


def _forget_arrivals(folder: Path) -> None:
    """Remove the list of arrivals once nothing in its folder waits for it."""
    if not any(path.is_file() and not _ignored(path) for path in folder.iterdir()):
        (folder / ARRIVALS).unlink(missing_ok=True)
