"""What the binary dialects tell beside their values: .xlsb by its records, .xls where programs and fonts say more."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from sources.contract import load_catalog
from sources.reader.read import read_workbook
from sources.reader.workbook import open_workbook
from tests.sources.reader.binary import brt, cell, row, value, wide, xlsb
from tests.sources.reader.dialects import label_of_1995, record, xls, xls_of_1995
from tests.workbooks import PROJECT

CATALOG = load_catalog()
NAMES = list(PROJECT)
ERROR = NAMES.index("总投资（万元）")
#: Fonts 0 and 1, the second struck through; styles 0 plain, 1 a percentage, 2 struck, 3 in 万元 of thousands.
STYLES = (
    brt(611) + brt(43, struct.pack("<HH", 220, 0) + bytes(20)) + brt(43, struct.pack("<HH", 220, 8) + bytes(20)) + brt(612)
    + brt(615, struct.pack("<I", 1)) + brt(44, struct.pack("<H", 170) + wide("#,##0.00,")) + brt(616)
    + brt(617, struct.pack("<I", 4))
    + b"".join(brt(47, struct.pack("<HHH", 0, form, font) + bytes(10)) for form, font in ((0, 0), (9, 0), (0, 1), (170, 0)))
    + brt(618)
)  # fmt: skip
RICH = wide("张三王建国") + struct.pack("<I", 2) + struct.pack("<HHHH", 0, 1, 2, 0)


def project_book(path: Path, *, state: int = 0) -> Path:
    """A project with an error, a struck name, a percentage, a scaled number, a comment; everything hidden that can be."""
    cells = [value(at, content) for at, content in enumerate(PROJECT.values())]
    cells[ERROR] = cell(3, ERROR, b"\x17")
    cells[8] = cell(7, 8, struct.pack("<I", 0))
    cells[6] = value(6, PROJECT["建设单位"], style=2)
    cells[18] = value(18, 300, style=3)
    cells.append(value(len(NAMES), 0.25, style=1))
    header = [value(at, name) for at, name in enumerate([*NAMES, "投资完成比例（%）"])]
    rows = [row(0, [value(0, "重点项目月度调度表（2026年3月）")]), row(1, header), row(2, cells, hidden=True)]
    comment = brt(635, struct.pack("<IIIII", 0, 2, 2, 1, 1) + bytes(16)) + brt(637, b"\x00" + wide("已更名")) + brt(636)
    parts = {
        "styles": STYLES,
        "sharedStrings": brt(159, struct.pack("<II", 1, 1)) + brt(19, b"\x01" + RICH) + brt(160),
        "comments": comment,
    }
    columns = brt(390) + brt(60, struct.pack("<IIIIH", 9, 9, 2000, 0, 1)) + brt(391)
    merges = brt(177, struct.pack("<I", 1)) + brt(176, struct.pack("<IIII", 0, 0, 0, 3)) + brt(178)
    return xlsb(path, rows, width=len(NAMES) + 1, before=columns, after=merges, parts=parts, state=state)


def test_xlsb_tells_its_oddities(tmp_path: Path) -> None:
    (sheet,) = open_workbook(project_book(tmp_path / "a.xlsb")).sheets
    facts = sheet.facts
    assert (facts.hidden, facts.errors, facts.comments) == (["J列", "第3行"], {"P3": "#REF!"}, {"B3": "已更名"})
    assert facts.struck == {"G3": "", "I3": "张三"}
    assert (facts.percent_cells, facts.formats) == ({"Y3"}, {"S3": "#,##0.00,"})
    assert sheet.merges == [(1, 1, 1, 4)]


def test_xlsb_is_a_table_with_its_hazards(tmp_path: Path) -> None:
    (table,) = read_workbook(project_book(tmp_path / "a.xlsb", state=1), CATALOG).tables
    assert table.hidden == ["工作表“表1”", "J列", "第3行"]
    assert [(problem.rule, problem.cell, problem.raw) for problem in table.problems] == [
        ("XL-ERROR-VALUE", "P3", "#REF!")
    ]
    assert {hazard.rule for hazard in table.hazards} == {"XL-COMMENT", "XL-STRUCK", "XL-DISPLAY-DIFFERS"}
    assert [str(rate) for rate in table.values["completion_rate"]] == ["0.250000"]


@pytest.mark.parametrize("cut", [1, 7, 60, 400])
def test_a_damaged_end_of_an_xlsb_part_ends_its_records(tmp_path: Path, cut: int) -> None:
    from sources.reader import xlsb as records

    part = b"".join(row(number, [cell(3, 1, b"\x07")]) for number in range(20))
    found = records.facts_in(part[:-cut], {}, {}).errors
    whole = records.facts_in(part, {}, {}).errors
    assert len(found) < len(whole) == 20
    assert found.items() <= whole.items()


def test_a_reader_that_panics_is_a_failure_of_its_file(tmp_path: Path) -> None:
    """The count that these records must begin with is missing: calamine panics, outside of ``Exception``."""
    path = xlsb(tmp_path / "a.xlsb", [row(0, [value(0, "a")])], width=1, parts={"styles": brt(617)})
    assert [failure.rule for failure in read_workbook(path, CATALOG).failures] == ["XL-UNREADABLE"]


def formula(result: bytes, flags: int = 0) -> bytes:
    return record(0x06, struct.pack("<HHH", 2, ERROR, 0) + result + struct.pack("<HIH", flags, 0, 0))


@pytest.mark.parametrize(
    ("result", "flags", "uncached"),
    [
        (bytes(8), 2, True),  # as Apache POI writes it
        (struct.pack("<d", 24000.0), 2, False),
        (bytes(8), 0, False),
        (b"\x03\0\0\0\0\0\xff\xff", 0, True),  # as xlwt writes it
    ],
)
def test_formulas_of_an_xls_without_a_result_are_named(
    tmp_path: Path, result: bytes, flags: int, uncached: bool
) -> None:
    values = [None if at == ERROR else content for at, content in enumerate(PROJECT.values())]
    rows = [["重点项目月度调度表（2026年3月）"], NAMES, values]
    (table,) = read_workbook(xls(tmp_path / "a.xls", rows, extra=[formula(result, flags)]), CATALOG).tables
    assert [(problem.rule, problem.cell) for problem in table.problems] == [("XL-FORMULA-UNCACHED", "P3")] * uncached


@pytest.mark.parametrize("split", [None, 21, 30, 40])
def test_struck_words_in_an_xls_are_found_wherever_the_table_of_strings_is_split(
    tmp_path: Path, split: int | None
) -> None:
    """Between two strings (21), inside the characters (30), among the runs (40)."""
    first = struct.pack("<HB", 5, 1) + "重点项目表".encode("utf-16-le")
    text = "张三王建国".encode("utf-16-le")
    rich = struct.pack("<HBH", 5, 9, 2) + text + struct.pack("<HHHH", 0, 5, 2, 0)
    table = struct.pack("<II", 2, 2) + first + rich
    parts = [table] if split is None else [table[:split], table[split:]]
    if split == 30:  # characters go on behind a flag of their own
        parts = [table[:split], b"\x01" + table[split:]]
    fonts = [record(0x31, bytes([200, 0, 8 if number == 4 else 0, 0]) + bytes(12)) for number in range(5)]
    strings = [record(0xFC if number == 0 else 0x3C, part) for number, part in enumerate(parts)]
    shared = record(0xFD, struct.pack("<HHHI", 0, 1, 0, 1))
    path = xls(tmp_path / "a.xls", [["a"]], extra=[shared], globals_=[*fonts, *strings])
    (sheet,) = open_workbook(path).sheets
    assert (sheet.rows[0][1], sheet.facts.struck) == ("张三王建国", {"B1": "张三"})


@pytest.mark.parametrize("name", [b"Sheet1", "表1".encode("gb18030"), "表".encode("big5")])
def test_struck_rows_and_words_of_a_workbook_of_1995_are_named(tmp_path: Path, name: bytes) -> None:
    fonts = [record(0x31, struct.pack("<HH", 200, 8 * struck) + bytes(11)) for struck in (False, True)]
    styles = [record(0xE0, struct.pack("<HH", font, 0) + bytes(12)) for font in (0, 1)]
    header = [label_of_1995(1, at, text) for at, text in enumerate(NAMES)]
    cells = [label_of_1995(2, at, content, 1) for at, content in enumerate(PROJECT.values())]
    leader = "张三王建国".encode("gb18030")
    cells[8] = record(0xD6, struct.pack("<HHHH", 2, 8, 0, len(leader)) + leader + bytes([2, 0, 1, 4, 0]))
    title = label_of_1995(0, 0, "重点项目月度调度表（2026年3月）")
    path = xls_of_1995(tmp_path / "a.xls", [title, *header, *cells], [*fonts, *styles], name=name)
    (sheet,) = open_workbook(path).sheets
    assert (sheet.facts.struck["B3"], sheet.facts.struck["I3"]) == ("", "张三")
    (table,) = read_workbook(path, CATALOG).tables
    assert [(hazard.rule, hazard.row, hazard.shown["what"]) for hazard in table.hazards] == [("XL-STRUCK", 3, "整行")]
    assert table.values["leader_name"] == ["张三王建国"]
    assert (table.values["project_name"], table.problems) == (["新材料一期项目"], [])


@pytest.mark.parametrize(
    ("kind", "result", "flags", "uncached"),
    [
        (9, bytes(8), 2, True),
        (9, struct.pack("<d", 24000.0), 2, False),
        (9, bytes(8), 0, False),
        (8, wide(""), 2, True),
        (8, wide("5"), 2, False),
    ],
)
def test_formulas_of_an_xlsb_without_a_result_are_named(
    tmp_path: Path, kind: int, result: bytes, flags: int, uncached: bool
) -> None:
    cells = [value(at, content) for at, content in enumerate(PROJECT.values())]
    cells[ERROR] = cell(kind, ERROR, result + struct.pack("<HII", flags, 0, 0))
    header = [value(at, name) for at, name in enumerate(NAMES)]
    rows = [row(0, [value(0, "重点项目月度调度表（2026年3月）")]), row(1, header), row(2, cells)]
    (table,) = read_workbook(xlsb(tmp_path / "a.xlsb", rows, width=len(NAMES)), CATALOG).tables
    assert [(problem.rule, problem.cell) for problem in table.problems] == [("XL-FORMULA-UNCACHED", "P3")] * uncached


def test_a_column_that_no_sheet_can_have_is_refused(tmp_path: Path) -> None:
    """Damage in an .xls moves a cell to one of 65,536 columns; those beyond XFD have no name."""
    far = record(0x203, struct.pack("<HHHd", 1, 40_000, 0, 1.0))
    path = xls(tmp_path / "a.xls", [["重点项目月度调度表（2026年3月）"], NAMES], extra=[far])
    (failure,) = read_workbook(path, CATALOG).failures
    assert (failure.rule, "超过16,384列的上限" in failure.shown["reason"]) == ("XL-TOO-LARGE", True)


@pytest.mark.parametrize("odd", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_no_amount(tmp_path: Path, odd: float) -> None:
    values = [odd if at == ERROR else content for at, content in enumerate(PROJECT.values())]
    path = xls(tmp_path / "a.xls", [["重点项目月度调度表（2026年3月）"], NAMES, values])
    (table,) = read_workbook(path, CATALOG).tables
    assert [(problem.rule, problem.cell) for problem in table.problems] == [("B06", "P3")]
