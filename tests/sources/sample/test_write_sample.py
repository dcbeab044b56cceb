from __future__ import annotations

import csv
import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from sources.contract import load_catalog
from sources.inbox.drop import ARRIVALS
from sources.reader.model import Table
from sources.reader.read import read_workbook
from sources.sample import make_deliveries, write_sample
from sources.sample.delivery import Delivery, Sheet
from sources.sample.write import DEPARTMENTS

CATALOG = load_catalog()
MONTHS = 4
#: What departments write where there is nothing to say.
NOTHING = (None, "无")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("zone")
    write_sample(root, CATALOG, months=MONTHS, answers=root / "答案.csv")
    return root


@pytest.fixture(scope="module")
def deliveries() -> list[Delivery]:
    return make_deliveries(CATALOG, months=MONTHS)


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_folders_are_departments_and_arrivals_name_every_file(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {*DEPARTMENTS, "答案.csv"}
    for department in DEPARTMENTS:
        listed = {row["文件"]: row["收到时间"] for row in lines(folder / department / ARRIVALS)}
        assert set(listed) | {ARRIVALS} == {path.name for path in (folder / department).iterdir()}
        assert all(datetime.fromisoformat(arrived).year in (2021, 2022, 2026) for arrived in listed.values())


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, CATALOG, months=MONTHS, departments=("office",))
    again = hashes(tmp_path)
    assert len(again) > 20
    assert again.items() <= hashes(folder).items()


def test_another_seed_gives_another_zone(folder: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, CATALOG, months=0, seed=5, departments=("projects",))
    name = "projects/重点项目月度调度表（2021年12月）.xlsx"
    assert hashes(tmp_path)[name] != hashes(folder)[name]
    assert not list(tmp_path.glob("*.csv"))


def test_workbooks_open_everywhere(folder: Path, deliveries: list[Delivery]) -> None:
    for delivery in deliveries:
        if delivery.sheets and not delivery.file.startswith("企业"):
            path = folder / delivery.department / delivery.file
            assert CalamineWorkbook.from_path(str(path)).sheet_names == load_workbook(path, read_only=True).sheetnames


def test_what_was_sent_is_what_is_read(folder: Path, deliveries: list[Delivery]) -> None:
    for delivery in deliveries:
        if not delivery.sheets or delivery.received_at.year != 2026:
            continue
        reading = read_workbook(folder / delivery.department / delivery.file, CATALOG)
        assert reading.failures == []
        for sheet, table in zip(delivery.sheets, reading.tables, strict=True):
            assert (table.form, table.department, table.unitless) == (sheet.form, delivery.department, [])
            assert [found.name for found in table.signatures if found.name is None] == []
            if not any(fault.raw is not None or fault.rule == "A15" for fault in sheet.faults):
                assert (table.period, table.problems) == (sheet.period, [])
                assert differing(sheet, table) == []


def differing(sheet: Sheet, table: Table) -> list[tuple[str, Any, Any]]:
    """Return (field, sent, read) where they differ: every column of every row, in the order of the style."""
    columns = (
        [c.field for c in sheet.style.columns if c.field] if sheet.style else list(CATALOG.form(sheet.form).fields)
    )
    sent = [sheet.rows[position] for position in order(sheet)]
    return [
        (field, row.get(field), value)
        for field in columns
        for row, value in zip(sent, table.values[field], strict=True)
        if row.get(field) != value and not (row.get(field) is None and value in NOTHING)
    ]


def order(sheet: Sheet) -> list[int]:
    """Return the positions of the rows as they stand on the sheet."""
    if sheet.style is None:
        return list(range(len(sheet.rows)))
    positions = sheet.style.arranged(sheet.rows)
    group = sheet.style.group
    if group is None:
        return positions
    values = list(dict.fromkeys(sheet.rows[position][group] for position in positions))
    return [position for value in values for position in positions if sheet.rows[position][group] == value]


def test_sums_on_the_sheets_are_right(folder: Path, deliveries: list[Delivery]) -> None:
    checked = 0
    for delivery in deliveries:
        if not any(sheet.style and (sheet.style.total or sheet.style.group) for sheet in delivery.sheets):
            continue
        tables = read_workbook(folder / delivery.department / delivery.file, CATALOG).tables
        for sheet, table in zip(delivery.sheets, tables, strict=True):
            if unspoiled(sheet):
                for total in table.totals:
                    values = dict(zip(table.rows, table.values[total.field], strict=True))
                    assert sum(values[row] or 0 for row in total.rows) == total.value  # type: ignore[misc]
                    checked += 1
    assert checked > 50


def unspoiled(sheet: Sheet) -> bool:
    """Say whether no cell of the sheet was spoiled on purpose."""
    return all(fault.raw is None for fault in sheet.faults)


def test_departments_styles_are_messy(folder: Path, deliveries: list[Delivery]) -> None:
    kinds, merged, extra, heights = set(), 0, 0, set()
    for delivery in deliveries:
        if delivery.received_at.year == 2026 and delivery.sheets:
            for table in read_workbook(folder / delivery.department / delivery.file, CATALOG).tables:
                kinds |= {coercion.kind.value for coercion in table.coercions}
                merged += sum(coercion.kind.value == "merge_fill" for coercion in table.coercions)
                extra += sum(column.field is None for column in table.columns)
                heights.add(len(table.header_rows))
    assert kinds >= {"unit", "text_number", "text_date", "merge_fill", "not_applicable", "spelling"}
    assert heights == {1, 2}
    assert merged > 100
    assert extra > 3


def test_the_answer_key_names_the_spoiled_cells(folder: Path, deliveries: list[Delivery]) -> None:
    raws = {
        (f"{delivery.department}/{delivery.file}", fault.rule): fault.raw if fault.raw != "" else None
        for delivery in deliveries
        for sheet in delivery.sheets
        for fault in sheet.faults
        if fault.raw is not None
    }
    key = lines(folder / "答案.csv")
    assert list(key[0]) == ["文件", "表", "规则", "工作表", "单元格", "说明"]
    found = {}
    for answer in key:
        if (answer["文件"], answer["规则"]) in raws:
            book = load_workbook(folder / answer["文件"])
            found[answer["文件"], answer["规则"]] = book[answer["工作表"]][answer["单元格"]].value
    assert found == raws
    assert {answer["规则"] for answer in key} >= {
        "A03",
        "A13",
        "XL-UNREADABLE",
        "A15",
        "B02",
        "B03",
        "B05",
        "B06",
        "B07",
        "B08",
        "B66",
        "R11",
        "D01",
        "D15",
        "E18",
    }


def test_every_form_is_sent_in_both_years(deliveries: list[Delivery]) -> None:
    sent = {(sheet.form, sheet.period[:4]) for delivery in deliveries for sheet in delivery.sheets}
    after_the_year = {"reform_evidence", "superior_assessments", "assessment_ballots"}
    assert {form for form, year in sent if year == "2021"} == set(CATALOG.forms)
    assert {form for form, year in sent if year == "2026"} == set(CATALOG.forms) - after_the_year


def test_a_month_without_events_says_so(folder: Path, deliveries: list[Delivery]) -> None:
    nothing = [
        (delivery, place)
        for delivery in deliveries
        for place, sheet in enumerate(delivery.sheets)
        if not sheet.rows and not sheet.faults
    ]
    assert nothing
    for delivery, place in nothing:
        table = read_workbook(folder / delivery.department / delivery.file, CATALOG).tables[place]
        assert (table.is_nil, table.rows) == (True, [])


def test_more_zones_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    written = write_sample(tmp_path, CATALOG, months=0, departments=("planning",), scale=2)
    assert {path.name for path in tmp_path.iterdir()} == {"planning", "zone-02"}
    first, second = (sorted(path.glob("*.xlsx")) for path in (tmp_path / "planning", tmp_path / "zone-02" / "planning"))
    assert [path.name for path in first] == [path.name for path in second]
    assert {hashlib.sha256(path.read_bytes()).hexdigest() for path in first}.isdisjoint(
        hashlib.sha256(path.read_bytes()).hexdigest() for path in second
    )
    assert written.files == {"planning": 2 * len(first)}


def test_nothing_is_wrong_on_purpose_without_recent_months() -> None:
    deliveries = make_deliveries(CATALOG, months=0)
    assert {delivery.received_at.year for delivery in deliveries} == {2021, 2022}
    assert not [fault for delivery in deliveries for sheet in delivery.sheets for fault in sheet.faults]


def test_a_rejected_workbook_is_followed_by_a_corrected_one(deliveries: list[Delivery]) -> None:
    october = [
        d for d in deliveries if d.sheets and (d.sheets[0].form, d.sheets[0].period) == ("key_projects", "2026-10")
    ]
    assert len(october) == 3
    assert [bool(d.sheets[0].faults) and d.sheets[0].faults[0].rule[0] in "AB" for d in october] == [True, True, False]
