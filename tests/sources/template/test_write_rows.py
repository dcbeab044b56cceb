from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sources.contract import Form, load_catalog
from sources.periods import containing
from sources.reader.read import read_workbook
from sources.template import write_rows
from tests.sources.template.rows import full_rows

CATALOG = load_catalog()
FORMS = [pytest.param(form, id=form.id) for form in CATALOG]


def write(form: Form, path: Path, rows: list[dict[str, Any]]) -> str:
    period = containing(date(2026, 3, 1), form.period)
    write_rows(form, CATALOG, path, rows, period=period, department=form.department, filler="李一", reviewer="王二")
    return period


@pytest.mark.parametrize("form", FORMS)
def test_what_the_template_writes_reads_back(form: Form, tmp_path: Path) -> None:
    rows = full_rows(CATALOG, form)
    period = write(form, tmp_path / "表.xlsx", rows)
    reading = read_workbook(tmp_path / "表.xlsx", CATALOG)
    assert reading.failures == []
    (table,) = reading.tables
    assert (table.form, table.period, table.department) == (form.id, period, form.department)
    assert table.version_found == form.version
    assert [(found.label, found.name) for found in table.signatures] == [("填报人", "李一"), ("审核人", "王二")]
    assert (table.problems, table.unitless, table.hidden, table.totals) == ([], [], [], [])
    assert table.coercions == []
    assert table.values == {name: [row[name] for row in rows] for name in form.fields}


@pytest.mark.parametrize("form", FORMS)
def test_rows_may_leave_fields_out(form: Form, tmp_path: Path) -> None:
    rows = [{name: row[name] for name in form.required} for row in full_rows(CATALOG, form)]
    write(form, tmp_path / "表.xlsx", rows)
    (table,) = read_workbook(tmp_path / "表.xlsx", CATALOG).tables
    assert len(table.rows) == len(rows)
    assert all(table.values[name] == [None] * len(rows) for name in form.fields if name not in form.required)


def test_rates_below_one_percent_stay_fractions(tmp_path: Path) -> None:
    form = CATALOG.form("F12")
    rows = full_rows(CATALOG, form, 2)
    write(form, tmp_path / "表.xlsx", rows)
    (table,) = read_workbook(tmp_path / "表.xlsx", CATALOG).tables
    assert table.values["completion_rate"] == [row["completion_rate"] for row in rows]


@pytest.mark.parametrize("text", ["=1+1", "+86 531", "-1", "@项目", "=HYPERLINK(1)"])
def test_text_never_becomes_a_formula(text: str, tmp_path: Path) -> None:
    form = CATALOG.form("F01")
    rows = [{**full_rows(CATALOG, form, 1)[0], "remark": text}]
    write_rows(form, CATALOG, tmp_path / "表.xlsx", rows, filler=text, period="2026-03")
    sheet = load_workbook(tmp_path / "表.xlsx").worksheets[0]
    cell = sheet.cell(4, list(form.fields).index("remark") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    with zipfile.ZipFile(tmp_path / "表.xlsx") as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    form = CATALOG.form("F07")
    for name in ("一.xlsx", "二.xlsx"):
        write(form, tmp_path / name, full_rows(CATALOG, form))
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="没有字段 nonsense"):
        write_rows(CATALOG.form("F01"), CATALOG, tmp_path / "表.xlsx", [{"nonsense": "1"}])


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    form = CATALOG.form("F01")
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")
    with pytest.raises((ValueError, TypeError)):
        write_rows(form, CATALOG, path, [{"remark": object()}])  # type: ignore[dict-item]
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["表.xlsx"]
