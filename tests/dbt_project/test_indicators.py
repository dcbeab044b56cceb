"""Published figures: what they are, that they are MetricFlow's, and that they lead back to cells."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.dbt_project.conftest import Built


@pytest.mark.parametrize(
    ("indicator", "value"),
    [
        ("Z01", "3"),  # the project that left is out, the one listed twice counts once
        ("Z02a", "1"),  # … at its highest level
        ("Z02b", "1"),
        ("Z02c", "1"),
        ("Z03", "13.3"),
        ("Z05", "2.52"),
        ("Z06", "0.84"),
        ("Z08", "-0.16"),
        ("Z12", "0.666667"),
        ("Z18c", "1"),  # half of the plan at the end of the year
        ("Z19", "400"),
        ("Z33", "2"),  # not the firm that left the directory, not the one that only applied
        ("Z34", "1"),
        ("Z35", "3"),  # … the one that only applied is expected
        ("Z36", "3"),  # what is still being prepared is no application; a refused one is
        ("Z36b", "1"),
        ("Z37", "1"),  # two certificates of 2018 have ended
        ("Z38", "3"),  # … and count only where the firm applied again
        ("Z39a", "1"),
        ("Z39b", "2"),
        ("Z40a", "1"),
        ("Z40b", "1"),
        ("Z59a", "3"),  # a subtask is no task
        ("Z59c", "0.5"),  # an approved extension is the deadline
        ("Z60", "0.466667"),
        ("Z68", "0.571429"),  # five forms and two half-months of talks that never came
        ("Z68a", "0.714286"),  # reform tasks came, late
        ("Z68b", "0.571429"),
        ("Z69", "1"),
    ],
)
def test_a_figure_is_computed_from_rows(built: Built, indicator: str, value: str) -> None:
    assert built.value(indicator, "2021-12") == Decimal(value)


def test_nothing_in_a_reported_month_is_zero_not_absent(built: Built) -> None:
    assert built.value("Z18b", "2021-11") == 0


def test_a_month_nobody_reported_has_no_figure(built: Built) -> None:
    assert built.value("Z37", "2021-11") is None


def test_a_figure_is_as_new_as_the_newest_submission_in_force(built: Built) -> None:
    sql = "select vintage::varchar from indicator_values where indicator_id = 'Z01' and period = '2021-12'"
    assert built.rows(sql) == [("2022-01-05 09:01:00",)]


def test_targets_come_from_the_assessment_in_the_unit_of_the_figure(built: Built) -> None:
    sql = "select indicator_id, target from indicator_values where period = '2021-12' and target is not null order by 1"
    expected = [("Z01", Decimal(3)), ("Z05", Decimal(3)), ("Z06", Decimal(1)), ("Z08", Decimal(0))]
    assert built.rows(sql) == expected


def test_at_least_twenty_metrics_are_described(built: Built) -> None:
    described = built.rows("select count(*) from dim_indicators where length(name) > 1 and length(formula) > 3")
    assert described[0][0] >= 20


def test_the_cells_behind_an_amount_add_up_to_it(built: Built) -> None:
    sql = """
        select field, sheet_row, submission_id, value from indicator_sources
        where indicator_id = 'Z05' and period = '2021-12' order by sheet_row
    """
    amounts = [(5, "1"), (6, "0.32"), (7, "1.2")]
    assert built.rows(sql) == [("investment_ytd_wan", row, "s3", Decimal(value)) for row, value in amounts]


def test_a_rate_leads_to_both_of_its_parts(built: Built) -> None:
    sql = """
        select field, sum(value) from indicator_sources
        where indicator_id = 'Z06' and period = '2021-12' group by field order by field
    """
    assert built.rows(sql) == [("investment_ytd_wan", Decimal("2.52")), ("planned_investment_year_wan", Decimal(3))]


def test_every_counted_row_leads_to_a_cell(built: Built) -> None:
    sql = """
        select distinct sources.indicator_id, sources.field
        from indicator_sources as sources
        left join stg_inbox__columns as columns using (submission_id, form, sheet, field)
        where columns.column_letter is null and sources.indicator_id not in ('Z68', 'Z68a', 'Z68b', 'Z69')
    """
    assert built.rows(sql) == []


class _Warehouse:
    """What MetricFlow needs of an engine: the dialect, and a way to ask the built file."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        from metricflow.protocols.sql_client import SqlEngine
        from metricflow.sql.render.duckdb_renderer import DuckDbSqlPlanRenderer

        self.sql_engine_type = SqlEngine.DUCKDB
        self.sql_plan_renderer = DuckDbSqlPlanRenderer()
        self._connection = connection

    def query(self, stmt: str, sql_bind_parameter_set: Any = None) -> Any:
        from metricflow.data_table.mf_table import MetricFlowDataTable

        cursor = self._connection.execute(stmt)
        names = [column[0] for column in cursor.description or ()]
        return MetricFlowDataTable.create_from_rows(column_names=names, rows=cursor.fetchall())


@pytest.fixture(scope="session")
def metricflow(built: Built) -> Any:
    from metricflow.engine.metricflow_engine import MetricFlowEngine
    from metricflow_semantics.model.dbt_manifest_parser import parse_manifest_from_dbt_generated_manifest
    from metricflow_semantics.model.semantic_manifest_lookup import SemanticManifestLookup

    manifest = (built.home.root / "dbt" / "target" / "semantic_manifest.json").read_text(encoding="utf-8")
    lookup = SemanticManifestLookup(parse_manifest_from_dbt_generated_manifest(manifest_json_string=manifest))
    return MetricFlowEngine(lookup, _Warehouse(built.connection))


def _ask(engine: Any, metric: str, grain: str) -> dict[str, Decimal]:
    from metricflow.engine.metricflow_engine import MetricFlowQueryRequest

    request = MetricFlowQueryRequest.create(metric_names=[metric], group_by_names=[f"metric_time__{grain}"])
    # MetricFlow hands out floats; the figures have six digits.
    rows = engine.query(request).result_df.rows
    # A month in which nothing was due yet has no rate; nothing is published for it.
    return {str(day)[:7]: round(Decimal(str(value)), 6) for day, value in rows if value is not None}


@pytest.mark.parametrize(
    ("indicator", "metric"),
    [
        ("Z01", "key_projects"),
        ("Z05", "investment_ytd"),
        ("Z08", "investment_ahead_of_schedule"),
        ("Z38", "expected_hightech_enterprises"),
        ("Z59c", "reform_on_time_rate"),
        ("Z68", "filing_on_time_rate"),
    ],
)
def test_the_nightly_figure_is_what_metricflow_answers(
    built: Built, metricflow: Any, indicator: str, metric: str
) -> None:
    published = built.rows(f"select period, value from indicator_values where indicator_id = '{indicator}'")
    assert dict(published) == _ask(metricflow, metric, "month")


def test_over_a_year_flows_add_up_and_stocks_take_the_last_month(metricflow: Any) -> None:
    assert _ask(metricflow, "investment_month", "year") == {"2021-01": Decimal("0.5201")}
    assert _ask(metricflow, "investment_ytd", "year") == {"2021-01": Decimal("2.52")}
    assert _ask(metricflow, "key_projects", "year") == {"2021-01": 3}


def test_the_trace_works_wherever_the_file_lies(built: Built, tmp_path: Path) -> None:
    moved = shutil.copy(built.home.work / "kept" / "warehouse.duckdb", tmp_path / "renamed.duckdb")
    with duckdb.connect() as connection:
        connection.execute(f"attach '{moved}' as another_name (read_only)")
        assert connection.execute("select count(*) > 0 from another_name.main.indicator_sources").fetchone() == (True,)
