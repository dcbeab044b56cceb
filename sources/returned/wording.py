"""Messages of findings, shortened where the place is shown anyway."""

from __future__ import annotations

from sources.contract import Catalog
from sources.finding import Finding
from sources.rules import Place


def at_the_cell(finding: Finding, catalog: Catalog) -> str:
    """Return what is wrong without saying where: the cell itself shows it."""
    return _without(finding, _said(finding, catalog, row=finding.row, cell=finding.cell, title=finding.title))


def on_the_list(finding: Finding, catalog: Catalog) -> str:
    """Return what is wrong without the form and the period, which stand above the list."""
    return _without(finding, _said(finding, catalog))


def _said(finding: Finding, catalog: Catalog, **where: int | str | None) -> str:
    """Return the words with which the register begins a message about a place."""
    form = catalog.forms.get(finding.form or "")
    place = Place(finding.form, form.title if form else None, period=finding.period, **where)  # type: ignore[arg-type]
    return place.said()


def _without(finding: Finding, said: str) -> str:
    return finding.message.removeprefix(said).strip() or finding.message
