"""What a release says of its tables and columns: from the field of a form to indicators and pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from orchestration.release.catalogue import describe
from orchestration.release.lineage import Lineage
from sources.contract import load_catalog
from sources.published.release import Release
from sources.published.tables import Column, Table, tables_of, write_tables
from sources.rules import load_register

STAGING, MART = "stg_projects__key_projects", "fct_project_months"
CONTENTS = {
    "tables": {
        STAGING: {"rows": 3, "columns": [["submission_id", "varchar"], ["investment_ytd_wan", "decimal(18,4)"]]},
        MART: {"rows": 2, "columns": [["done_wan", "decimal(18,4)"], ["submission_id", "varchar"]]},
        "int_compared": {"rows": 1, "columns": [["previous_sheet_row", "bigint"], ["previous_energy_tce", "x"]]},
        "fct_findings": {"rows": 0, "columns": [["difference", "varchar"]]},
        "quality_d02": {"rows": 0, "columns": [["difference", "varchar"]]},
    },
    "restricted": {"statistics": {"fct_single": {"rows": 1, "columns": [["investment_ytd_wan", "decimal(18,4)"]]}}},
}


def _model(name: str, sql: str, *parents: str, **meta: Any) -> dict[str, Any]:
    return {
        "name": name, "resource_type": "model", "unique_id": f"model.t.{name}", "language": "sql", "compiled_code": sql,
        "depends_on": {"nodes": list(parents)}, "config": {"meta": meta}, "columns": {},
    }  # fmt: skip


MODELS = [
    _model(STAGING, "select 1 as submission_id, 2 as investment_ytd_wan", "source.t.key_projects"),
    _model(MART, f"select investment_ytd_wan as done_wan, submission_id from main.{STAGING}", f"model.t.{STAGING}",
           title="重点项目月度"),
    _model("quality_d02", "nonsense (", f"model.t.{MART}", rule={"code": "D02", "about": "本年累计"}),
    _model("fct_findings", "select 1 as difference") | {"columns": {"difference": {"config": {"meta": {"title": "差额"}}}}},
    _model("fct_single", f"select * exclude (submission_id) from main.{STAGING}", f"model.t.{STAGING}"),
]  # fmt: skip
MANIFEST = {
    "sources": {"source.t.key_projects": {"name": "key_projects", "resource_type": "source"}},
    "nodes": {model["unique_id"]: model for model in MODELS},
    "exposures": {"e": {"name": "bulletin", "label": "月度通报", "depends_on": {"nodes": [f"model.t.{MART}"]}}},
}
METRICS = {
    "semantic_models": [
        {"node_relation": {"alias": MART},
         "measures": [{"name": "done", "expr": "case when done_wan > 0 then done_wan end"}, {"name": "rows", "expr": "1"}]}
    ],
    "metrics": [
        {"config": {"meta": {"id": "Z05"}}, "type_params": {"input_measures": [{"name": "done"}]}},
        {"config": {"meta": {"id": "Z01"}}, "type_params": {"input_measures": [{"name": "rows"}]}},
    ],
}  # fmt: skip


def _described() -> dict[str, Table]:
    catalog = load_catalog()
    found = describe(CONTENTS, Lineage(MANIFEST), METRICS, catalog, load_register(catalog))
    return {table.name: table for table in found}


def test_a_column_leads_up_to_the_field_and_down_to_indicators_and_pages() -> None:
    mart = _described()[MART]

    column = mart.columns[0]
    assert column.origins == ((STAGING, "investment_ytd_wan"),)
    assert column.fields == (("key_projects", "investment_ytd_wan"),)
    assert {"B08", "D02"} <= set(column.rules)
    assert (column.indicators, column.pages) == (("Z05",), ("月度通报",))
    assert (mart.title, mart.forms, mart.reads, mart.read_by) == (
        "重点项目月度", ("key_projects",), (STAGING,), ("quality_d02",),
    )  # fmt: skip
    assert (mart.indicators, mart.pages) == (("Z05",), ("月度通报",))
    assert mart.columns[1] == Column(
        "submission_id", "varchar", "报送编号", "", "一次报送的编号，对应收件箱中的一个文件夹",
        ((STAGING, "submission_id"),), (), (), (), ("月度通报",),
    )  # fmt: skip


def test_a_column_without_words_has_those_of_the_one_it_comes_from() -> None:
    single = _described()["fct_single"]

    assert (single.schema, single.address) == ("statistics", "statistics.fct_single")
    assert (single.columns[0].title, single.columns[0].unit) == ("1–本月累计完成投资", "万元")
    assert single.columns[0].indicators == ()


def test_a_column_of_another_row_beside_is_called_by_whose_it_is() -> None:
    columns = _described()["int_compared"].columns

    assert [(one.title, one.unit) for one in columns] == [("上期行号", ""), ("上期综合能耗", "吨标准煤")]


def test_a_rule_calls_its_columns_as_findings_do() -> None:
    assert _described()["quality_d02"].columns[0].title == "差额"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    tables = _described()
    write_tables(tmp_path / "catalogue.json", tables.values())

    assert tables_of(Release("r", tmp_path)) == tables


def test_a_release_from_before_has_none(tmp_path: Path) -> None:
    assert tables_of(Release("r", tmp_path)) == {}
