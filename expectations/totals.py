"""A12: every total that a department wrote under its list, judged by Great Expectations beside the rows it should add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from expectations.reporter import Reporter
from expectations.results import Tally
from expectations.suite import ROW, TOTALS, Suite
from expectations.validator import failing_rows
from expectations.wording import number
from sources.contract import FieldType, Form
from sources.contract.units import RATE, UNITS
from sources.reader.model import Table, Total, Value

#: Types whose totals add up their rows.
ADDITIVE = frozenset({FieldType.MONEY, FieldType.NUMBER, FieldType.COUNT, FieldType.INTEGER})
_EXACT = frozenset({FieldType.COUNT, FieldType.INTEGER})


@dataclass(frozen=True)
class _Compared:
    """A total with the values of its rows; ``tolerance`` is what rounding may make of them (domain.md section 2.2)."""

    reporter: Reporter
    total: Total
    values: Sequence[Decimal]
    tolerance: Decimal


def report_totals(form: Form, reporters: Sequence[Reporter], tally: Tally | None = None) -> None:
    """Report every total that is not the sum of its rows; ``tally`` counts those that were compared and those that were not."""
    compared: list[_Compared] = []
    for part, reporter in enumerate(reporters):
        found = list(_comparable(reporter, form))
        compared += found
        if tally is not None:
            totals = [one for one in reporter.rows.table.totals if form.fields[one.field].type in ADDITIVE]
            tally.add(part, TOTALS.rule, len(found), len(totals) - len(found))
    if not compared:
        return
    suite = Suite(form, (), (TOTALS,))
    for position in failing_rows(suite, (0,), _frame(compared)).get(0, ()):
        _report(compared[position])


def _comparable(reporter: Reporter, form: Form) -> Iterator[_Compared]:
    """Yield the totals of additive columns. A row that could not be read has no part in any sum: its total is left out."""
    table = reporter.rows.table
    places = {row: at for at, row in enumerate(table.rows)}
    for total in table.totals:
        kind = form.fields[total.field].type
        if kind not in ADDITIVE or any((total.field, row) in reporter.rows.troubled for row in total.rows):
            continue
        column = table.values.get(total.field, ())
        held = [column[places[row]] for row in total.rows if row in places] if column else []
        values = [_decimal(value) for value in held if value is not None]
        yield _Compared(reporter, total, values, _tolerance(table, total.field, kind, len(values)))


def _decimal(value: Value) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _tolerance(table: Table, field: str, kind: FieldType, addends: int) -> Decimal:
    """Half of the last shown digit for every addend and for the total itself, at least 0.01; counts are exact."""
    if kind in _EXACT:
        return Decimal(0)
    return max(table.steps.get(field, Decimal(0)) * (addends + 1) / 2, Decimal("0.01"))


def _frame(compared: Sequence[_Compared]) -> pd.DataFrame:
    """Return the totals in their order, then the values that they should add up: list, value, whether a total, tolerance."""
    lists = [*range(len(compared)), *(at for at, one in enumerate(compared) for _ in one.values)]
    values = [
        *(float(one.total.value) for one in compared),
        *(float(value) for one in compared for value in one.values),
    ]
    tolerances = [float(one.tolerance) for one in compared]
    addends = len(values) - len(compared)
    return pd.DataFrame(
        {
            ROW: range(len(values)),
            "list": lists,
            "value": values,
            "is_total": [True] * len(compared) + [False] * addends,
            "tolerance": tolerances + [0.0] * addends,
        }
    )


def _report(one: _Compared) -> None:
    """Tell both numbers in the unit of the column."""
    total, table = one.total, one.reporter.rows.table
    gap = total.value - sum(one.values, Decimal(0))
    factor, unit = _unit_of(table, total.field)
    expected = f"{number((total.value - gap) / factor)}{unit}"
    difference = f"{number(abs(gap) / factor)}{unit}"
    signed = f"{'-' if gap < 0 else ''}{difference}"
    one.reporter.sheet(TOTALS.rule, field=total.field, cell=total.cell, value=total.raw, expected=expected,
                       difference=signed, sum=expected, gap=difference)  # fmt: skip


def _unit_of(table: Table, field: str) -> tuple[Decimal, str]:
    """Return factor and name of the unit in which the column stands."""
    column = table.column_of(field)
    if column is None or column.unit == RATE:
        return Decimal(1), ""
    name = column.unit_read or column.unit or ""
    return (UNITS[name].factor, name) if name in UNITS else (Decimal(1), name)
