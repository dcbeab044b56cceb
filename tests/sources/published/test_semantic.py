"""Questions about metrics: the answer adds what adds, computes rates from their parts, and refuses what is not declared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest

from sources.published.sandbox import check_query
from sources.published.semantic import Metrics, Question, UnknownMetricError
from tests.portal.metrics import metrics
from tests.portal.zone import SQL

METRICS = Metrics(json.dumps(metrics()))


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute(SQL)
        yield opened


def _answer(connection: duckdb.DuckDBPyConnection, question: Question) -> list[tuple[object, ...]]:
    sql = METRICS.sql(question)
    check_query(connection, sql)
    return connection.execute(sql).fetchall()


def test_a_stock_takes_the_last_month_of_a_quarter_and_a_rate_is_computed_from_its_parts(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert _answer(connection, Question("Z06", "quarter")) == [
        ("2026-Q1", "全区", Decimal("0.4")),
        ("2026-Q2", "全区", Decimal("0.5")),
    ]


def test_a_dimension_divides_and_the_range_cuts(connection: duckdb.DuckDBPyConnection) -> None:
    assert _answer(connection, Question("Z05", "month", "industry", "2026-02", "2026-03")) == [
        ("2026-02", "全区", "医养健康", Decimal("0.03")),
        ("2026-03", "全区", "医养健康", Decimal("0.12")),
        ("2026-03", "全区", "新材料", Decimal("0.08")),
    ]
    assert _answer(connection, Question("Z05", "year", None, None, "2026-03")) == [("2026", "全区", Decimal("0.2"))]


def test_dimensions_have_titles_and_the_place_of_a_row_is_none() -> None:
    assert [(one.name, one.title) for one in METRICS.dimensions("Z06")] == [
        ("industry", "所属产业"),
        ("department", "department"),
    ]


def test_a_definition_that_was_replaced_is_not_asked() -> None:
    declared = metrics()
    old, new = declared["metrics"][0], {**declared["metrics"][1]}
    new["config"] = {"meta": {**new["config"]["meta"], "id": "Z05", "version": 2, "grain": "quarter"}}
    found = Metrics(json.dumps({**declared, "metrics": [new, old, declared["metrics"][2]]}))
    assert found.indicators["Z05"]["metric"] == new["name"]
    assert found.grains("Z05") == ("quarter", "year")


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        (Question("Z99"), "没有指标 Z99"),
        (Question("Z05", "week"), "没有“week”"),
        (Question("Z05", "month", "row_key"), "不能按“row_key”分"),
        (Question("Z05", "month", "industry; drop table x"), "不能按"),
    ],
)
def test_what_is_not_declared_is_refused(question: Question, complaint: str) -> None:
    with pytest.raises(UnknownMetricError, match=complaint):
        METRICS.sql(question)


@pytest.mark.parametrize("month", ["1999-12", "2041-01", "9999-12", "三月"])
def test_a_month_beyond_what_can_be_asked_is_refused(month: str) -> None:
    with pytest.raises(ValueError, match="应在 2000-01 与 2040-12 之间"):
        METRICS.sql(Question("Z05", until=month))
