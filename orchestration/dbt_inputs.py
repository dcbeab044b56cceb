"""What dbt reads beside the landed rows: the decisions as they stand, the moment, what past releases said.

Laid before every build from what is kept for ever, so that the warehouse is a function of it.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sources.decisions import moment, read_decisions
from sources.decisions.landed import decision_rows
from sources.home import Home
from sources.landing.batch import EMPTY
from sources.landing.schema import BUILDS, LEDGER

#: The one file of what is laid anew for each build.
_LAID = "laid.parquet"


def lay_inputs(home: Home, code: str, as_of: datetime | None = None) -> None:
    """Lay decisions, the moment and an empty ledger where dbt looks for them.

    ``code`` is the fingerprint of what computes the figures; ``as_of`` (Shanghai time) the moment that the warehouse is
    built for, now when not given. Raises ``DecisionError`` for a decision that cannot be read.
    """
    _lay(home.landing / "_decisions" / _LAID, decision_rows(read_decisions(home)))
    build = {"as_of": as_of or moment(), "code": code}
    _lay(home.landing / "_builds" / _LAID, pa.Table.from_pylist([build], schema=BUILDS))
    for name, schema in LEDGER.items():
        _lay(home.ledger / name / EMPTY, schema.empty_table())


def _lay(path: Path, rows: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    pq.write_table(rows, draft)
    draft.replace(path)
