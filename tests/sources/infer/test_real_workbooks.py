"""The real workbooks with known structure: tables found, forms that read them, next year's edition bound."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from expectations.check import check
from expectations.proposed import settled
from sources.contract import Catalog, load_catalog
from sources.infer.detect import find_tables
from sources.infer.propose import Proposal, propose
from sources.infer.structure import FoundTable
from sources.reader.read import Chosen, read_sheets
from sources.reader.sheet_name import worksheet_of
from sources.reader.workbook import Workbook, open_workbook
from sources.rules import load_register

REAL = Path(__file__).parents[4] / "shared" / "data" / "real"
CATALOG = load_catalog()
FILES = sorted(str(json.loads(path.read_text(encoding="utf-8"))["file"]) for path in REAL.glob("*.gold.json"))

pytestmark = pytest.mark.skipif(not FILES, reason="真实工作簿不在本机（不随项目分发）")


def largest(file: str) -> tuple[Workbook, FoundTable, Proposal]:
    book = open_workbook(REAL / file)
    table = max(find_tables(book), key=lambda found: len(found.records) * len(found.columns))
    return book, table, propose(book, table, CATALOG, file)


@pytest.mark.parametrize("file", FILES)
def test_header_and_records_are_those_that_a_person_sees(file: str) -> None:
    gold = json.loads((REAL / f"{file}.gold.json").read_text(encoding="utf-8"))
    found = {(table.sheet, tuple(table.header)): table for table in find_tables(open_workbook(REAL / file))}
    for wanted in gold["tables"]:
        table = found[wanted.get("sheet") or gold["sheet"], tuple(wanted["header_rows"])]
        assert [table.data[0], table.data[1]] == wanted["data_rows"]
        assert table.totals == wanted["total_rows"]


@pytest.mark.parametrize("file", FILES)
def test_the_next_years_edition_binds_the_same_columns(file: str) -> None:
    book, table, proposal = largest(file)
    catalog = Catalog({proposal.form.id: proposal.form}, CATALOG.code_lists)
    sheet = copy.copy(next(page for page in book.sheets if page.name == table.sheet))
    sheet.rows = [
        [_next_year(cell) for cell in row] if number <= table.header[-1] else row
        for number, row in enumerate(sheet.rows, start=1)
    ]
    reading = read_sheets(Workbook([sheet]), catalog, Chosen(form=proposal.form.id), file, "")
    assert _bound(reading.tables[0]) == _bound(proposal.reading.tables[0])
    assert {field for _, field in _bound(reading.tables[0])} == set(proposal.form.fields)


@pytest.mark.parametrize("file", FILES)
def test_every_proposed_form_reads_its_workbook_without_a_finding(file: str) -> None:
    book = open_workbook(REAL / file)
    for table in find_tables(book):
        proposal, _ = settled(propose(book, table, CATALOG, file), CATALOG)
        catalog = Catalog({proposal.form.id: proposal.form}, CATALOG.code_lists)
        reading = read_sheets(book, catalog, Chosen(form=proposal.form.id), file, "")
        assert check(reading, catalog, load_register(catalog)).findings == [], table.range
        assert {worksheet_of(found.sheet) for found in reading.tables} == {table.sheet}


def _next_year(cell: Any) -> Any:
    if isinstance(cell, str):
        return re.sub(r"(?:19|20)\d\d(?=年|$|\.)", lambda match: str(int(match[0]) + 1), cell)
    return cell


def _bound(table: Any) -> set[tuple[str, str]]:
    return {(column.letter, column.field) for column in table.columns if column.field}
