"""A reading to the JSON that programs and the portal read (architecture.md, *The command*)."""

import json
from datetime import date
from decimal import Decimal

from expectations.check import as_json, check
from sources.reader.model import Coercion, CoercionKind, Failure, OtherRow, Reading, RowKind
from tests.expectations.tables import CATALOG, REGISTER, a_table


def reading(*tables, failures=()) -> Reading:
    return Reading("重点项目3月.xlsx", "ab" * 32, list(tables), list(failures))


def test_the_object_has_the_keys_of_the_design() -> None:
    table = a_table("key_projects", {"uscc": "91370105MA3AY4CL63"}, other_rows=[OtherRow(46, RowKind.TOTAL)])
    shown = as_json(check(reading(table), CATALOG, REGISTER), CATALOG)
    assert list(shown) == ["file", "sha256", "verdict", "submissions", "findings"]
    (submission,), (finding,) = shown["submissions"], shown["findings"]
    assert list(submission) == [
        "form", "title", "department", "period", "sheet", "header_rows", "data_rows", "columns", "other_rows",
    ]  # fmt: skip
    assert (submission["header_rows"], submission["data_rows"]) == ([4], [5, 5])
    assert submission["other_rows"] == [{"row": 46, "kind": "total"}]
    assert submission["columns"][1] == {
        "column": "B", "path": ["项目名称"], "field": "project_name", "title": "项目名称", "unit": None, "unit_read": None,
    }  # fmt: skip
    assert list(finding) == [
        "rule", "level", "form", "sheet", "row", "cell", "field", "title", "value", "expected", "message",
    ]  # fmt: skip
    assert (finding["rule"], finding["level"], finding["cell"]) == ("B02", "mandatory", "I5")
    assert shown["verdict"] == "rejected"


def test_rows_show_value_raw_text_and_cell() -> None:
    table = a_table("key_projects", {"land_mu": None, "actual_start_date": date(2025, 6, 1)})
    table.raws["land_mu"] = ["—"]
    table.coercions.append(Coercion("land_mu", 5, "Q5", "—", CoercionKind.NOT_APPLICABLE))
    shown = as_json(check(reading(table), CATALOG, REGISTER), CATALOG, rows=True)
    (row,) = shown["submissions"][0]["rows"]
    values = row["values"]
    assert row["row"] == 5
    assert values["总投资"] == {"value": 12000, "raw": "12000", "cell": "X5"}
    assert values["投资完成比例"] == {"value": 0.18, "raw": "0.18", "cell": "AI5"}
    assert values["实际开工时间"]["value"] == "2025-06-01"
    assert values["是否开工"]["value"] is True
    assert values["备注"] == {"value": None, "raw": None, "cell": "AS5"}
    assert values["建设用地面积"] == {"value": None, "raw": "—", "cell": "Q5", "not_applicable": True}
    assert json.loads(json.dumps(shown, ensure_ascii=False)) == shown


def test_several_forms_in_one_workbook_are_judged_side_by_side() -> None:
    tables = (
        a_table("key_projects"),
        a_table("assessment_results", {"evidence": None}, sheet="考核"),
        a_table("enterprises"),
    )
    checked = check(reading(*tables), CATALOG, REGISTER)
    assert [[f.rule for f in found] for found in checked.about_tables] == [[], ["B55"], []]
    assert checked.verdict == "rejected"


def test_a_good_workbook_is_accepted_and_verify_findings_do_not_stop_it() -> None:
    assert check(reading(a_table("key_projects")), CATALOG, REGISTER).verdict == "accepted"
    above = a_table("key_projects", {"planned_investment_year_wan": Decimal(800), "completion_rate": None})
    checked = check(reading(above), CATALOG, REGISTER)
    assert ([f.rule for f in checked.findings], checked.verdict) == (["B12"], "accepted")


def test_a_file_without_a_form_is_unreadable() -> None:
    checked = check(reading(failures=[Failure("XL-UNREADABLE", shown={"reason": "不是工作簿"})]), CATALOG, REGISTER)
    shown = as_json(checked, CATALOG)
    assert (shown["verdict"], shown["submissions"]) == ("unreadable", [])
    assert [finding["rule"] for finding in shown["findings"]] == ["XL-UNREADABLE"]


def test_a_sheet_without_rows_has_no_range() -> None:
    table = a_table("assessment_results", rows=[], values={}, raws={})
    (submission,) = as_json(check(reading(table), CATALOG, REGISTER), CATALOG, rows=True)["submissions"]
    assert (submission["data_rows"], submission["rows"]) == ([], [])
