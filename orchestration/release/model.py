"""What a build is asked before it is published. The release itself is ``sources.published.Release``."""

from __future__ import annotations

from dataclasses import dataclass

#: What the release adds to the ledger of findings.
EVENTS = "finding_events.parquet"
#: The figures of the release and what they rest on.
VALUES = "indicator_values.parquet"

#: Files that repeat values of restricted forms: only the account that runs the night reads them.
PRIVATE = frozenset({EVENTS})

#: Folder of the ledger → the file of a release that goes there.
LEDGER_FILES = {"finding_events": EVENTS, "indicator_values": VALUES}


@dataclass(frozen=True)
class Check:
    """One release check: its Chinese title, whether the build passed, and why not."""

    name: str
    title: str
    passed: bool
    reason: str | None = None
