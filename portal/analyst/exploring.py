"""What is asked on the page of metrics, and its answer as a chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.catalogue.figures import with_gaps
from portal.site.templatetags.showing import department
from sources.contract import load_catalog
from sources.contract.work_lines import work_lines
from sources.periods import kind_of, last_day
from sources.published.semantic import FIRST_MONTH, LAST_MONTH, Metrics, Question

#: A chart shows so many lines or bars, those with the largest values; the table has all.
DRAWN = 10
_RATIOS = ("%", "百分点")


@dataclass(frozen=True)
class Asked:
    """A question as an address holds it; ``fault`` is what is wrong with it, None when nothing is."""

    question: Question
    fault: str | None = None

    @property
    def query(self) -> str:
        """The question as it stands in an address."""
        one = self.question
        given = {
            "metric": one.indicator,
            "grain": one.grain,
            "by": one.dimension,
            "since": one.since,
            "until": one.until,
        }
        return urlencode({name: value for name, value in given.items() if value})


def asked(given: QueryDict, metrics: Metrics) -> Asked:
    """Read a question. What the metric cannot be asked is left out; a month that is none is a fault."""
    indicator = given.get("metric", "")
    if indicator not in metrics.indicators:
        indicator = next(iter(metrics.indicators))
    grains = metrics.grains(indicator)
    grain = given.get("grain", "")
    by = given.get("by", "")
    known = {one.name for one in metrics.dimensions(indicator)}
    months = [given.get(name, "").strip() for name in ("since", "until")]
    since, until = (month if _is_month(month) else None for month in months)
    question = Question(indicator, grain if grain in grains else grains[0], by if by in known else None, since, until)
    if any(month and not _is_month(month) for month in months):
        return Asked(question, "month")
    return Asked(question, "range" if since and until and since > until else None)


def _is_month(text: str) -> bool:
    return kind_of(text) == "month" and FIRST_MONTH <= text <= LAST_MONTH


def answer(table: pa.Table | None) -> pa.Table | None:
    """Return a table when it is the answer to a question, None when it was cleared away or is of another query."""
    if table is None or table.column_names[:2] != ["period", "scope"] or table.column_names[-1] != "value":
        return None
    kinds = [table.schema.field(name).type for name in ("period", "scope", "value")]
    fits = pa.types.is_string(kinds[0]) and pa.types.is_string(kinds[1]) and pa.types.is_decimal(kinds[2])
    return table if fits and all(map(kind_of, table.column("period").to_pylist())) else None


def by_line(metrics: Metrics) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the indicators by line of work, as a list to choose from shows them."""
    of = {code: line.name for line in work_lines(load_catalog()) for code in line.departments}
    order = [line.name for line in work_lines(load_catalog())]
    rows = sorted(metrics.indicators.values(), key=lambda row: (order.index(of[row["owner"]]), row["id"]))
    return [(name, list(own)) for name, own in groupby(rows, key=lambda row: of[row["owner"]])]


def said(column: str, value: Any) -> Any:
    """Return a value of an answer as people call it: departments by name."""
    if value is None:
        return _("（空）")
    return department(value) if column == "department" else value


def drawn(columns: Sequence[str], rows: Iterable[Sequence[Any]], meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a chart draws of an answer: a line per scope and dimension over time, or bars of one period."""
    unit, factor = meta["unit"], 100 if meta["unit"] in _RATIOS else 1
    series: dict[str, dict[str, float]] = defaultdict(dict)
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    scopes = {row["scope"] for row in found}
    for row in found:
        named = [said(name, row[name]) for name in columns if name not in ("period", "scope", "value")]
        name = "·".join([*(str(one) for one in named), *([row["scope"]] if len(scopes) > 1 else [])]) or meta["name"]
        series[name][row["period"]] = round(float(Decimal(row["value"]) * factor), 4)
    periods = sorted({row["period"] for row in found}, key=last_day)
    largest = sorted(series.items(), key=lambda item: max(item[1].values()), reverse=True)[:DRAWN]
    drawing = {"title": meta["name"], "unit": "%" if unit == "百分点" else unit}
    if len(periods) == 1:
        values = [found.get(periods[0]) for _, found in largest]
        return {**drawing, "kind": "bar", "periods": [name for name, _ in largest],
                "series": [{"name": periods[0], "values": values}]}  # fmt: skip
    shown = list(with_gaps(periods))
    lines = [{"name": name, "values": [values.get(period) for period in shown]} for name, values in largest]
    return {**drawing, "periods": shown, "series": lines}
