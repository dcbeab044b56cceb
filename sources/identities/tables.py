"""Identities as tables of the warehouse, and the decisions about them out of the ledger's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from sources.decisions.identities import AboutIdentity
from sources.decisions.kinds import parse
from sources.identities.enterprises import Identity
from sources.identities.projects import ProjectIdentity


def identity_decisions(contents: Iterable[str]) -> Iterator[AboutIdentity]:
    """Yield the decisions about identities among all decisions, given as JSON in the order in which they were taken."""
    for content in contents:
        decision = parse(json.loads(content))
        if isinstance(decision, AboutIdentity):
            yield decision


def identity_table(found: Sequence[Identity] | Sequence[ProjectIdentity], identity: str) -> pa.Table:
    """Return one row per mention; ``identity`` is the name of the column with whose it is."""
    texts = ("mention_id", identity, "matched_by", "candidates")
    columns = {name: pa.array([getattr(one, name) for one in found], pa.string()) for name in texts}
    columns["probability"] = pa.array([one.probability for one in found], pa.float64())
    return pa.table(columns)
