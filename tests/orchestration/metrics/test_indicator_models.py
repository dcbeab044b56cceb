"""The generated indicator models: as committed, reproducible, and refusing metrics that do not say what they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from orchestration.metrics.compiler import Compiler
from orchestration.metrics.indicator import Fed, Indicator, read_meta
from orchestration.metrics.models import indicator_models
from orchestration.metrics.semantic_manifest import semantic_manifest
from sources.contract import ContractError, load_catalog

ROOT = Path(__file__).parents[3]
CATALOG = load_catalog()
META: dict[str, Any] = {
    "id": "Z05", "name": "年度累计完成投资", "unit": "亿元", "direction": "正", "owner": "projects", "target": {"type": "A"},
    "formula": "名单内项目之和", "forms": ["key_projects"], "fields": ["investment_ytd_wan"],
}  # fmt: skip


@pytest.fixture(scope="session")
def manifest() -> str:
    return semantic_manifest()


def test_what_is_committed_is_what_metricflow_compiles(manifest: str) -> None:
    assert indicator_models(Compiler(manifest), CATALOG).differing(ROOT) == []


def test_a_rate_is_computed_from_simple_metrics(manifest: str) -> None:
    leaves = Compiler(manifest).leaves("investment_ahead_of_schedule")
    assert [leaf.name for leaf in leaves] == ["investment_schedule_rate", "investment_ytd", "planned_investment_year"]
    assert {leaf.entity for leaf in leaves} == {"project_month"}


def test_a_figure_is_compiled_over_models_not_tables(manifest: str) -> None:
    sql = Compiler(manifest).by_scope(["key_projects"])
    assert "{{ ref('fct_project_months') }}" in sql
    assert '"main"' not in sql


def test_a_metric_without_an_id_only_feeds_others() -> None:
    read = read_meta([("part", {"forms": ["key_projects"], "fields": ["land_mu"]}), ("whole", META)], CATALOG)
    assert isinstance(read["whole"], Indicator)
    assert not isinstance(read["part"], Indicator)
    assert isinstance(read["part"], Fed)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"unti": "亿元"}, "unti"),
        ({"id": "X1"}, "id"),
        ({"forms": ["nothing"]}, "forms"),
        ({"fields": ["nothing"]}, "fields"),
        ({"owner": "nobody"}, "owner"),
        ({"target": {"type": "Q"}}, "target.type"),
    ],
)
def test_a_meta_that_does_not_hold_names_metric_and_key(changed: dict[str, Any], key: str) -> None:
    with pytest.raises(ContractError, match="metric investment_ytd") as caught:
        read_meta([("investment_ytd", META | changed)], CATALOG)
    assert caught.value.key == key


def test_two_metrics_do_not_share_an_id() -> None:
    with pytest.raises(ContractError, match="Z05 已用于 first"):
        read_meta([("first", META), ("second", META)], CATALOG)


def test_a_changed_formula_is_another_version_that_holds_from_a_month_on() -> None:
    old, new = META | {"until": "2025-12"}, META | {"version": 2, "since": "2026-01"}
    assert len(read_meta([("first", old), ("second", new)], CATALOG)) == 2


@pytest.mark.parametrize("new", [{"version": 2, "since": "2025-12"}, {"since": "2026-01"}])
def test_two_versions_do_not_hold_in_one_month_nor_share_a_number(new: dict[str, Any]) -> None:
    with pytest.raises(ContractError, match="Z05 已用于 first"):
        read_meta([("first", META | {"until": "2025-12"}), ("second", META | new)], CATALOG)


def test_every_version_is_computed_in_its_months_only(manifest: str) -> None:
    changed = json.loads(manifest)
    by_name = {metric["name"]: metric for metric in changed["metrics"]}
    by_name["investment_month"]["config"]["meta"] |= {"until": "2025-12"}
    by_name["investment_ytd"]["config"]["meta"] |= {"id": "Z09", "version": 2, "since": "2026-01"}
    texts = indicator_models(Compiler(json.dumps(changed)), CATALOG).texts
    computed = texts[Path("dbt_project/macros/indicators/computed_indicators.sql")]
    assert "from values_by_project_month where {{ month_of('metric_time__month') }} <= '2025-12'" in computed
    assert "from values_by_project_month where {{ month_of('metric_time__month') }} >= '2026-01'" in computed
    assert texts[Path("dbt_project/models/indicators/dim_indicators.sql")].count("('Z09'") == 1
    assert texts[Path("dbt_project/models/indicators/indicator_definitions.sql")].count("('Z09'") == 2


def test_what_a_yearly_form_tells_is_a_figure_of_the_year(manifest: str) -> None:
    texts = indicator_models(Compiler(manifest), CATALOG).texts
    computed = texts[Path("dbt_project/macros/indicators/computed_indicators.sql")]
    assert "select 'Z64' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope" in computed
    assert (
        "select 'Z65' as indicator_id, {{ period_of('metric_time__quarter', 'quarter') }} as period, scope" in computed
    )
