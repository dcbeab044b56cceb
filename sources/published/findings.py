"""The findings of a release, filtered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from sources.published.read import rows_of

#: Columns that findings may be filtered by; ``status`` is open or closed.
FILTERS = ("form", "department", "period", "level", "status", "submission_id")

_FIND = """
    with findings as (
        select *, case when is_open then 'open' else 'closed' end as status
        from fct_findings
    )
    select * from findings
    where {where}
    order by
        case level when 'mandatory' then 1 when 'verify' then 2 else 3 end,
        department, form, period, sheet, row, cell, rule, submission_id
"""


def find(connection: duckdb.DuckDBPyConnection, wanted: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """Return the findings that match, worst first; a filter that is None lets everything through.

    ``wanted`` maps some of ``FILTERS`` to the value asked for. A finding is open while its submission counts, or is
    the last one of its department, form and period; closed once a later submission replaced it.
    """
    asked = {name: wanted[name] for name in FILTERS if wanted.get(name) is not None}
    where = " and ".join(f"{name} = ?" for name in asked) or "true"
    return rows_of(connection, _FIND.format(where=where), list(asked.values()))
