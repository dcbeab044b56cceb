"""Where everything that a run writes lives: one folder, ``TAIZHANG_HOME`` (default ``./var``), never in git."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folders of one warehouse."""

    root: Path

    @classmethod
    def from_environment(cls) -> Home:
        """Return the home that ``TAIZHANG_HOME`` names, absolute."""
        return cls(Path(os.environ.get("TAIZHANG_HOME") or "var").expanduser().resolve())

    @property
    def drop(self) -> Path:
        """Where departments put files; a subfolder named after a department says whose they are."""
        return self.root / "drop"

    @property
    def inbox(self) -> Path:
        """Originals, receipts and verdicts, one folder per submission, written once."""
        return self.root / "inbox"

    @property
    def pending(self) -> Path:
        """One empty file per submission that waits to be judged; gone when it is."""
        return self.inbox / "_pending"

    @property
    def landing(self) -> Path:
        """Accepted rows as Parquet, one folder per form, and what is known of every submission."""
        return self.root / "landing"

    @property
    def decisions(self) -> Path:
        """What people decided: one file per decision, written once."""
        return self.root / "decisions"

    @property
    def ledger(self) -> Path:
        """What releases remember of each other (what became of findings): a file per release, written once."""
        return self.root / "ledger"

    @property
    def work(self) -> Path:
        """What a run is busy with; may be deleted when nothing runs."""
        return self.root / "work"

    @property
    def work_docs(self) -> Path:
        """Pages about the forms judged since the last release; the next one takes them."""
        return self.work / "data_docs"

    @property
    def releases(self) -> Path:
        """What is published: one folder per release and the link ``current``."""
        return self.root / "releases"

    @property
    def current(self) -> Path:
        """The link to the current release."""
        return self.releases / "current"

    @property
    def papers(self) -> Path:
        """Papers made by the clock or from Dagster's pages: kind, period and release are its folders."""
        return self.root / "papers"

    @property
    def outbox(self) -> Path:
        """The log of messages: one file per digest and channel."""
        return self.root / "outbox"

    @property
    def portal_inbox(self) -> Path:
        """Digests for the portal's readers: one file each."""
        return self.root / "portal-inbox"

    @property
    def dagster(self) -> Path:
        """The instance of the engineer's Dagster."""
        return self.root / "dagster"

    @property
    def scores(self) -> Path:
        """Locked scores of the assessment: one folder per year, one file per version, written once."""
        return self.root / "ledger" / "scores"
