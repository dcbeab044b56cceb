"""Where submissions are returned from: a home, and the ids of what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from orchestration.intake import run_intake
from sources.contract import Catalog
from sources.home import Home
from sources.inbox import submit
from sources.returned import Returned, read_returned, write_returned
from sources.rules import Register


@dataclass(frozen=True)
class Desk:
    """Where submissions are returned from."""

    home: Home
    catalog: Catalog
    register: Register
    folder: Path
    submitted: dict[str, str]

    def returned(self, name: str) -> Returned:
        """Return what was found in a file."""
        return read_returned(self.home, self.submitted[name])

    def path(self, name: str) -> Path:
        """Return the marked workbook of a file, written once."""
        path = self.folder / f"{name}.xlsx"
        if not path.exists():
            write_returned(self.home, self.returned(name), path, self.catalog, self.register)
        return path

    def book(self, name: str) -> Any:
        """Return the marked workbook of a file, opened."""
        return load_workbook(self.path(name))

    def send(self, name: str, path: Path, received_at: datetime) -> str:
        """Submit a file and let it be judged."""
        self.submitted[name] = submit(self.home, path, received_at=received_at).submission_id
        run_intake(self.home)
        return self.submitted[name]
