"""A batch lands whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sources.contract import load_catalog
from sources.home import Home
from sources.landing import Batch, prepare, recover, rows_schema
from sources.landing.batch import COMMIT

CATALOG = load_catalog()
ROWS = pa.table({"a": [1, 2]})


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def staged(home: Home) -> Batch:
    (home.pending).mkdir(parents=True, exist_ok=True)
    (home.pending / "x").touch()
    batch = Batch(home, "b1")
    batch.stage_rows("key_projects", ROWS)
    batch.stage_json(home.inbox / "x" / "verdict.json", {"verdict": "accepted"})
    batch.stage_removal(home.pending / "x")
    return batch


def test_a_commit_brings_every_file_to_its_place(home: Home) -> None:
    staged(home).commit()
    assert pq.read_table(home.landing / "key_projects" / "b1.parquet").num_rows == 2
    assert (home.inbox / "x" / "verdict.json").exists()
    assert not (home.pending / "x").exists()
    assert not list(home.work.glob("batch-*"))


def test_a_batch_that_was_not_committed_is_dropped(home: Home) -> None:
    staged(home)
    assert recover(home) == []
    assert (home.pending / "x").exists()
    assert not list(home.landing.rglob("*.parquet"))


def test_a_committed_batch_is_finished_from_any_point(home: Home) -> None:
    batch = staged(home)
    (batch.folder / COMMIT).touch()
    first = batch.folder / "landing" / "key_projects" / "b1.parquet"
    place = home.landing / "key_projects" / "b1.parquet"
    place.parent.mkdir(parents=True)
    first.rename(place)  # as a run would have done before it was killed
    assert recover(home) == ["b1"]
    assert (home.inbox / "x" / "verdict.json").exists()
    assert not (home.pending / "x").exists()


def test_every_form_has_an_empty_file_with_its_schema(home: Home) -> None:
    prepare(home, CATALOG)
    for form in CATALOG:
        assert pq.read_schema(home.landing / form.id / "_empty.parquet").equals(rows_schema(form))
