"""The board: every indicator of a month by line of work, with target, schedule, trend, light and how good its inputs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from portal.leader.trend import Trend
from portal.site.warehouse import Warehouse
from sources.contract import load_catalog
from sources.contract.work_lines import WorkLine, work_lines
from sources.periods import containing, kind_of, last_day, previous
from sources.published.lights import GREEN, RED, YELLOW, indicator_gap, indicator_light, rules_in_use
from sources.published.read import has_table

#: So many periods stand in a trend.
TREND = 12
#: The first page shows the figures of a line in rows of so many; those with a target all.
_ROW = 4
_WORST_FIRST = (RED, YELLOW, GREEN, None)

_MONTHS = "select period, count(*) as figures from indicator_values group by period"
_FIGURES = """
    select
        figures.indicator_id as id, figures.name, figures.unit, figures.owner, figures.period, figures.scope,
        figures.value, figures.target, figures.due_rate, figures.schedule_gap, figures.status,
        indicators.direction, indicators.part_of, indicators.grain, {quality}
    from indicator_values as figures
    inner join dim_indicators as indicators using (indicator_id)
    {join}
    where list_contains(?, figures.period)
    order by id, figures.scope
"""
_UNKNOWN = """
    select indicator_id as id, name
    from dim_indicators as indicators
    anti join indicator_values using (indicator_id)
    where list_contains(?, owner)
        and not exists (select 1 from dim_indicators as parts where parts.part_of = indicators.indicator_id)
    order by id
"""
_QUALITY = "quality.inputs, quality.late_rate, quality.disputed_rate, quality.explained_rate"
_NO_QUALITY = "null as inputs, null as late_rate, null as disputed_rate, null as explained_rate"
_JOIN = "left join fct_indicator_quality as quality using (indicator_value_id)"


@dataclass(frozen=True)
class Measure:
    """One indicator in one scope. ``row`` is its figure of ``period``, the newest that the month of the board knows."""

    row: Mapping[str, Any]
    trend: Trend
    light: str | None
    gap: Decimal | None

    @property
    def has_target(self) -> bool:
        """Whether there is something to compare the figure with."""
        return self.light is not None

    @property
    def due(self) -> Decimal | None:
        """The share of the target that was due; None without a target that can be divided by."""
        if self.light is None or not self.row["target"]:
            return None
        due: Decimal = self.row["due_rate"] if self.row["direction"] == "正" else Decimal(1)
        return due

    @property
    def reached(self) -> Decimal | None:
        """The share of the target that is reached."""
        return None if self.due is None or self.gap is None else self.gap + self.due

    @property
    def is_sound(self) -> bool:
        """Whether its inputs are known and none of them is late or in doubt."""
        return bool(self.row["inputs"]) and not any(self.row[name] for name in ("late_rate", "disputed_rate"))


@dataclass(frozen=True)
class LineBoard:
    """The measures of a line of work, in the order of their ids."""

    line: WorkLine
    measures: Sequence[Measure]

    @property
    def lights(self) -> list[tuple[str, int]]:
        """How many measures have which light, the worst first."""
        counted = Counter(measure.light for measure in self.measures)
        return [(light, counted[light]) for light in (RED, YELLOW, GREEN) if counted[light]]

    @property
    def compared(self) -> list[Measure]:
        """Those with a target, the worst light first."""
        found = [measure for measure in self.measures if measure.has_target]
        return sorted(found, key=lambda one: (_WORST_FIRST.index(one.light), one.gap or Decimal(0)))

    @property
    def charted(self) -> list[Measure]:
        """Those whose target is a quantity: how much of it is reached can be drawn."""
        return [measure for measure in self.compared if measure.due is not None]

    @property
    def first(self) -> list[Measure]:
        """What the first page shows: all with a target, and whole rows, others before those that are parts."""
        others = sorted(
            (measure for measure in self.measures if not measure.has_target),
            key=lambda one: (one.row["part_of"] is not None, one.row["id"]),
        )
        return [*self.compared, *others][: _ROW * max(1, -(-len(self.compared) // _ROW))]


@dataclass(frozen=True)
class Board:
    """A month of the zone; ``months`` are those that can be chosen, newest first."""

    month: str
    months: Sequence[str]
    lines: Sequence[LineBoard]

    def line(self, code: str) -> LineBoard | None:
        """Return a line by its code."""
        return next((one for one in self.lines if one.line.code == code), None)


def board(warehouse: Warehouse, asked: str | None = None) -> Board | None:
    """Return the board of a month, by default the newest that most indicators know; None before the first figure."""
    counted = {row["period"]: row["figures"] for row in warehouse.rows(_MONTHS) if kind_of(row["period"]) == "month"}
    if not counted:
        return None
    months = sorted(counted, reverse=True)
    full = next(month for month in months if counted[month] * 2 >= max(counted.values()))
    month = asked if asked and asked in counted else full
    wanted = {kind: _periods(last_day(month), kind) for kind in ("month", "quarter", "year")}
    rows = _figures(warehouse, [period for periods in wanted.values() for period in periods])
    measures = _measures(rows, wanted)
    lines = [
        LineBoard(line, [one for one in measures if one.row["owner"] in line.departments])
        for line in work_lines(load_catalog())
    ]
    return Board(month, months, lines)


def without_figures(warehouse: Warehouse, line: WorkLine) -> list[dict[str, Any]]:
    """Return the indicators of a line that no release has a figure of: ``id`` and ``name``."""
    return warehouse.rows(_UNKNOWN, [list(line.departments)])


def _periods(day: date, kind: str) -> list[str]:
    """Return the last periods of a kind that had ended on a day, oldest first."""
    newest = containing(day, kind)
    if last_day(newest) > day:
        newest = previous(newest)
    found = [newest]
    while len(found) < TREND:
        found.append(previous(found[-1]))
    return found[::-1]


def _figures(warehouse: Warehouse, periods: Sequence[str]) -> list[dict[str, Any]]:
    known = has_table(warehouse.connection, "fct_indicator_quality")
    sql = _FIGURES.format(quality=_QUALITY if known else _NO_QUALITY, join=_JOIN if known else "")
    return warehouse.rows(sql, [list(periods)])


def _measures(rows: Iterable[dict[str, Any]], wanted: Mapping[str, Sequence[str]]) -> list[Measure]:
    """Return a measure per indicator and scope; none for one without a figure in its newest period."""
    rule = rules_in_use()["progress"]
    series: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for row in rows:
        if kind_of(row["period"]) == row["grain"]:
            series.setdefault((row["id"], row["scope"]), {})[row["period"]] = row
    found = []
    for known in series.values():
        newest = known[max(known, key=last_day)]
        periods = wanted[newest["grain"]]
        if newest["period"] == periods[-1]:
            values = [known[period]["value"] if period in known else None for period in periods]
            trend = Trend(tuple(periods), tuple(values))
            found.append(Measure(newest, trend, indicator_light(rule, newest), indicator_gap(newest)))
    return found
