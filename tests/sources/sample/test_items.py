"""Revenue with one row per item, as the finance department sends it in some months, is the same records."""

from __future__ import annotations

import random
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from expectations.check import check
from sources.contract import load_catalog
from sources.infer.workbook_file import infer_form
from sources.reader.model import Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from sources.sample.delivery import Delivery, Fault, Sheet
from sources.sample.finance.revenue import make_revenues, revenue_rows
from sources.sample.layouts import LAYOUTS
from sources.sample.write import write_delivery

CATALOG = load_catalog()
FORM = CATALOG.form("F11")
(LAYOUT,) = (layout for layout in LAYOUTS[FORM.id] if layout.items_down)
ROWS = tuple(revenue_rows(make_revenues(random.Random(3)), "2026-05"))


def written(folder: Path, *faults: Fault) -> tuple[Path, list[str]]:
    sheet = Sheet(FORM.id, "2026-05", ROWS, LAYOUT.style(FORM, ROWS), faults)
    delivery = Delivery("finance", "财税月报5月.xlsx", datetime(2026, 6, 3, 9), (sheet,))
    answers = write_delivery(folder, delivery, CATALOG)
    return folder / delivery.file, [answer.cell for answer in answers]


def table_of(path: Path) -> Table:
    (table,) = read_workbook(path, CATALOG, department="finance").tables
    return table


def test_the_sample_sends_both_layouts() -> None:
    assert {layout.items_down for layout in LAYOUTS[FORM.id]} == {True, False}


def test_what_is_written_with_one_row_per_item_is_read_as_it_was(tmp_path: Path) -> None:
    path, _ = written(tmp_path)
    table = table_of(path)
    assert (table.form, table.period, len(table.rows)) == (FORM.id, "2026-05", len(ROWS))
    for number, row in enumerate(ROWS):
        read = {name: table.values[name][number] for name in row if name != "row_no"}
        assert read == {name: value for name, value in row.items() if name != "row_no"}
    places = {table.moved["vat_ytd_wan", row] for row in table.rows}
    assert len({"".join(filter(str.isdigit, place)) for place in places}) == 1, "one row holds both calibers' 增值税"
    found = check(read_workbook(path, CATALOG, department="finance"), CATALOG, load_register(CATALOG)).findings
    assert [finding.message for finding in found if finding.level != "notice"] == []


def test_the_answer_key_knows_the_cell_of_a_fault(tmp_path: Path) -> None:
    path, (cell,) = written(tmp_path, Fault("B42", "契税填错", 1, "deed_tax_ytd_wan", 7))
    table = table_of(path)
    assert cell == table.moved["deed_tax_ytd_wan", table.rows[1]]
    assert table.values["deed_tax_ytd_wan"][0] == ROWS[0]["deed_tax_ytd_wan"]
    assert table.values["deed_tax_ytd_wan"][1] == Decimal(7)


@pytest.mark.parametrize("variant", [0, -1], ids=["taxes as columns", "one row per item"])
def test_a_layout_that_is_read_already_needs_no_form_of_its_own(tmp_path: Path, variant: int) -> None:
    layout = LAYOUTS[FORM.id][variant]
    sheet = Sheet(FORM.id, "2026-05", ROWS, layout.style(FORM, ROWS))
    write_delivery(tmp_path, Delivery("finance", "表.xlsx", datetime(2026, 6, 3, 9), (sheet,)), CATALOG)
    found = infer_form(tmp_path / "表.xlsx", CATALOG)
    assert (found.known, found.failure) == (FORM, None)
