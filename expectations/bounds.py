"""B72: bounds that a person set by hand for one object and one figure, with owner, reason and the period in which they end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from expectations.reporter import Reporter
from expectations.results import Tally
from expectations.wording import limits, shown
from sources.contract import Catalog, Form
from sources.periods import chinese

RULE = "B72"
#: The code list: ``row_key`` is the object's key (its parts joined by |), blank for every row; bounds in the field's unit.
BOUNDS = "value_bounds"


def report_bounds(form: Form, reporters: Sequence[Reporter], catalog: Catalog, tally: Tally | None = None) -> None:
    """Report every value outside the bounds that hold for its object in its period; blanks are not evaluated."""
    held = [bound for bound in catalog.code_lists[BOUNDS].rows if bound["form"] == form.id]
    departments = catalog.code_lists["departments"].codes
    for part, reporter in enumerate(reporters):
        for bound in held:
            _report(form, reporter, bound, departments, part, tally)


def _report(
    form: Form,
    reporter: Reporter,
    bound: Mapping[str, str],
    departments: Mapping[str, str],
    part: int,
    tally: Tally | None,
) -> None:
    name, (low, high) = bound["field"], range_of(bound)
    values = reporter.rows.table.values.get(name, ())
    rows = list(_rows(reporter, bound)) if values else []
    told = [(index, Decimal(str(values[index]))) for index in rows if values[index] is not None]
    if tally is not None:
        tally.add(part, RULE, len(told), len(rows) - len(told))
    for index, value in told:
        if (low is not None and value < low) or (high is not None and value > high):
            said = limits(form.fields[name], low, high)
            owner = departments.get(bound["owner"], bound["owner"])
            reporter.row(RULE, index, name, value=shown(value, form.fields[name].type), expected=said, range=said,
                         object=bound["row_key"] or form.title, owner=owner, reason=bound["reason"],
                         until=chinese(bound["until"]))  # fmt: skip


def _rows(reporter: Reporter, bound: Mapping[str, str]) -> Iterator[int]:
    """Yield the rows of the object in a period in which the bound holds."""
    period = reporter.rows.table.period
    if period is None or not (bound["since"] or "") <= period <= bound["until"]:
        return
    for index, key in enumerate(reporter.rows.keys):
        if bound["row_key"] in ("", key):
            yield index


def range_of(bound: Mapping[str, str]) -> tuple[Decimal | None, Decimal | None]:
    """Return the lower and the upper bound, None for an open end. Raises ``InvalidOperation`` for what is no number."""
    low, high = (Decimal(bound[name]) if bound[name] else None for name in ("low", "high"))
    return low, high
