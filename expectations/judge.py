"""The judge: tables of one form in, findings out. It costs by the rows of a batch, not by its submissions."""

from __future__ import annotations

from collections.abc import Sequence

from expectations.bounds import report_bounds
from expectations.explain import Explainer
from expectations.frame import Frame
from expectations.part import Part, rows_of
from expectations.reporter import Reporter
from expectations.results import Tally
from expectations.row_rules import RowRules
from expectations.sheet import report_sheet
from expectations.suite import suite_for
from expectations.totals import report_totals
from expectations.validator import Keep, failing_rows
from sources.contract import Catalog, Form
from sources.finding import Finding
from sources.rules import Register

__all__ = ["Part", "judge"]


def judge(
    form: Form,
    parts: Sequence[Part],
    catalog: Catalog,
    register: Register,
    tally: Tally | None = None,
    keep: Keep | None = None,
) -> list[list[Finding]]:
    """Return the findings of every part, aligned with ``parts``, in the order of the sheet; ``tally`` counts the checks.

    ``keep`` takes Great Expectations' result of the form's suite; it is not called when no part has rows.

    All tables must be of ``form``. Raises ``ContractError`` for a rule whose SQL cannot be run and ``JudgementError``
    for an expectation that cannot be evaluated; what departments sent never raises.
    """
    reporters = [Reporter(rows, register) for rows in rows_of(form, parts)]
    for reporter in reporters:
        report_sheet(reporter, catalog)
        _report_problems(reporter)
    report_totals(form, reporters, tally)
    report_bounds(form, reporters, catalog, tally)
    if any(part.table.rows for part in parts):
        _report_rows(form, reporters, catalog, tally, keep)
    return [sorted(reporter.findings, key=_in_sheet_order) for reporter in reporters]


def _report_problems(reporter: Reporter) -> None:
    """What the reader could not take as a value."""
    for problem in reporter.rows.table.problems:
        reporter.cell(
            problem.rule, problem.row, problem.field, **{**problem.shown, "value": problem.raw}, cell=problem.cell
        )


def _report_rows(
    form: Form, reporters: Sequence[Reporter], catalog: Catalog, tally: Tally | None, keep: Keep | None
) -> None:
    suite = suite_for(form, catalog)
    frame = Frame.of(form, [reporter.rows for reporter in reporters], suite.checks)
    rules = RowRules(frame, catalog)
    explainer = Explainer(frame, rules, reporters)
    present = frozenset(name for reporter in reporters for name in reporter.rows.table.values)
    positions = suite.positions(present)
    specs = [suite.specs[position] for position in positions]
    judged = rules.judged(specs)
    if tally is not None:
        tally.count(frame, specs, rules.evaluable(specs))
    for position, rows in failing_rows(suite, positions, judged, keep).items():
        explainer.tell(suite.specs[position], rows)


def _in_sheet_order(finding: Finding) -> tuple[int, str, str]:
    return finding.row or 0, finding.rule, finding.field or ""
