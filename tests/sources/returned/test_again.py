"""A marked workbook that comes in again: its answers are read, and it can be returned once more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from sources.reader.read import read_workbook
from sources.returned import answers_in, read_answers
from sources.returned.marks import FILLS, MARK
from tests.sources.returned.desk import Desk
from tests.sources.returned.sent import LEVEL, TOTAL, cell_of

ListRows = Callable[[Any], list[dict[str, Any]]]
WHY = "概算已经批复调整，文号济发改〔2026〕12号"


def _answered(desk: Desk, path: Path, list_rows: ListRows, *texts: str) -> list[str]:
    """Write texts under 核实说明 as a clerk does; return the ids of the findings they stand beside."""
    book = load_workbook(desk.path("dressed"))
    rows = [row for row in list_rows(book) if row["问题级别"].value == "核实"]
    for row, text in zip(rows, texts, strict=False):
        row["核实说明"].value = text
    sheet = book["调度表"]
    sheet[cell_of(LEVEL)] = "省级重点"
    book.save(path)
    return [row["问题编号"].value for row in rows]


def test_answers_come_back_with_the_finding_and_the_value_they_are_about(
    desk: Desk, tmp_path: Path, list_rows: ListRows
) -> None:
    ids = _answered(desk, tmp_path / "回.xlsx", list_rows, WHY)

    (answer,) = answers_in(tmp_path / "回.xlsx")
    assert (answer.finding_id, answer.text) == (ids[0], WHY)
    values = {one.finding_id: one.finding.value for one in desk.returned("dressed").findings}
    assert answer.value == values[ids[0]]
    assert read_answers(tmp_path / "回.xlsx").submission_id == desk.submitted["dressed"]


def test_an_answer_that_says_nothing_is_refused_with_its_cell(desk: Desk, tmp_path: Path, list_rows: ListRows) -> None:
    ids = _answered(desk, tmp_path / "回.xlsx", list_rows, "情况属实", "经核实，情况属实，数据无误，无需修改。")

    answers = read_answers(tmp_path / "回.xlsx")
    assert answers.given == ()
    assert [one.finding_id for one in answers.refused] == ids[:2]
    assert ["不足 10 个字" in answers.refused[0].reason, "属实" in answers.refused[1].reason] == [True, True]
    assert answers.refused[0].cell.startswith("H")


def test_an_untouched_return_gives_no_answers(desk: Desk) -> None:
    assert answers_in(desk.path("dressed")) == []


def test_other_files_give_no_answers(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK nothing")
    original = next((desk.home.inbox / desk.submitted["dressed"]).glob("original*"))

    assert answers_in(tmp_path / "坏.xlsx") == answers_in(original) == []


def test_the_list_is_no_data_and_the_corrected_sheet_is(desk: Desk, tmp_path: Path, list_rows: ListRows) -> None:
    _answered(desk, tmp_path / "回.xlsx", list_rows, WHY)

    for form in (None, "key_projects"):
        (table,) = read_workbook(tmp_path / "回.xlsx", desk.catalog, form=form).tables
        assert (table.sheet, table.period, len(table.rows)) == ("调度表", "2026-03", 3)
        assert table.values["project_level"][0] == "省级重点"


def test_a_second_return_takes_off_the_marks_of_the_first_and_keeps_the_answer(
    desk: Desk, tmp_path: Path, list_rows: ListRows
) -> None:
    _answered(desk, tmp_path / "重点项目3月（退回修改）.xlsx", list_rows, WHY, "属实")
    desk.send("again", tmp_path / "重点项目3月（退回修改）.xlsx", datetime(2026, 4, 5))

    book = desk.book("again")
    sheet = book["调度表"]
    assert book.sheetnames == ["问题清单", "调度表", "附表"]
    assert (sheet[cell_of(LEVEL)].fill.fill_type, sheet[cell_of(LEVEL)].comment) == (None, None)
    assert sheet[cell_of(TOTAL, 1)].fill.fgColor.rgb in FILLS.values()
    assert sheet[cell_of(TOTAL, 1)].comment.text.count(MARK) == 1
    assert sheet[cell_of(TOTAL, 1)].comment.text.startswith("财务已核")
    answered = [row for row in list_rows(book) if row["核实说明"].value == WHY]
    refused = [row for row in list_rows(book) if row["核实说明"].value == "属实"]
    assert (len(answered), len(refused)) == (1, 1)
    assert "上次的说明没有通过" in refused[0]["问题和改法"].value


def test_a_fill_that_a_mark_covered_is_given_back(desk: Desk, tmp_path: Path, list_rows: ListRows) -> None:
    _answered(desk, tmp_path / "改好.xlsx", list_rows)
    book = load_workbook(tmp_path / "改好.xlsx")
    book["调度表"][cell_of(TOTAL, 1)] = 12000
    book["调度表"][cell_of(TOTAL, 1)].comment = None  # their own comment would be asked about, and the cell marked
    book.save(tmp_path / "改好.xlsx")
    desk.send("corrected", tmp_path / "改好.xlsx", datetime(2026, 4, 6))

    cell = desk.book("corrected")["调度表"][cell_of(TOTAL, 1)]
    assert cell.fill.fgColor.rgb == "FF00B050"
    assert cell.comment is None
