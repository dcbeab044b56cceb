"""A release as people and programs see it: a folder that never changes once it stands under ``releases/``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

#: ``20261123T020000`` (Shanghai time), with ``-02``, ``-03`` … when the second is taken.
RELEASE_ID = re.compile(r"^\d{8}T\d{6}(-\d{2})?$")

WAREHOUSE = "warehouse.duckdb"
MANIFEST = "manifest.json"
DICTIONARY = "dictionary.xlsx"
METRICS = "metrics.json"
CATALOGUE = "catalogue.json"
DATA_DOCS = "data_docs"


@dataclass(frozen=True)
class Release:
    """One release: its id, and the folder with ``warehouse.duckdb``, ``manifest.json`` and ``dictionary.xlsx``."""

    release_id: str
    folder: Path

    @property
    def warehouse(self) -> Path:
        """The DuckDB file; open it read-only."""
        return self.folder / WAREHOUSE

    @property
    def dictionary(self) -> Path:
        """The workbook that explains tables, columns, indicators and forms."""
        return self.folder / DICTIONARY

    @property
    def metrics(self) -> Path | None:
        """The definitions of the metrics (``semantic.Metrics``); None in a release from before they were kept."""
        found = self.folder / METRICS
        return found if found.is_file() else None

    @property
    def catalogue(self) -> Path | None:
        """What is known of each table and column (``sources.published.tables``); None in a release from before it was kept."""
        found = self.folder / CATALOGUE
        return found if found.is_file() else None

    @property
    def data_docs(self) -> Path | None:
        """The first page of Great Expectations' documents; None when no form was ever judged with them."""
        found = self.folder / DATA_DOCS / "index.html"
        return found if found.is_file() else None

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What went into the release and what came out (``manifest.write`` lists the keys)."""
        found: dict[str, Any] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        return found

    @property
    def created_at(self) -> datetime:
        """When it was published, Shanghai time."""
        return datetime.fromisoformat(self.manifest["created_at"])
