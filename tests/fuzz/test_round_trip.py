"""What was written is read back, whatever legal mess lies around it: value, cell, unit."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given

from sources.contract import load_catalog
from sources.reader.read import read_workbook
from tests.fuzz.messy import MONEY, Mess, messes

CATALOG = load_catalog()
FIELDS = {
    **MONEY,
    "项目名称": "project_name",
    "建设单位": "owner_name",
    "包挂领导": "leader_name",
    "计划开工时间": "planned_start_date",
    "是否开工": "is_started",
}


@given(messes())
def test_a_messy_workbook_is_read_back(mess: Mess) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reading = read_workbook(mess.save(Path(folder) / "a.xlsx"), CATALOG)
    assert not reading.failures, reading.failures
    (table,) = reading.tables
    assert (table.form, table.period, table.problems) == ("key_projects", "2026-03", [])
    assert table.rows == mess.data
    for name, unit in mess.units.items():
        column = table.column_of(MONEY[name])
        assert column is not None
        assert column.unit_read == unit
    for (row, name), (cell, meant) in mess.written.items():
        if name in FIELDS:
            found = table.values[FIELDS[name]][table.rows.index(row)]
            assert (name, table.cell(FIELDS[name], row), found) == (name, cell, meant)
