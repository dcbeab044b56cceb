"""Bounds that a person set for one object: whose rows are looked at, when, and what is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from expectations.judge import Part, judge
from expectations.results import Tally
from sources.contract.codes import CodeList
from sources.finding import Finding
from tests.expectations.tables import CATALOG, REGISTER, a_table

FORM = "company_operations"
BOUND = {"value_bound": "b", "form": FORM, "row_key": "北城控股", "field": "revenue_ytd_wan", "low": "100", "high": "3000", "owner": "finance", "reason": "全年预算内", "since": "2026-01", "until": "2026-12"}  # fmt: skip


def found(bound: dict[str, str], tally: Tally | None = None, **row: object) -> list[Finding]:
    lists = {**CATALOG.code_lists, "value_bounds": CodeList("value_bounds", "value_bound", (BOUND | bound,))}
    table = a_table(FORM, {"company": "北城控股", **row})
    (findings,) = judge(
        CATALOG.forms[FORM], [Part("s1", table, None)], replace(CATALOG, code_lists=lists), REGISTER, tally
    )
    return [finding for finding in findings if finding.rule == "B72"]


@pytest.mark.parametrize(
    ("bound", "revenue", "says"),
    [
        ({}, "3000.5", True), ({}, "3000", False), ({}, "99", True), ({"low": ""}, "99", False), ({"high": ""}, "9999", False),
        ({"row_key": "别的公司"}, "9999", False), ({"row_key": ""}, "9999", True),
        ({"until": "2026-02"}, "9999", False), ({"since": "2026-04"}, "9999", False), ({"form": "leases"}, "9999", False),
    ],
)  # fmt: skip
def test_a_bound_holds_for_its_object_in_its_time(bound: dict[str, str], revenue: str, says: bool) -> None:
    assert bool(found(bound, revenue_ytd_wan=Decimal(revenue))) is says


def test_the_finding_tells_who_set_the_bound_why_and_until_when() -> None:
    (finding,) = found({}, revenue_ytd_wan=Decimal(9999))

    assert (finding.field, finding.row_key, finding.level.value) == ("revenue_ytd_wan", "北城控股", "verify")
    for said in (
        "9999",
        "北城控股",
        "100–3000万元",
        CATALOG.code_lists["departments"].codes["finance"],
        "全年预算内",
        "2026年12月",
    ):
        assert said in finding.message


def test_a_blank_is_counted_as_not_evaluated() -> None:
    tally = Tally()
    assert found({}, tally, revenue_ytd_wan=None) == []
    results = tally.results(0, a_table(FORM), [], REGISTER)
    assert [(one.evaluated, one.not_evaluated) for one in results if one.rule == "B72"] == [(0, 1)]
