"""What the judge does beside finding a broken rule: batches, periods, blanks, keys, suppression."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from expectations.judge import Part, judge
from expectations.verdict import held_rows, verdict
from sources.contract import Catalog, ContractError, Form, Level
from sources.reader.model import Coercion, CoercionKind, Problem
from sources.rules import load_register
from tests.expectations.tables import CATALOG, REGISTER, a_table, codes_of, findings_of, judged, only

D = Decimal
PROJECTS = CATALOG.forms["key_projects"]
RESULTS = CATALOG.forms["assessment_results"]


def declared(form: str, **changes: Any) -> tuple[Form, Catalog]:
    """A form with changes, and the catalog that holds it."""
    changed = CATALOG.forms[form].model_copy(update=changes)
    return changed, Catalog({**CATALOG.forms, form: changed}, CATALOG.code_lists)


def codes_with(form: Form, catalog: Catalog, *tables: Any) -> list[str]:
    found = judge(form, [Part("s1", table, None) for table in tables], catalog, load_register(catalog))
    return [finding.rule for findings in found for finding in findings]


def test_findings_stay_with_their_submission() -> None:
    bad = a_table("assessment_results", {"evidence": None})
    parts = [Part("s1", a_table("assessment_results"), None), Part("s2", bad, None), Part("s3", bad, None)]
    found = judge(RESULTS, parts, CATALOG, REGISTER)
    assert [[f.rule for f in findings] for findings in found] == [[], ["B55"], ["B55"]]
    assert [f.submission_id for findings in found for f in findings] == ["s2", "s3"]


def test_the_same_key_in_two_submissions_is_not_a_duplicate() -> None:
    parts = [Part(name, a_table("assessment_results"), None) for name in ("s1", "s2")]
    assert judge(RESULTS, parts, CATALOG, REGISTER) == [[], []]


def test_two_periods_in_one_workbook_are_two_lists() -> None:
    march, april = a_table("assessment_results"), a_table("assessment_results", sheet="4月", period="2026-04")
    assert codes_of(march, april) == []


def test_sheets_of_one_form_are_one_list() -> None:
    names = ("项目建设部", "企业服务部", "财税建设部")
    one = a_table("assessment_results", *({"subject_name": name} for name in names), sheet="一组")
    rows = ({"indicator_no": "K02"}, {"indicator_no": "K03"}, {"rank": None})
    found = findings_of(one, a_table("assessment_results", *rows, sheet="二组"))
    twins = [finding for finding in found if finding.rule == "R11"]
    assert [(f.sheet, f.row) for f in twins] == [("一组", 5), ("二组", 7)]
    assert "工作表“二组”第7行" in twins[0].message


def test_a_sheet_that_repeats_the_list_is_one_finding_and_not_one_per_row() -> None:
    rows = [{"indicator_no": f"K{n}"} for n in range(20)]
    found = findings_of(a_table("assessment_results", *rows), a_table("assessment_results", *rows, sheet="副本"))
    assert [(finding.rule, finding.sheet) for finding in found] == [("A18", "副本")]


def test_every_failing_row_is_returned() -> None:
    rows = [{"indicator_no": f"K{n // 2}", "evidence": None, "rank": None} for n in range(600)]
    codes = codes_of(a_table("assessment_results", *rows))
    assert (codes.count("B55"), codes.count("R11")) == (600, 600)


def test_rows_of_one_key_have_different_fingerprints() -> None:
    found = findings_of(a_table("assessment_results", {"rank": None}, {"rank": None}, {"rank": None}))
    assert [finding.row_key for finding in found] == ["项目建设部|K01", "项目建设部|K01#2", "项目建设部|K01#3"]
    assert len({finding.finding_id for finding in found}) == 3


def test_a_row_without_its_key_is_blank_and_not_a_duplicate() -> None:
    blank = {"subject_name": None, "rank": None}
    assert codes_of(a_table("assessment_results", blank, blank)) == ["B55", "B55"]


def test_an_optional_part_of_the_key_may_be_blank() -> None:
    assert "R11" in codes_of(a_table("enterprise_titles", {"batch": None}, {"batch": None}))


def test_not_applicable_counts_as_given_except_in_the_key() -> None:
    table = a_table("assessment_results", {"evidence": None, "subject_name": None})
    for name in ("evidence", "subject_name"):
        cell = table.cell(name, 5) or ""
        table.coercions.append(Coercion(name, 5, cell, "—", CoercionKind.NOT_APPLICABLE))
    assert [finding.field for finding in findings_of(table)] == ["subject_name"]


def test_a_cell_that_could_not_be_read_is_reported_once() -> None:
    table = a_table("key_projects", {"actual_start_date": None, "leader_name": None})
    table.problems.append(Problem("B56", "actual_start_date", 5, "U5", "已完成"))
    table.problems.append(Problem("XL-ERROR-VALUE", "leader_name", 5, "K5", "#N/A"))
    assert codes_of(table) == ["B56", "XL-ERROR-VALUE"]


def test_a_missing_column_is_one_finding_and_not_one_per_row() -> None:
    found = findings_of(a_table("assessment_results", {}, {"indicator_no": "K02"}, without=["evidence"]))
    assert [(finding.rule, finding.row) for finding in found] == [("A03", None)]


def test_a_field_outside_its_validity_is_not_asked_for() -> None:
    field = RESULTS.fields["evidence"].model_copy(update={"until": "2026-02"})
    form, catalog = declared("assessment_results", fields={**RESULTS.fields, "evidence": field})
    assert codes_with(form, catalog, a_table("assessment_results", {"evidence": None})) == []
    assert codes_with(form, catalog, a_table("assessment_results", without=["evidence"])) == []


def test_rounded_figures_may_differ_by_half_a_digit_each() -> None:
    """亿元 with two decimals: a step of 100 万元, three figures, so 150 万元 (domain.md section 2.2)."""
    near, far = ({"investment_total_wan": D(2900) + gap} for gap in (D(150), D("150.01")))
    steps = {name: D(100) for name in ("investment_prior_years_wan", "investment_ytd_wan", "investment_total_wan")}
    assert "B09" not in codes_of(a_table("key_projects", near, steps=steps))
    assert "B09" in codes_of(a_table("key_projects", far, steps=steps))
    assert "B09" not in codes_of(a_table("key_projects", {"investment_total_wan": D("2900.01")}))
    assert "B09" in codes_of(a_table("key_projects", {"investment_total_wan": D("2900.02")}))


def test_a_rule_on_trial_only_gives_notice_and_an_expired_one_is_silent() -> None:
    broken = a_table("assessment_results", {"rank": 2})
    for change, expected in (({"trial": True}, [Level.NOTICE]), ({"until": "2026-02"}, []), ({"since": "2026-04"}, [])):
        form, catalog = declared("assessment_results", rules={"R10": RESULTS.rules["R10"].model_copy(update=change)})
        found = judge(form, [Part("s1", broken, None)], catalog, load_register(catalog))
        assert [finding.level for finding in found[0]] == expected


def test_a_rule_whose_sql_is_wrong_is_named_with_its_file() -> None:
    for change in ({"sql": "no_such_field > 1"}, {"sql": "rank is null", "shows": {"x": "nonsense(("}}):
        rule = RESULTS.rules["R10"].model_copy(update=change)
        form, catalog = declared("assessment_results", rules={"R10": rule})
        with pytest.raises(ContractError, match=r"assessment_results.yaml：rules.R10"):
            codes_with(form, catalog, a_table("assessment_results"))


def test_a_field_may_ask_for_a_least_length() -> None:
    field = RESULTS.fields["evidence"].model_copy(update={"min_length": 5})
    form, catalog = declared("assessment_results", fields={**RESULTS.fields, "evidence": field})
    (found,) = judge(form, [Part("s1", a_table("assessment_results"), None)], catalog, load_register(catalog))
    assert [(f.rule, f.expected) for f in found] == [("B71", "不少于5字")]
    assert "共2字，少于5字" in found[0].message


def test_zero_is_a_number_and_a_bound_belongs_to_the_range() -> None:
    assert (
        codes_of(
            a_table(
                "key_projects", {"land_mu": D(0)}, {"project_name": "二", "project_code": None, "land_mu": D(100000)}
            )
        )
        == []
    )


def test_a_count_is_not_negative_and_a_rank_begins_at_one() -> None:
    assert codes_of(a_table("enterprise_titles", {"ip_count": -1})) == ["B07"]
    assert "B57" in codes_of(a_table("assessment_results", {"rank": 0}))


@pytest.mark.parametrize(
    ("code", "wrong"),
    [("30", False), ("301", False), ("C3011", False), ("3010", True), ("3098", True), ("99999", True), ("化工", True)],
)
def test_an_industry_code_may_be_coarse_but_must_exist(code: str, wrong: bool) -> None:
    assert ("G06" in codes_of(a_table("key_projects", {"industry_code": code}))) is wrong


@pytest.mark.parametrize(
    ("code", "rule"),
    [("2014-370105-26-03-123456", "B04"), ("2031-370105-26-03-123456", "B04"), ("2021-000000-26-03-123456", None)],
)
def test_a_project_code_has_a_year_since_2016_and_not_in_the_future(code: str, rule: str | None) -> None:
    assert codes_of(a_table("key_projects", {"project_code": code})) == ([rule] if rule else [])


def test_a_wrong_code_is_told_with_its_suspect_place_and_a_suggestion() -> None:
    finding = only("B02", a_table("key_projects", {"uscc": "9137O105MA3AY4CL62"}))
    assert (finding.value, finding.expected, finding.cell) == ("9137O105MA3AY4CL62", "91370105MA3AY4CL62", "I5")
    assert "（第5位可疑）" in finding.message
    assert "疑为“91370105MA3AY4CL62”" in finding.message
    assert "应为18位，现为17位" in only("B02", a_table("key_projects", {"uscc": "91370105MA3AY4CL6"})).message


def test_the_same_company_written_with_other_brackets_is_one_name() -> None:
    rows = (
        {"owner_name": "示例（济南）公司"},
        {"owner_name": "示例(济南) 公司", "project_name": "二", "project_code": None},
    )
    assert codes_of(a_table("key_projects", *rows)) == []


def test_two_damaged_codes_do_not_make_two_names() -> None:
    damaged = {"uscc": "914403001922038000"}
    rows = (damaged, {**damaged, "owner_name": "另一家", "project_name": "二", "project_code": None})
    assert codes_of(a_table("key_projects", *rows)) == ["B03", "B03"]


def test_the_day_of_arrival_bounds_dates_and_else_the_due_date() -> None:
    table = a_table("key_projects", {"actual_start_date": date(2026, 4, 7)})
    assert codes_of(table) == []
    assert codes_of(table, received_on=date(2026, 4, 6)) == ["B17"]


def test_personal_data_are_not_repeated() -> None:
    finding = only("B58", a_table("key_projects", {"contact_phone": "1" * 60}))
    assert finding.value is None
    assert "111" not in finding.message


def test_a_mandatory_finding_rejects_the_submission() -> None:
    findings = findings_of(a_table("assessment_results", {"evidence": None}))
    assert verdict(RESULTS, findings) == "rejected"
    assert held_rows(RESULTS, findings) == set()
    assert verdict(RESULTS, []) == "accepted"


def test_a_form_that_holds_rows_lets_the_others_land() -> None:
    form = RESULTS.model_copy(update={"hold": "rows"})
    by_row = findings_of(a_table("assessment_results", {"evidence": None}, {"indicator_no": "K02"}))
    assert (verdict(form, by_row), held_rows(form, by_row)) == ("accepted", {("Sheet1", 5)})
    by_sheet = findings_of(a_table("assessment_results", period=None))
    assert verdict(form, by_sheet) == "rejected"


def test_findings_come_in_the_order_of_the_sheet() -> None:
    rows = [{"indicator_no": f"K{n}", "evidence": None if n % 2 else "有"} for n in range(6)]
    (found,) = judged(a_table("assessment_results", *rows, hidden=["C列"]))
    assert [(finding.rule, finding.row) for finding in found] == [("A11", None), ("B55", 6), ("B55", 8), ("B55", 10)]


def test_an_empty_batch_and_an_empty_sheet_are_judged() -> None:
    assert judge(RESULTS, [], CATALOG, REGISTER) == []
    empty = a_table("assessment_results", rows=[], values={}, raws={})
    assert codes_of(empty, a_table("assessment_results", sheet="二")) == ["A16"]


@pytest.mark.parametrize("amount", [D("99999999999999.9999"), D("-99999999999999.9999"), D(0)])
def test_no_amount_breaks_the_judge(amount: Decimal) -> None:
    money = {name: amount for name, field in PROJECTS.fields.items() if field.type == "money"}
    found = findings_of(a_table("key_projects", {**money, "completion_rate": D("999999999999.999999")}))
    assert all("{" not in finding.message for finding in found)
    assert "B15" in [finding.rule for finding in found]


def test_a_cell_with_quotes_and_line_breaks_is_only_text() -> None:
    nasty = '\'); drop table rows; --\n"{value}" {0}'
    found = findings_of(a_table("key_projects", {"project_level": nasty, "remark": nasty, "owner_name": nasty}))
    assert [finding.rule for finding in found] == ["B05"]
    assert nasty in found[0].message
