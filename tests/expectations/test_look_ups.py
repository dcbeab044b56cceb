"""Rules that look something up: the work calendar, code lists, other rows of the list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.expectations.tables import a_table, codes_of, only

D = Decimal
OTHER = {"project_no": "ZS2026-002"}
PLAN = {
    "milestone": "建设工程规划许可证",
    "document_no": "建字第1号",
    "accepted_date": None,
    "done_date": date(2026, 3, 9),
}


@pytest.mark.parametrize(
    ("closed", "late"),
    [(date(2026, 4, 9), False), (date(2026, 4, 10), True)],
)
def test_days_off_do_not_count_as_handling_time(closed: date, late: bool) -> None:
    """From 2026-04-01 five work days end on 04-09: the weekend and 04-06 (清明节) are off."""
    table = a_table("appeals", {"assigned_date": date(2026, 4, 1), "closed_date": closed}, period="2026-04")
    assert codes_of(table) == (["B38"] if late else [])


def test_lateness_says_both_numbers() -> None:
    found = only("B38", a_table("appeals", {"closed_date": date(2026, 3, 12)}))
    assert "办理用时7个工作日，超出时限2个工作日" in found.message
    assert (found.expected, found.difference) == ("不超过 5 个工作日", "2")


def test_an_approved_extension_excuses() -> None:
    late = {"closed_date": date(2026, 3, 20), "extended_due_date": date(2026, 3, 20)}
    assert codes_of(a_table("appeals", late)) == ["B38"]
    assert codes_of(a_table("appeals", {**late, "extension_approved_by": "分管领导"})) == []


def test_beyond_the_calendar_nothing_is_guessed() -> None:
    assert "B38" not in codes_of(a_table("appeals", {"closed_date": date(2031, 3, 20)}))


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        ({"registered_date": date(2026, 3, 9)}, ["R08"]),
        ({"registered_date": date(2026, 3, 9), "repeats_case_no": "SQ2026-001"}, []),
        ({"registered_date": date(2026, 3, 9), "appeal_kind": "用工人才"}, []),
        ({"registered_date": date(2025, 12, 1)}, []),
    ],
)
def test_a_repeated_case_is_the_later_one_within_90_days(second: dict[str, Any], codes: list[str]) -> None:
    table = a_table("appeals", {}, {"case_no": "SQ2026-002", **second})
    assert codes_of(table) == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"milestone": "主体封顶", "document_no": None}, []),
        ({"milestone": "主体封顶", "document_no": None, "done_date": None}, ["B26"]),
        ({"milestone_status": "不需办", "document_no": None, "done_date": None}, []),
    ],
)
def test_only_milestones_with_a_document_need_its_number(change: dict[str, Any], codes: list[str]) -> None:
    assert codes_of(a_table("project_milestones", change)) == codes


def test_the_order_of_milestones_names_the_earlier_one() -> None:
    found = only("B27", a_table("project_milestones", {}, PLAN))
    assert found.row == 5
    assert "建筑工程施工许可证（2026-03-02）早于建设工程规划许可证（2026-03-09）" in found.message


def test_a_stated_basis_another_phase_or_another_project_excuses_the_order() -> None:
    excused = {"basis_text": "容缺办理"}
    assert codes_of(a_table("project_milestones", excused, PLAN)) == []
    assert codes_of(a_table("project_milestones", {}, {**PLAN, "phase": "二期"})) == []
    assert codes_of(a_table("project_milestones", {}, {**PLAN, "project_no": "ZS2025-002"})) == []


def test_a_clause_without_a_window_is_not_checked() -> None:
    old = {"invoice_from_date": date(2020, 1, 1), "subsidy_mode": "贴息", "clause": "贷款贴息"}
    assert codes_of(a_table("upgrade_subsidies", old)) == []
    found = only("B40", a_table("upgrade_subsidies", {"invoice_to_date": date(2027, 1, 1)}))
    assert "超出政策期2025-01-01至2026-12-31" in found.message


@pytest.mark.parametrize(("audited", "cap", "applied"), [(D(1600), D(100), D(100)), (D(1600), None, D(160))])
def test_a_subsidy_is_the_share_up_to_the_cap(audited: Decimal, cap: Decimal | None, applied: Decimal) -> None:
    row = {"equipment_audited_wan": audited, "cap_wan": cap, "amount_applied_wan": applied}
    assert "B39" not in codes_of(a_table("upgrade_subsidies", row))


def test_like_names_are_one_project_only_for_the_same_investor() -> None:
    assert "R01" not in codes_of(a_table("talks", {}, {**OTHER, "investor_name": "丙公司", "uscc": None}))
    found = [f for f in codes_of(a_table("talks", {}, OTHER)) if f == "R01"]
    assert len(found) == 2


def test_a_supplementary_agreement_is_no_second_project() -> None:
    assert codes_of(a_table("signings", {}, {"agreement_type": "补充协议"})) == []
    twice = {"signed_date": date(2026, 3, 9), "project_name": "另一个名称完全不同的工程"}
    assert codes_of(a_table("signings", {}, twice)) == ["R01", "R01"]


def test_an_agreement_of_an_earlier_month_is_followed_up() -> None:
    earlier = {"signed_date": date(2025, 8, 1), "is_new": False}
    assert codes_of(a_table("signings", earlier)) == []
    assert codes_of(a_table("signings", {**earlier, "signed_date": date(2026, 4, 1)})) == ["B25"]


def test_a_room_is_let_again_when_the_lease_has_ended() -> None:
    ended = {"lease_end_date": date(2026, 2, 1), "moved_in_date": date(2024, 2, 1)}
    firm = {"enterprise_name": "另一家公司", "uscc": None}
    assert codes_of(a_table("carrier_tenants", {}, {**firm, **ended})) == []
    assert codes_of(a_table("carrier_tenants", {}, {**firm, "area_m2": D(1)})) == ["R04", "R04"]


def test_land_needs_no_lettable_area_and_buildings_do() -> None:
    blank = {"lettable_area_m2": None, "used_area_m2": None, "vacant_area_m2": None}
    assert codes_of(a_table("carriers", {**blank, "carrier_kind": "土地", "floor_area_m2": None})) == []
    assert codes_of(a_table("carriers", blank)) == ["B28"]


def test_growth_on_a_base_of_zero_is_no_growth() -> None:
    assert codes_of(a_table("fiscal_revenue", {"prior_ytd_wan": D(0), "growth_rate": None})) == []
    assert "按同期数计算为无同比" in only("B43", a_table("fiscal_revenue", {"prior_ytd_wan": D(0)})).message


def test_a_refund_may_be_negative_and_still_add_up() -> None:
    refund = {"vat_ytd_wan": D(-500), "corporate_income_tax_ytd_wan": D(20500)}
    assert codes_of(a_table("fiscal_revenue", refund)) == []


def test_a_part_above_its_whole_is_told_by_name() -> None:
    found = only("B33", a_table("industrial_months", {"main_revenue_ytd_wan": D(1500)}))
    assert "“其中：主营业务收入”1500万元大于“营业收入”1420万元" in found.message
