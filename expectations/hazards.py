"""Findings about what spreadsheets do silently (hazards.md), from the facts that the reader collected."""

from __future__ import annotations

from expectations.reporter import Reporter
from sources.contract import Level
from sources.reader.model import Hazard


def report_hazards(reporter: Reporter) -> None:
    """Report every hazard of a table; the text of personal cells is not repeated."""
    for hazard in reporter.rows.table.hazards:
        _report(reporter, hazard)


def _report(reporter: Reporter, hazard: Hazard) -> None:
    form = reporter.rows.form
    field = hazard.field if hazard.field in form.fields else None
    personal = field is not None and form.fields[field].personal
    shown = dict.fromkeys(hazard.shown, "（个人信息，略）") if personal else hazard.shown
    value = None if personal else hazard.raw
    level = Level.VERIFY if hazard.grave else None
    if hazard.row is not None and field is not None:
        told = {} if hazard.raw is None else {"value": value}
        reporter.cell(hazard.rule, hazard.row, field, cell=hazard.cell, level=level, **told, **shown)
    else:
        reporter.sheet(hazard.rule, field=field, cell=hazard.cell, level=level, value=value, **shown)
