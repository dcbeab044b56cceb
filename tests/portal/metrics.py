"""The metrics of the small release, as dbt's semantic manifest declares them: one fact, a stock and a rate."""

from __future__ import annotations

from typing import Any


def metrics() -> dict[str, Any]:
    """Return the semantic manifest of the small release."""
    return {
        "semantic_models": [_MODEL],
        "metrics": [
            _simple("investment_ytd", "Z05", "年度累计完成投资", "亿元"),
            _simple("planned_investment_year", "Z04", "年度计划投资", "亿元"),
            {
                **_metric("completion_rate", "Z06", "年度投资完成率", "%"),
                "type": "ratio",
                "type_params": {
                    "numerator": {"name": "investment_ytd"},
                    "denominator": {"name": "planned_investment_year"},
                    "input_measures": [{"name": "investment_ytd"}, {"name": "planned_investment_year"}],
                },
            },
        ],
        "project_configuration": {
            "time_spine_table_configurations": [],
            "time_spines": [
                {"node_relation": _relation("dim_days"), "primary_column": {"name": "day", "time_granularity": "day"}}
            ],
        },
        "saved_queries": [],
    }


def _relation(table: str) -> dict[str, str]:
    return {
        "alias": table, "schema_name": "main", "database": "warehouse", "relation_name": f'"warehouse"."main"."{table}"'
    }  # fmt: skip


def _metric(name: str, identity: str, title: str, unit: str) -> dict[str, Any]:
    meta = {"id": identity, "name": title, "unit": unit, "owner": "projects", "formula": title}
    return {"name": name, "label": title, "config": {"meta": meta}}


def _simple(name: str, identity: str, title: str, unit: str) -> dict[str, Any]:
    measure = {"name": name}
    parameters = {"measure": measure, "input_measures": [measure]}
    return {**_metric(name, identity, title, unit), "type": "simple", "type_params": parameters}


def _dimension(name: str, label: str | None) -> dict[str, Any]:
    return {"name": name, "type": "categorical", "label": label, "expr": None}


def _sum(name: str, column: str) -> dict[str, Any]:
    last = {"name": "period_start", "window_choice": "max", "window_groupings": []}
    return {"name": name, "agg": "sum", "expr": f"{column} * 0.0001", "non_additive_dimension": last}


_MODEL: dict[str, Any] = {
    "name": "project_months",
    "defaults": {"agg_time_dimension": "period_start"},
    "node_relation": _relation("fct_project_months"),
    "entities": [
        {"name": "project_month", "type": "primary", "expr": "project_month_id"},
        {"name": "scope", "type": "foreign"},
    ],
    "dimensions": [
        {"name": "period_start", "type": "time", "type_params": {"time_granularity": "month"}},
        _dimension("industry", "所属产业"),
        _dimension("department", None),
        _dimension("row_key", "行键"),
    ],
    "measures": [
        _sum("investment_ytd", "investment_ytd_wan"),
        _sum("planned_investment_year", "planned_investment_year_wan"),
    ],
}
