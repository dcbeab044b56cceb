"""The ledger as the table ``landing/_decisions`` that the warehouse reads: one row per decision, whatever its kind."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pyarrow as pa

from sources.decisions.decision import Decision
from sources.decisions.standing import Standing
from sources.landing.schema import DECISIONS


def decision_rows(decisions: Sequence[Decision]) -> pa.Table:
    """Return decisions with the landing schema; ``content`` is the whole decision as JSON, for what has no column."""
    standing = Standing.of(decisions)
    return pa.Table.from_pylist([_row(decision, standing) for decision in decisions], schema=DECISIONS)


def _row(decision: Decision, standing: Standing) -> dict[str, object]:
    given = {name: getattr(decision, name) for name in type(decision).model_fields if name in DECISIONS.names}
    return {
        **given,
        "decision_id": decision.decision_id,
        "decided_by": decision.by,
        "is_withdrawn": decision.decision_id not in standing.decisions,
        "role": decision.role.value,
        "content": json.dumps(decision.content(), ensure_ascii=False, sort_keys=True),
    }
