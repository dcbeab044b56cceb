"""Code lists: CSV files that the zone may edit. The first column is the code, ``name`` what people write and read."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sources.contract.errors import ContractError


@dataclass(frozen=True)
class CodeList:
    """One code list: its rows in file order, each a mapping of column to text."""

    name: str
    key: str
    rows: tuple[Mapping[str, str], ...]

    @property
    def codes(self) -> dict[str, str]:
        """Code → name."""
        return {row[self.key]: row.get("name", row[self.key]) for row in self.rows}

    @property
    def names(self) -> tuple[str, ...]:
        """What may stand in a cell, in file order."""
        return tuple(row.get("name") or row[self.key] for row in self.rows)

    def spellings(self) -> dict[str, str]:
        """Every spelling (code, name, aliases split by 、) → name."""
        found: dict[str, str] = {}
        for row in self.rows:
            name = row.get("name") or row[self.key]
            for spelling in (row[self.key], name, *filter(None, row.get("aliases", "").split("、"))):
                found.setdefault(spelling, name)
        return found


def load_code_lists(folder: Path) -> dict[str, CodeList]:
    """Read every CSV of a folder. Raises ``ContractError`` for a file without rows, header or with a doubled code."""
    return {path.stem: load_code_list(path) for path in sorted(folder.glob("*.csv"))}


def load_code_list(path: Path) -> CodeList:
    """Read one code list (UTF-8, with or without byte order mark)."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = tuple(dict(row) for row in reader)
        header = reader.fieldnames
    if not header:
        raise ContractError(path, "", "代码表缺少表头")
    key = header[0]
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if not row[key]:
            raise ContractError(path, f"第{number}行", f"{key} 为空")
        if row[key] in seen:
            raise ContractError(path, f"第{number}行", f"{key} “{row[key]}”重复")
        seen.add(row[key])
    return CodeList(path.stem, key, rows)
