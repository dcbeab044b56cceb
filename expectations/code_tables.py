"""What a form's rules may look up beside its rows: code lists as tables, and work days from the zone's calendar.

``codes_<list>`` is the code list of that name, every column as text. ``workdays_between(a, b)`` is the number of work
days after ``a`` up to and including ``b``; null when the calendar does not know one of them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import accumulate

import duckdb
import pyarrow as pa

from sources.contract import Catalog, Form
from sources.workdays import is_workday

_TABLE = re.compile(r"\bcodes_(\w+)")
_WORKDAYS = "workdays_between"
_MACRO = f"""
create macro {_WORKDAYS}(a, b) as
    (select number from calendar_days where day = b) - (select number from calendar_days where day = a)
"""


def add_code_tables(connection: duckdb.DuckDBPyConnection, form: Form, catalog: Catalog) -> None:
    """Give the connection the code lists and the calendar that the rules of a form name; nothing else is built."""
    named = " ".join(sql for rule in form.rules.values() for sql in (rule.sql, *rule.shows.values()))
    for name in sorted({match[1] for match in _TABLE.finditer(named)} & set(catalog.code_lists)):
        rows = [dict(row) for row in catalog.code_lists[name].rows]
        connection.register(f"codes_{name}", pa.Table.from_pylist(rows))
    if _WORKDAYS in named:
        connection.register("calendar_days", _calendar(catalog))
        connection.execute(_MACRO)


def _calendar(catalog: Catalog) -> pa.Table:
    """Return each day of the years whose schedule is known, with the number of work days up to it."""
    years = sorted(int(year) for year in catalog.code_lists["calendar_years"].codes)
    days = [day for year in years for day in _days_of(year)]
    numbers = accumulate(int(is_workday(day)) for day in days)
    return pa.table({"day": pa.array(days, pa.date32()), "number": pa.array(numbers, pa.int64())})


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days)]
