"""What a submission changes against the one accepted before it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sources.contract import load_catalog
from sources.inbox import read_receipt
from sources.returned import Line, compare, landed_rows, last_accepted
from tests.sources.returned.desk import Desk

FORM = load_catalog().forms["key_projects"]


def _row(name: str, **values: Any) -> dict[str, Any]:
    return {"project_name": name, "owner_name": "甲公司", **values}


def test_rows_are_matched_by_the_forms_key_not_by_their_place() -> None:
    before = [_row("一", row_no=1), _row("二", row_no=2), _row("三", row_no=3)]
    after = [_row("零", row_no=1), _row("三", row_no=2), _row("一", row_no=3)]

    changes = compare(FORM, before, after)
    assert (changes.added, changes.gone, changes.changed) == (("零|甲公司",), ("二|甲公司",), ())
    assert changes.summary == "新增 1 行，减少 1 行，修改 0 行 0 个数"


def test_a_change_is_said_with_its_title_unit_and_both_values() -> None:
    before = [_row("一", total_investment_wan=Decimal("12000.0000"), is_started=False, actual_start_date=None)]
    after = [
        _row("一", total_investment_wan=Decimal("12500.5000"), is_started=True, actual_start_date=date(2026, 3, 1))
    ]

    assert compare(FORM, before, after).lines() == [
        Line("修改", "一 · 甲公司", "实际开工时间", "空", "2026-03-01"),
        Line("修改", "一 · 甲公司", "总投资（万元）", "12,000", "12,500.5"),
        Line("修改", "一 · 甲公司", "是否开工", "否", "是"),
    ]


def test_rows_of_one_key_are_matched_in_order() -> None:
    twice = [_row("一", total_investment_wan=Decimal(1)), _row("一", total_investment_wan=Decimal(2))]

    assert not compare(FORM, twice, list(twice))
    assert compare(FORM, twice, twice[:1]).gone == ("一|甲公司#2",)
    assert compare(FORM, twice, list(twice)).summary == "没有变化"


def test_the_last_accepted_one_before_is_found(desk: Desk) -> None:
    def previous(name: str, period: str = "2025-10") -> str | None:
        receipt = read_receipt(desk.home, desk.submitted[name])
        found = last_accepted(desk.home, receipt, "key_projects", "projects", period)
        return found["submission_id"] if found else None

    assert previous("first") is None
    assert previous("second") == desk.submitted["first"]
    assert previous("third") == desk.submitted["second"]
    assert previous("third", "2020-01") is None


def test_landed_rows_are_those_of_the_submission(desk: Desk) -> None:
    rows = landed_rows(desk.home, FORM, desk.submitted["second"], "2025-10")

    assert [row["project_name"] for row in rows] == ["乙", "丙", "丁"]
    assert rows[0]["total_investment_wan"] == Decimal("12500.0000")


def test_an_accepted_return_shows_what_changed(desk: Desk) -> None:
    book = desk.book("second")
    rows = [tuple(row) for row in book["与上期接收版比较"].iter_rows(values_only=True)]

    assert book.sheetnames[:2] == ["问题清单", "与上期接收版比较"]
    assert "10月.xlsx" in rows[0][0]
    assert rows[1][0] == "新增 1 行，减少 1 行，修改 1 行 1 个数。"
    owner = "济南晨光新材料有限公司"
    assert rows[3:] == [
        ("新增", f"丁 · {owner}", None, None, None),
        ("减少", f"甲 · {owner}", None, None, None),
        ("修改", f"乙 · {owner}", "“总投资（万元）”列", "12,000", "12,500"),
    ]


def test_a_rejected_one_is_read_again_and_compared_with_what_counts(desk: Desk) -> None:
    rows = [tuple(row) for row in desk.book("third")["与上期接收版比较"].iter_rows(values_only=True)]

    assert rows[3:] == [("新增", "戊 · 济南晨光新材料有限公司", None, None, None)]
    assert "与上期接收版比较" not in desk.book("first").sheetnames
