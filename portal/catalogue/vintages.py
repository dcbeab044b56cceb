"""What a figure was in each release, and why it changed, as far as a person may know whose doing it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.people.scope import Scope
from portal.site.warehouse import Warehouse
from sources.published.figures import Figures
from sources.published.vintages import CAUSES, vintages_of

_SUBMISSIONS = """
    select distinct submission_id, file, department from stg_inbox__submissions
    where list_contains(?, submission_id)
    order by all
"""


@dataclass(frozen=True)
class Vintage:
    """A published value. ``cause`` is None for the first one; ``came`` and ``went`` are submissions that are seen
    (``submission_id``, ``file``, ``department``), ``foreign`` counts those of other departments; ``decisions`` are ids.
    """

    row: dict[str, Any]
    cause: str | None
    came: Sequence[dict[str, Any]]
    went: Sequence[dict[str, Any]]
    foreign: int
    decisions: Sequence[str]


def vintages(warehouse: Warehouse, figures: Figures, release_id: str, scope: Scope) -> list[Vintage]:
    """Return every published value of an indicator's own figures, newest first."""
    ids = sorted({row["id"] for row in figures.own})
    rows = vintages_of(warehouse.connection, ids, figures.period, release_id)
    named = {identity for row in rows for key in ("submissions_in", "submissions_out") for identity in _ids(row[key])}
    known = {row["submission_id"]: row for row in warehouse.rows(_SUBMISSIONS, [sorted(named)])} if named else {}
    return [_vintage(row, known, scope) for row in reversed(rows)]


def _vintage(row: dict[str, Any], known: dict[str, dict[str, Any]], scope: Scope) -> Vintage:
    came, went = (
        [known[one] for one in _ids(row[key]) if one in known and scope.sees(known[one]["department"])]
        for key in ("submissions_in", "submissions_out")
    )
    named = len(_ids(row["submissions_in"])) + len(_ids(row["submissions_out"]))
    decisions = [*_ids(row["decisions_in"]), *_ids(row["decisions_out"])]
    cause = CAUSES.get(row["cause"], row["cause"]) if row["cause"] else None
    return Vintage(row, cause, came, went, named - len(came) - len(went), decisions)


def _ids(joined: str | None) -> list[str]:
    return joined.split("、") if joined else []
