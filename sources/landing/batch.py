"""A batch lands whole or not at all.

Everything a batch writes is staged under ``work/batch-<id>/`` with its place as path. A file ``COMMIT`` is created last;
from then on the batch counts. Applying renames each staged file to its place, which may be repeated. A run that is
killed before ``COMMIT`` leaves nothing behind that counts; one killed after it is finished by the next run.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sources.contract import Catalog
from sources.home import Home
from sources.inbox.store import write_json
from sources.landing.schema import DESCRIBING, rows_schema

COMMIT = "COMMIT"
EMPTY = "_empty.parquet"


class Batch:
    """The files of one batch, staged."""

    def __init__(self, home: Home, batch_id: str) -> None:
        self.home = home
        self.batch_id = batch_id
        self.folder = home.work / f"batch-{batch_id}"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def stage_rows(self, name: str, rows: pa.Table) -> None:
        """Stage rows for ``landing/<name>/``; a batch without rows writes no file."""
        if rows.num_rows:
            path = self._place(self.home.landing / name / f"{self.batch_id}.parquet")
            pq.write_table(rows, path, compression="zstd")

    def stage_rows_at(self, place: Path, rows: pa.Table) -> None:
        """Stage rows for a file that has landed already, which they replace."""
        pq.write_table(rows, self._place(place), compression="zstd")

    def stage_json(self, place: Path, content: object) -> None:
        """Stage a JSON file for a place under the home."""
        write_json(self._place(place), content)

    def stage_mark(self, place: Path) -> None:
        """Stage an empty file."""
        self._place(place).touch()

    def stage_removal(self, place: Path) -> None:
        """Stage the removal of a file: an empty file of the same name with the suffix ``.gone``."""
        path = self._place(place)
        path.with_name(f"{path.name}.gone").touch()

    def _place(self, place: Path) -> Path:
        path = self.folder / place.relative_to(self.home.root)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def commit(self) -> None:
        """Make the batch count, then bring its files to their places."""
        with (self.folder / COMMIT).open("w") as mark:
            os.fsync(mark.fileno())
        apply(self.home, self.folder)


def apply(home: Home, folder: Path) -> None:
    """Bring the files of a committed batch to their places. May be repeated after a kill."""
    removals = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path == folder / COMMIT:
            continue
        place = home.root / path.relative_to(folder)
        if path.suffix == ".gone":
            removals.append((path, place.with_name(place.name.removesuffix(".gone"))))
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    for mark, place in removals:
        place.unlink(missing_ok=True)
        mark.unlink()
    shutil.rmtree(folder)


def recover(home: Home) -> list[str]:
    """Finish committed batches and drop the others. Returns the ids of those that were finished."""
    finished = []
    for folder in sorted(home.work.glob("batch-*")):
        if (folder / COMMIT).exists():
            apply(home, folder)
            finished.append(folder.name.removeprefix("batch-"))
        else:
            shutil.rmtree(folder)
    for draft in home.work.glob("receiving-*"):
        if not _alive(int(draft.name.rpartition("-")[2])):
            shutil.rmtree(draft, ignore_errors=True)
    return finished


def _alive(process: int) -> bool:
    """Say whether the process that writes a draft still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def prepare(home: Home, catalog: Catalog) -> None:
    """Lay an empty Parquet file per form and describing table, so that the warehouse finds every folder."""
    schemas = {form.id: rows_schema(form) for form in catalog} | DESCRIBING
    for name, schema in schemas.items():
        path = home.landing / name / EMPTY
        if path.exists() and pq.read_schema(path).equals(schema):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{EMPTY}.{os.getpid()}")
        pq.write_table(schema.empty_table(), draft)
        draft.replace(path)
