"""Every dialect of a spreadsheet gives the same table."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sources.contract import load_catalog
from sources.reader.model import Table
from sources.reader.read import read_workbook
from sources.reader.workbook import UnreadableError, open_workbook
from tests.sources.reader.dialects import odf, ods, record, spreadsheetml, web_page, xls
from tests.sources.reader.hostile import good, rebuilt, with_shared_strings
from tests.workbooks import PROJECT

CATALOG = load_catalog()
ROWS: list[list[Any]] = [["重点项目月度调度表（2026年3月）"], list(PROJECT), list(PROJECT.values())]


def table_of(path: Path) -> Table:
    reading = read_workbook(path, CATALOG)
    assert not reading.failures, reading.failures
    return reading.tables[0]


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def is_the_project(table: Table) -> None:
    assert (table.form, table.period, table.rows, table.problems) == ("key_projects", "2026-03", [3], [])
    assert table.values["total_investment_wan"] == [Decimal("12000.0000")]
    assert table.values["project_name"] == ["新材料一期项目"]
    assert table.cell("total_investment_wan", 3) == "P3"


def test_xls_of_the_nineties(tmp_path: Path) -> None:
    is_the_project(table_of(xls(tmp_path / "a.xls", ROWS)))


def test_ods_flat_or_packed(tmp_path: Path) -> None:
    is_the_project(table_of(ods(tmp_path / "a.ods", odf(ROWS))))
    is_the_project(table_of(written(tmp_path / "a.fods", odf(ROWS))))


def test_xml_of_excel_2003(tmp_path: Path) -> None:
    is_the_project(table_of(written(tmp_path / "a.xls", spreadsheetml(ROWS))))


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_web_pages_saved_as_xls(tmp_path: Path, encoding: str) -> None:
    content = web_page(ROWS[1:], title=ROWS[0][0], encoding=encoding)
    is_the_project(table_of(written(tmp_path / "a.xls", content)))


def test_single_file_web_pages(tmp_path: Path) -> None:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
    is_the_project(table_of(written(tmp_path / "a.xls", head + web_page(ROWS) + b"\r\n--b--\r\n")))


@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，", "^"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_text_with_any_usual_separator(tmp_path: Path, separator: str, encoding: str) -> None:
    lines = "\r\n".join(separator.join(str(value).replace("，", "") for value in row) for row in ROWS)
    is_the_project(table_of(written(tmp_path / "a.txt", lines.encode(encoding))))


def test_quoted_cells_may_hold_separators_and_line_breaks(tmp_path: Path) -> None:
    rows = [
        list(PROJECT),
        [f'"第一行\n第二行，{value}"' if name == "形象进度" else value for name, value in PROJECT.items()],
    ]
    path = written(tmp_path / "重点项目2026年3月.csv", "\n".join(",".join(map(str, row)) for row in rows))
    assert table_of(path).values["progress_text"] == ["第一行\n第二行，主体完工，正在进行设备安装"]


def test_strict_ooxml(tmp_path: Path) -> None:
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def strict(content: bytes) -> bytes:
        return content.replace(transitional, b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )

    names = (
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
    )
    is_the_project(table_of(rebuilt(good(tmp_path / "a.xlsx"), dict.fromkeys(names, strict))))


def test_texts_may_stand_in_the_cells_or_in_a_table_of_their_own(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    assert "xl/sharedStrings.xml" not in zipfile.ZipFile(path).namelist()
    is_the_project(table_of(path))
    is_the_project(table_of(with_shared_strings(path)))


def test_macros_are_ignored_and_said(tmp_path: Path) -> None:
    path = rebuilt(good(tmp_path / "a.xlsm"), added=[("xl/vbaProject.bin", b"x")])
    table = table_of(path)
    is_the_project(table)
    assert [hazard.rule for hazard in table.hazards] == ["XL-MACROS"]


def test_xls_tells_its_oddities(tmp_path: Path) -> None:
    hidden_row = record(0x208, bytes([2, 0]) + bytes(10) + bytes([0x20, 0, 0, 0]))
    hidden_column = record(0x7D, bytes([4, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0]))
    error = record(0x205, bytes([2, 0, 15, 0, 0, 0, 23, 1]))
    note = (
        record(0x5D, bytes([0x15, 0, 0x12, 0, 0x19, 0, 7, 0]))
        + record(0x1B6, bytes(18))
        + record(0x3C, b"\x01" + "已更名".encode("utf-16-le"))
        + record(0x1C, bytes([2, 0, 1, 0, 0, 0, 7, 0]))
    )
    rows = [ROWS[0], ROWS[1], [None if name.startswith("总投资") else value for name, value in PROJECT.items()]]
    path = xls(
        tmp_path / "a.xls", rows, extra=[hidden_row, hidden_column, error, note], globals_=[record(0x22, b"\x01\x00")]
    )
    book = open_workbook(path)
    facts = book.sheets[0].facts
    assert (facts.hidden, facts.errors, facts.comments) == (["第3行", "E列"], {"P3": "#REF!"}, {"B3": "已更名"})
    assert book.epoch_1904


def test_ods_tells_its_oddities(tmp_path: Path) -> None:
    value = '<table:table-cell table:style-name="s" office:value-type="string">{}<text:p>甲</text:p></table:table-cell>'
    note = "<office:annotation><text:p>已更名</text:p></office:annotation>"
    uncached = '<table:table-cell table:formula="of:=[.A1]"/>'
    style = '<style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    column = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    path = ods(
        tmp_path / "a.ods", odf([["a", "b", "c"], [value.format(note), uncached, 1]], before=column, styles=style)
    )
    facts = open_workbook(path).sheets[0].facts
    assert (facts.comments, facts.uncached, facts.hidden) == ({"A2": "已更名"}, {"B2": "=[.A1]"}, ["B列"])
    assert facts.struck == {"A2": ""}


def test_xml_of_excel_2003_tells_its_oddities(tmp_path: Path) -> None:
    cells = (
        '<Row ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="Error">#REF!</Data><Comment><Data>见附件</Data></Comment>'
        '</Cell><Cell ss:Formula="=RC[-1]"/></Row>'
    )
    sheet = open_workbook(written(tmp_path / "a.xls", spreadsheetml([["a", "b"]], cells=cells))).sheets[0]
    assert (sheet.facts.hidden, sheet.facts.errors) == (["第2行"], {"A2": "#REF!"})
    assert (sheet.facts.comments, sheet.facts.uncached) == ({"A2": "见附件"}, {"B2": "=RC[-1]"})
    assert sheet.merges == [(2, 1, 3, 1)]


def test_spans_of_web_pages_are_merged_ranges(tmp_path: Path) -> None:
    page = b"<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    sheet = open_workbook(written(tmp_path / "a.xls", page)).sheets[0]
    assert sheet.rows == [["a", "b", None], [None, "c", "d"]]
    assert sheet.merges == [(1, 1, 2, 1), (1, 2, 1, 3)]


@pytest.mark.parametrize(
    "content",
    [
        odf(
            [["<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/>"]]
        ).replace("<table:table-row>", "<table:table-row table:number-rows-repeated='1048576'>"),
        spreadsheetml([], cells='<Row ss:Index="99999999"><Cell><Data ss:Type="Number">1</Data></Cell></Row>'),
        "<table>" * 400 + "<tr><td>1</td></tr>",
    ],
    ids=["ods", "spreadsheetml", "html"],
)
def test_repetitions_without_end_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        open_workbook(written(tmp_path / "a", content))
    assert caught.value.rule == "XL-TOO-LARGE"


@pytest.mark.parametrize("content", [odf(ROWS), spreadsheetml(ROWS)])
def test_an_encoding_that_nobody_knows_is_damage(tmp_path: Path, content: str) -> None:
    said = content.replace('<?xml version="1.0"', '<?xml version="1.0" encoding="UTFTF-8"').replace(
        ' encoding="UTF-8"', ""
    )
    with pytest.raises(UnreadableError, match="已损坏"):
        open_workbook(written(tmp_path / "a.xls", said))
