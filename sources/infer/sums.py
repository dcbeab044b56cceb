"""Which columns a table's totals do not add up: averages, prices, groups that overlap."""

from __future__ import annotations

from decimal import Decimal

from sources.reader.model import Table, Total


def fields_off_their_totals(table: Table) -> set[str]:
    """Return the fields in which some total differs from its rows by more than rounding explains."""
    return {total.field for total in table.totals if not _adds_up(table, total)}


def _adds_up(table: Table, total: Total) -> bool:
    wanted = set(total.rows)
    pairs = zip(table.rows, table.values.get(total.field, ()), strict=False)
    addends = [Decimal(str(value)) for row, value in pairs if row in wanted and value is not None]
    rounding = table.steps.get(total.field, Decimal(0)) * (len(addends) + 1) / 2
    return abs(total.value - sum(addends, Decimal(0))) <= rounding
