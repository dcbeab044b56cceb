"""What is owed, as Parquet for the warehouse: due dates are computed once, here, and never again in SQL."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sources.contract import Catalog
from sources.contract.catalog import CODES
from sources.home import Home
from sources.landing.schema import OBLIGATIONS
from sources.obligations import Obligation, obligations
from sources.periods import first_day
from sources.workdays import calendar_years

FILE = "calendar.parquet"


def write_obligations(home: Home, catalog: Catalog, as_of: date | None, codes: Path = CODES) -> Path:
    """Write ``landing/_obligations/calendar.parquet`` for every year of the work calendar, whole or not at all.

    ``as_of`` is the day on which the warehouse is looked at; None leaves it to the last submission, so that the same
    inbox gives the same warehouse. Raises ``ContractError`` for an exception that cannot be read.
    """
    rows = [_row(owed, as_of) for year in calendar_years(codes) for owed in obligations(catalog, year, codes)]
    path = home.landing / "_obligations" / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{FILE}.{os.getpid()}")
    pq.write_table(pa.Table.from_pylist(rows, schema=OBLIGATIONS), draft, compression="zstd")
    draft.replace(path)
    return path


def _row(owed: Obligation, as_of: date | None) -> dict[str, object]:
    return {
        "form": owed.form.id,
        "department": owed.department,
        "period": owed.period,
        "opens_date": owed.opens_date,
        "regular_due_date": owed.regular_due_date,
        "due_date": owed.due_date,
        "accept_by_date": owed.accept_by_date,
        "is_owed": owed.is_owed,
        "is_exempt": owed.is_exempt,
        "is_reopened": owed.is_reopened,
        "exception_note": owed.exception_note,
        "closed_date": owed.closed_date,
        "owed_since_date": first_day(owed.form.owed_since) if owed.form.owed_since else None,
        "as_of_date": as_of,
    }
