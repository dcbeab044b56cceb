"""Derived files as values: compare them with what is committed, and write them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: Path relative to the repository → the text that must stand there.
Texts = Mapping[Path, str]


@dataclass(frozen=True)
class Derived:
    """All derived files of one kind. ``folders`` hold nothing but derived files: others found there are stale."""

    texts: Texts
    folders: tuple[Path, ...] = ()

    def differing(self, root: Path) -> list[Path]:
        """Return the files that are missing, differ or are stale, relative to ``root`` and sorted."""
        changed = {path for path, text in self.texts.items() if _read(root / path) != text}
        return sorted(changed | set(self._stale(root)))

    def write(self, root: Path) -> list[Path]:
        """Write what differs, delete what is stale; return both."""
        differing = self.differing(root)
        for path in differing:
            if path in self.texts:
                _replace(root / path, self.texts[path])
            else:
                (root / path).unlink()
        return differing

    def _stale(self, root: Path) -> list[Path]:
        found = (file.relative_to(root) for folder in self.folders for file in (root / folder).glob("*.*"))
        return [path for path in found if path.suffix in {".sql", ".yml"} and path not in self.texts]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)
