"""A home as it was known at a moment: what was received and judged by then, decided by then, published by then.

The warehouse is a function of landing, decisions and ledger, so a home with less in it gives the warehouse of that day by
the same models. Verdicts are those of today's rules, with one exception: what was accepted only later, when it was judged
again by other rules, counts as returned.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sources.contract import Catalog
from sources.decisions import decision_path, read_decisions
from sources.home import Home
from sources.landing import prepare
from sources.landing.batch import EMPTY
from sources.landing.schema import DESCRIBING, LEDGER, SUBMISSIONS

_ROWS = "known.parquet"


def lay_known(home: Home, view: Home, catalog: Catalog, as_of: datetime) -> int:
    """Lay what ``home`` knew at ``as_of`` into ``view``, replacing what stood there; return the number of submissions.

    dbt's own files in the view stay: the project need not be parsed anew. Raises ``DecisionError``.
    """
    for folder in (view.landing, view.decisions, view.ledger):
        shutil.rmtree(folder, ignore_errors=True)
    prepare(view, catalog)
    submissions = _submissions(home, as_of)
    _write(view.landing / "_submissions" / _ROWS, submissions)
    everything = set(submissions.column("submission_id").to_pylist())
    accepted = submissions.filter(pc.equal(submissions.column("verdict"), "accepted"))
    parts = set(zip(accepted.column("submission_id").to_pylist(), accepted.column("form").to_pylist(), strict=True))
    for form in catalog:
        _lay_rows(home, view, form.id, {identity for identity, name in parts if name == form.id})
    for name, schema in DESCRIBING.items():
        if "submission_id" in schema.names and name not in ("_submissions", "_decisions"):
            _lay_rows(home, view, name, everything)
    _lay_decisions(home, view, as_of)
    for name in LEDGER:
        _lay_ledger(home.ledger / name, view.ledger / name, as_of)
    return len(everything)


def _submissions(home: Home, as_of: datetime) -> pa.Table:
    """Return the submissions received and judged by then, as they stood then."""
    landed = pa.concat_tables(
        (pq.read_table(path) for path in _files(home.landing / "_submissions")), promote_options="default"
    )
    rows = [_as_it_stood(row, as_of) for row in landed.to_pylist() if _known_at(row) <= as_of]
    return pa.Table.from_pylist(rows, schema=SUBMISSIONS)


def _known_at(row: dict[str, datetime]) -> datetime:
    return max(row["received_at"], row.get("judged_at") or row["received_at"])


def _as_it_stood(row: dict[str, datetime | str | None], as_of: datetime) -> dict[str, datetime | str | None]:
    settled, again = row.get("settled_at"), row.get("rejudged_at")
    if isinstance(settled, datetime) and settled > as_of and row["verdict"] == "accepted":
        row = row | {"verdict": "rejected"}
    return row | {"rejudged_at": None} if isinstance(again, datetime) and again > as_of else row


def _lay_rows(home: Home, view: Home, name: str, identities: set[str]) -> None:
    wanted = pa.array(sorted(identities), pa.string())
    for path in _files(home.landing / name):
        rows = pq.read_table(path)
        kept = rows.filter(pc.fill_null(pc.is_in(rows.column("submission_id"), value_set=wanted), False))
        if kept.num_rows:
            _write(view.landing / name / path.name, kept)


def _lay_decisions(home: Home, view: Home, as_of: datetime) -> None:
    for decision in read_decisions(home):
        if decision.taken_at <= as_of:
            place = decision_path(view, decision)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(decision_path(home, decision), place)


def _lay_ledger(source: Path, place: Path, as_of: datetime) -> None:
    """Copy what was remembered by releases that stood by then: their names begin with the second of their publication."""
    place.mkdir(parents=True, exist_ok=True)
    for path in source.glob("2*.parquet"):
        if datetime.strptime(path.stem[:15], "%Y%m%dT%H%M%S") <= as_of:
            shutil.copyfile(path, place / path.name)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.glob("*.parquet") if path.name != EMPTY) or [folder / EMPTY]


def _write(path: Path, rows: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(rows, path)
