"""MetricFlow as a compiler: a metric by month, and the same metric by the row it was read from, as SQL for dbt."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sources.published.semantic import SCOPE, TRACE, compiled, explaining_engine

_WIDTH = 116
_COUNTING = frozenset({"count", "count_distinct", "sum_boolean"})
_RELATION = re.compile(r'"[^"]+"\."[^"]+"\."(\w+)"')
_GENERATED_NAME = re.compile(r"\b(subq|sma|\w+_src)_(\d+)(_cte)?\b")


@dataclass(frozen=True)
class Leaf:
    """A simple metric that published ones are computed from; ``counts`` when it counts rows instead of adding values."""

    name: str
    entity: str
    counts: bool


class Compiler:
    """Compiles the metrics of one semantic manifest (JSON text)."""

    def __init__(self, manifest: str) -> None:
        self._declared = json.loads(manifest)
        self._metrics: dict[str, Any] = {metric["name"]: metric for metric in self._declared["metrics"]}
        self._engine = explaining_engine(manifest)

    def metas(self) -> list[tuple[str, dict[str, Any]]]:
        """Return every metric's name and ``config.meta``, in order of name."""
        return [(name, (metric["config"] or {}).get("meta", {})) for name, metric in sorted(self._metrics.items())]

    def leaves(self, metric: str) -> list[Leaf]:
        """Return the simple metrics that a metric is computed from, in order of name; of a simple one, itself."""
        if self._metrics[metric]["type"] == "simple":
            return [self._leaf(metric)]
        found = {leaf.name: leaf for name in self._inputs(metric) for leaf in self.leaves(name)}
        return [found[name] for name in sorted(found)]

    def by_scope(self, metrics: Sequence[str], grain: str = "month") -> str:
        """Return SQL with columns ``metric_time__<grain>``, ``scope`` and each metric: two scopes are never added."""
        return self._sql(metrics, [f"metric_time__{grain}", SCOPE])

    def by_row(self, entity: str, leaves: Sequence[Leaf]) -> str:
        """Return SQL with ``metric_time__month``, ``<entity>__<column>`` for each of ``TRACE``, and each leaf.

        Facts are grouped by their row only where a row gives several, or a month has several dates of a stock
        (``traced: grouped`` in the meta of the semantic model): elsewhere to group millions of them would change nothing.
        """
        model = next(model for model in self._declared["semantic_models"] if _primary(model) == entity)
        if model["config"]["meta"].get("traced") == "grouped":
            traced = [f"{entity}__{column}" for column in TRACE]
            return self._sql([leaf.name for leaf in leaves], ["metric_time__month", *traced])
        return _row_by_row(model, {leaf.name: self._measure(leaf.name) for leaf in leaves})

    def _inputs(self, metric: str) -> list[str]:
        parameters = self._metrics[metric]["type_params"]
        inputs = [parameters["numerator"], parameters["denominator"], *(parameters["metrics"] or [])]
        return [given["name"] for given in inputs if given is not None]

    def _leaf(self, metric: str) -> Leaf:
        measure = self._measure(metric)
        model = next(model for model in self._declared["semantic_models"] if measure in model["measures"])
        return Leaf(metric, _primary(model), measure["agg"] in _COUNTING)

    def _measure(self, metric: str) -> dict[str, Any]:
        name = self._metrics[metric]["type_params"]["measure"]["name"]
        measures = (measure for model in self._declared["semantic_models"] for measure in model["measures"])
        found: dict[str, Any] = next(measure for measure in measures if measure["name"] == name)
        return found

    def _sql(self, metrics: Sequence[str], group_by: Sequence[str]) -> str:
        return _as_model(compiled(self._engine, metric_names=metrics, group_by_names=group_by))


def _primary(model: dict[str, Any]) -> str:
    return next(str(entity["name"]) for entity in model["entities"] if entity["type"] == "primary")


def _row_by_row(model: dict[str, Any], measures: dict[str, dict[str, Any]]) -> str:
    """Return each fact with what it gives to each measure: one where it is counted, its value where it is added."""
    expressions = {one["name"]: one["expr"] or one["name"] for one in model["dimensions"]}
    month = expressions[model["defaults"]["agg_time_dimension"]]
    columns = [
        f"date_trunc('month', {month}) as metric_time__month",
        *(f"{expressions[name]} as {_primary(model)}__{name}" for name in TRACE),
        *(f"{_given(measure)} as {name}" for name, measure in measures.items()),
    ]
    listed = ",\n    ".join(columns)
    return f"select\n    {listed}\nfrom {{{{ ref('{model['node_relation']['alias']}') }}}}"


def _given(measure: dict[str, Any]) -> str:
    expression = measure["expr"] or measure["name"]
    return f"case when ({expression}) is not null then 1 else 0 end" if measure["agg"] in _COUNTING else expression


def _as_model(sql: str) -> str:
    """Refer to models instead of tables, and number generated names from 1 so that metrics do not disturb each other."""
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        kind, key = match[1], f"{match[1]}_{match[2]}"
        if key not in numbers:
            numbers[key] = counts[kind] = counts.get(kind, 0) + 1
        return f"{kind}_{numbers[key]}{match[3] or ''}"

    referring = _RELATION.sub(lambda match: f"{{{{ ref('{match[1]}') }}}}", sql)
    return _filled(_GENERATED_NAME.sub(numbered, referring))


def _filled(sql: str) -> str:
    """Put the items of a list, which MetricFlow writes one to a line, on as few lines as they need."""
    lines: list[str] = []
    for line in sql.splitlines():
        item = line.strip()
        if item.startswith(", ") and len(lines[-1]) + len(item) <= _WIDTH:
            lines[-1] += item
        else:
            lines.append(line)
    return "\n".join(lines)
