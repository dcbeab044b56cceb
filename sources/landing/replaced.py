"""Taking submissions out of what has landed, so that they can land again: files are rewritten, in one committed batch."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sources.landing.batch import EMPTY, Batch


def stage_without(batch: Batch, identities: Collection[str]) -> None:
    """Stage every landed file that holds rows of these submissions anew, without them."""
    wanted = pa.array(sorted(identities), pa.string())
    for path in sorted(batch.home.landing.glob("*/*.parquet")):
        if path.name != EMPTY and "submission_id" in pq.read_schema(path).names:
            _stage_file(batch, path, wanted)


def _stage_file(batch: Batch, path: Path, wanted: pa.Array) -> None:
    column = pq.read_table(path, columns=["submission_id"]).column("submission_id")
    kept = pc.invert(pc.fill_null(pc.is_in(column, value_set=wanted), False))
    if pc.all(kept).as_py() is not False:
        return
    rows = pq.read_table(path).filter(kept)
    if rows.num_rows:
        batch.stage_rows_at(path, rows)
    else:
        batch.stage_removal(path)
