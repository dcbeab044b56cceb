"""Which rules of the forms are expectations of their own kind."""

from __future__ import annotations

import pytest

from expectations.shapes import shape_of
from expectations.suite import suite_for
from tests.expectations.tables import CATALOG

FORM = CATALOG.forms["key_projects"]
THREE = ("investment_month_wan", "investment_ytd_wan", "investment_total_wan")


def test_comparisons_that_link_are_one_chain() -> None:
    sql = "investment_month_wan <= investment_ytd_wan and investment_ytd_wan <= investment_total_wan"

    assert shape_of(FORM, sql) == ("increasing", THREE, "0")
    assert shape_of(FORM, sql.replace("and investment_ytd_wan", "and total_investment_wan")) is None


@pytest.mark.parametrize(
    ("said", "columns"),
    [
        ("investment_month_wan + investment_ytd_wan - investment_total_wan", THREE),
        ("investment_total_wan - investment_month_wan - investment_ytd_wan", THREE),
    ],
)
def test_the_figure_with_the_other_sign_is_the_total(said: str, columns: tuple[str, ...]) -> None:
    assert shape_of(FORM, f"abs({said}) <= 1") == ("sums", columns, "1")


@pytest.mark.parametrize(
    "sql",
    [
        "actual_start_date <= reported_on",
        "completion_rate <= investment_ytd_wan",
        "investment_ytd_wan <= planned_investment_year_wan * 2",
        "abs(investment_month_wan) <= 1",
    ],
)
def test_any_other_rule_stays_with_sql(sql: str) -> None:
    assert shape_of(FORM, sql) is None


def test_the_suites_of_the_forms_use_the_classes() -> None:
    kinds = {(form.id, spec.rule): spec.kind for form in CATALOG for spec in suite_for(form, CATALOG).specs}

    assert kinds["key_projects", "B08"] == kinds["talks", "B21"] == "increasing"
    assert {kinds["key_projects", code] for code in ("B09", "B14")} == {kinds["fiscal_revenue", "B41"]} == {"sums"}
    assert kinds["key_projects", "B02"] == "credit_code"
