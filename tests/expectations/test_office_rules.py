"""What the rules of letters, points, leases, titles to property and party branches let through, and what not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.expectations.tables import a_table, codes_of, only

D = Decimal
LATER = date(2026, 3, 9)
PRESSED = {"letter_no": "〔2026〕督1", "letter_type": "督办函", "letter_level": 2, "issued_date": LATER, "reply_due_date": date(2026, 3, 16)}  # fmt: skip


@pytest.mark.parametrize(
    ("reminder", "pressed", "codes"),
    [
        ({}, {}, []),
        ({"replied_date": date(2026, 3, 6)}, {}, []),
        ({"replied_date": date(2026, 3, 5)}, {}, ["B46"]),
        ({"reply_due_date": LATER}, {}, ["B46"]),
        ({"chain_no": "S2026-02"}, {}, ["B46"]),
        ({"chain_no": "S2026-02"}, {"parent_letter_no": "〔2025〕提40"}, []),
        ({}, {"letter_type": "约谈通知", "letter_level": 3}, ["B46"]),
        ({"chain_no": "S2026-02"}, {"trigger_rule": "红灯"}, []),
        ({"chain_no": "S2026-02"}, {"trigger_rule": "逾期未报满5个工作日"}, []),
        ({"chain_no": "S2026-02"}, {"trigger_rule": "首次黄灯"}, ["B46"]),
        ({"chain_no": "S2026-02"}, {"trigger_rule": "提醒函逾期未回复"}, ["B46"]),
        ({}, {"letter_type": "约谈通知", "letter_level": 3, "trigger_rule": "连续两期红灯"}, []),
        ({}, {"letter_type": "约谈通知", "letter_level": 3, "trigger_rule": "红灯"}, ["B46"]),
    ],
    ids=[
        "lapsed",
        "replied late",
        "replied in time",
        "not yet due",
        "other matter",
        "earlier ledger",
        "a level left out",
        "red at once",
        "five work days at once",
        "a ground of a lower level",
        "an unanswered letter that is not there",
        "red twice",
        "red once is no talk",
    ],
)
def test_a_letter_needs_a_lapsed_one_before_it_or_a_ground_of_the_ladder(
    reminder: dict[str, Any], pressed: dict[str, Any], codes: list[str]
) -> None:
    assert codes_of(a_table("supervision_letters", reminder, PRESSED | pressed)) == codes


def test_the_missing_level_is_named() -> None:
    said = only("B46", a_table("supervision_letters", PRESSED)).message
    assert "应先发提醒函且逾期未回复，方可发督办函（2026-03-09下发，上级函回复截止未见）" in said
    assert "直接发督办函的，触发规则应是：诉求逾期未办结满5个工作日、逾期未报满5个工作日、红灯、连续两期黄灯" in said


@pytest.mark.parametrize("change", [{"document_no": None}, {"award_level": None}, {"event_date": None}, {"event_date": date(2025, 1, 1)}])  # fmt: skip
def test_bonus_items_need_number_level_and_a_date_in_the_year(change: dict[str, Any]) -> None:
    assert "B48" in codes_of(a_table("assessment_points", change))
    assert "B48" not in codes_of(a_table("assessment_points", {"category": "逾期"} | change))


@pytest.mark.parametrize(
    "change",
    [
        {"rent_due_wan": D("3.13")},
        {"start_date": date(2026, 3, 17), "rent_free_months": D(0), "rent_due_wan": D("1.5")},
        {"start_date": date(2026, 2, 1), "rent_due_wan": D(0)},
        {"end_date": date(2026, 3, 10), "rent_due_wan": D(1), "lease_status": "解除"},
        {"rent_relief_wan": D("1.1"), "relief_basis": "专题会议纪要", "rent_due_wan": D(2)},
    ],
    ids=["within 1 %", "begins within the month", "free of rent", "ends within the month", "relief"],
)
def test_rent_is_due_for_the_days_of_the_contract(change: dict[str, Any]) -> None:
    assert codes_of(a_table("leases", change)) == []


def test_the_rent_computed_is_said_in_yuan() -> None:
    found = only("B50", a_table("leases", {"rent_due_wan": D("9.3")}))
    assert "应收租金93000元，按合同计算为31000元（本月计租1个月）" in found.message


def test_a_rent_per_day_or_year_is_suspected() -> None:
    year = {"contract_rent_yuan_per_m2_month": D(420), "rent_due_wan": D(84)}
    assert codes_of(a_table("leases", year)) == ["B51"]


def test_an_expired_contract_with_a_new_one_is_in_order() -> None:
    ended = {"end_date": date(2026, 2, 28), "rent_due_wan": D(0)}
    following = {"contract_no": "ZL-2026-01", "start_date": date(2026, 3, 1), "rent_free_months": D(0)}
    assert codes_of(a_table("leases", ended)) == ["D17"]
    assert codes_of(a_table("leases", ended, following)) == []


def test_an_asset_without_mortgage_or_building_is_in_order() -> None:
    empty = ("mortgagee", "mortgage_wan", "mortgage_end_date", "certified_building_m2", "uncertified_building_m2")
    assert codes_of(a_table("platform_assets", dict.fromkeys(empty))) == []


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"org_type": "党支部", "full_member_count": 51}, "党员数55已达设立党总支的参考条件"),
        ({"org_type": "党总支", "full_member_count": 97}, "党员数101已达设立党委的参考条件"),
        ({"org_type": "党总支", "full_member_count": 96}, None),
        ({"org_type": "党委", "full_member_count": 300}, None),
    ],
)
def test_a_branch_that_grew_is_noticed(change: dict[str, Any], wanted: str | None) -> None:
    table = a_table("party_organizations", change)
    assert codes_of(table) == ([] if wanted is None else ["B54"])
    assert wanted is None or wanted in only("B54", table).message


@pytest.mark.parametrize("reason", ["停产", "其他"])
def test_three_members_without_an_organisation_need_a_reason_that_fits(reason: str) -> None:
    change = {"formation": "未建", "full_member_count": 3}
    assert codes_of(a_table("enterprise_party_building", change)) == ["B53"]
    assert codes_of(a_table("enterprise_party_building", change | {"no_formation_reason": reason})) == []


@pytest.mark.parametrize("form", ["party_organizations", "service_events"], ids=["quarter", "event"])
def test_quarters_and_events_have_their_due_day(form: str) -> None:
    assert codes_of(a_table(form), received_on=date(2026, 4, 7)) == []
    late = only("A01", a_table(form), received_on=date(2026, 4, 9))
    assert (late.expected, late.difference) == ("不晚于2026-04-07", "2个工作日")


def test_a_quarter_is_no_month() -> None:
    assert codes_of(a_table("party_organizations", period="2026-03")) == ["A15"]
