"""Which submissions were judged by other rules than today's: only these are judged again when a rule changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow.parquet as pq

from sources.contract import Catalog
from sources.decisions import Standing, read_decisions
from sources.home import Home
from sources.rules import load_register

_COLUMNS = ["submission_id", "form", "department", "period", "verdict", "received_at", "judged_at", "rules_digest"]


def judged_by_other_rules(home: Home, catalog: Catalog) -> list[str]:
    """Return the submissions in force, and those rejected after them, that today's rules have not judged; oldest first.

    Locked periods stay as they are; what was judged before verdicts told their rules is left alone.
    """
    # Late: the fingerprint is needed only when something has landed.
    from expectations.digest import rules_digest

    register = load_register(catalog)
    filings = _filings(home)
    forms = {form for form, _, _ in filings} & set(catalog.forms)
    digests = {name: rules_digest(catalog.forms[name], catalog, register) for name in forms}
    standing = Standing.of(read_decisions(home)) if digests else Standing({})
    found = {
        row["submission_id"]: row["received_at"]
        for (form, department, period), rows in filings.items()
        if form in digests and not standing.is_locked(form, department, period)
        for row in _that_count(rows)
        if row["rules_digest"] not in (None, digests[form])
    }
    return sorted(found, key=lambda identity: (found[identity], identity))


def _filings(home: Home) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """Return (form, department, period) → its submissions as they landed."""
    filings: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for path in (home.landing / "_submissions").glob("*.parquet"):
        known = [name for name in _COLUMNS if name in pq.read_schema(path).names]
        for row in pq.read_table(path, columns=known).to_pylist():
            if row["form"] is not None:
                filings[row["form"], row["department"], row["period"]].append({"rules_digest": None, **row})
    return filings


def _that_count(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the newest submissions down to the last accepted one: in force, or waiting to be corrected."""
    for row in sorted(rows, key=lambda row: (row["received_at"], row["judged_at"], row["submission_id"]), reverse=True):
        yield row
        if row["verdict"] == "accepted":
            return
