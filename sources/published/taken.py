"""Which decisions a refresh has taken: those that can no longer be undone as if nothing had been."""

from __future__ import annotations

import duckdb
import pyarrow.dataset as ds

from sources.home import Home


def taken_ids(home: Home, connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Return the ids of the decisions in the release, and of those laid for the refresh that runs or ran last."""
    published = {name for (name,) in connection.execute("select decision_id from stg_inbox__decisions").fetchall()}
    folder = home.landing / "_decisions"
    laid = ds.dataset(sorted(folder.glob("[!.]*.parquet")), format="parquet") if folder.is_dir() else None
    rows = laid.to_table(columns=["decision_id"]).column(0).to_pylist() if laid and laid.files else []
    return frozenset(published | set(rows))
