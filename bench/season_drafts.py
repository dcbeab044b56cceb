"""Drafts with planted faults: each form's good rows of the sample zone, one fault to a row, as many sheets as it takes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bench.season_books import Alter
from bench.season_cells import cell_slips
from bench.season_rules import SLIPS, Slip
from sources.contract import Catalog
from sources.sample.delivery import Delivery, Fault, Sheet
from sources.sample.layouts import LAYOUTS, layout_of
from sources.sample.names import stream
from sources.sample.packets import yearly_delivery
from sources.sample.recent_months import recent_deliveries
from sources.sample.zone import REPORT_YEAR, Zone

#: Months of the season: the last one contradicts the one before it, which is compared with a good one itself.
MONTHS = 3


@dataclass
class Season:
    """Good workbooks, drafts with planted faults, and the (form, rule) pairs for which no row was suitable.

    ``spoiled``: file → what is done to it after it was written.
    """

    good: list[Delivery]
    drafts: list[Delivery] = field(default_factory=list)
    spoiled: dict[str, Alter] = field(default_factory=dict)
    unplaced: list[tuple[str, str]] = field(default_factory=list)


def make_season(catalog: Catalog, zone: Zone, seed: int, per_rule: int) -> Season:
    """Return a season: at most ``per_rule`` faults of each rule about cells and of each rule of a form, per form."""
    rng = stream(seed, "season")
    good = recent_deliveries(catalog, zone.recent, seed, MONTHS)
    yearly = yearly_delivery(catalog, zone.report.ledgers, rng, f"{REPORT_YEAR}", f"{REPORT_YEAR}年{{title}}.xlsx")
    season = Season([*good, yearly])
    for delivery, sheet in _latest(season.good):
        own = [slip for slip in SLIPS if slip.form == sheet.form for _ in range(per_rule)]
        slips = [*own, *cell_slips(catalog.form(sheet.form), rng, per_rule)]
        for number, spoiled in enumerate(_spoiled(sheet, slips, season, rng)):
            season.drafts.append(_draft(catalog, delivery, spoiled, number, rng))
    return season


def _latest(deliveries: Sequence[Delivery]) -> Iterator[tuple[Delivery, Sheet]]:
    """Yield each form's last sheet that has rows, with the file it came in."""
    last = {sheet.form: (delivery, sheet) for delivery in deliveries for sheet in delivery.sheets if sheet.rows}
    yield from last.values()


def _spoiled(sheet: Sheet, slips: Sequence[Slip], season: Season, rng: random.Random) -> Iterator[Sheet]:
    """Yield sheets until every slip that any row suits has been planted; a slip that looks at the whole list stands alone."""
    for turn in [[slip] for slip in slips if slip.alone] + [[slip for slip in slips if not slip.alone]]:
        waiting = turn
        while waiting:
            made, waiting = _planted(sheet, waiting, rng)
            if not made.faults:
                season.unplaced += [(slip.form, slip.rule) for slip in waiting]
                break
            yield made


def _planted(sheet: Sheet, slips: Sequence[Slip], rng: random.Random) -> tuple[Sheet, list[Slip]]:
    """Return the sheet with as many slips as find a row of their own, and those that must wait for another sheet."""
    rows: list[dict[str, Any]] = [dict(row) for row in sheet.rows]
    free = rng.sample(range(len(rows)), len(rows))
    faults: list[Fault] = []
    waiting: list[Slip] = []
    for slip in slips:
        made = next(((at, row) for at in free if (row := slip.made_of(rows[at])) is not None), None)
        if made is None:
            waiting.append(slip)
            continue
        free.remove(made[0])
        at = len(rows) if slip.doubled else made[0]
        rows[at : at + 1] = [{**made[1], "row_no": at + 1} if "row_no" in made[1] else made[1]]
        faults.append(Fault(slip.rule, "", at, slip.field))
    return replace(sheet, rows=tuple(rows), faults=tuple(faults)), waiting


def _draft(catalog: Catalog, good: Delivery, sheet: Sheet, number: int, rng: random.Random) -> Delivery:
    """Lay a spoiled sheet out in one of its department's ways, and let it arrive before the good file."""
    form = catalog.form(sheet.form)
    variant = rng.choice((None, *range(len(LAYOUTS[form.id])))) if form.id in LAYOUTS else None
    layout = layout_of(form, variant)
    # The cells that are wrong must be there, blank ones too.
    shown = [*sheet.rows, {fault.field: "" for fault in sheet.faults if fault.field}]
    # Drafts of a short list may say the same: the same bytes would be one submission.
    above = (*layout.above, f"第{number + 1}稿")
    style = replace(layout, merge=(), group=None, order=(), above=above).style(form, shown)
    file = f"{form.title}{sheet.period}草稿{number + 1}.xlsx"
    return Delivery(good.department, file, good.received_at - timedelta(days=1), (replace(sheet, style=style),))
