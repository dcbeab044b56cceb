"""What counts as an explanation."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from sources.decisions import fault_of
from sources.returned import answers_in
from sources.returned.answers import Answer


@pytest.mark.parametrize(
    "text",
    [
        "该项目为中央直投，投资完成数由省厅统一下达",
        "受汛期影响，本月停工20天，投资较上月减少",
        "情况属实，系企业6月补报上半年研发费用",
        "同一企业两个厂区，信用代码相同，分别统计",
    ],
)
def test_a_reason_is_an_explanation(text: str) -> None:
    assert fault_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "属实",
        "情况属实",
        "情 况 属 实 。",
        "数据属实数据属实数据属实",
        "经核实，情况属实，数据准确无误。",
        "以上数据均已核实，确认无误，特此说明。",
        "啊啊啊啊啊啊啊啊啊啊啊啊",
        "。。。。。。。。。。。。",
        "         项目         ",
    ],
)
def test_filler_is_none(text: str) -> None:
    assert fault_of(text) is not None


def test_columns_may_be_moved_and_lines_without_an_id_are_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "问题清单"
    sheet.append(["随便写的一行"])
    sheet.append(["问题编号", "条目", "核实说明（不少于10个字）"])
    sheet.append(["0123456789abcdef", 1, "因天气停工二十天，下月补上进度"])
    sheet.append(["=1+1", 2, "因天气停工二十天，下月补上进度"])
    sheet.append([None, 3, "因天气停工二十天，下月补上进度"])
    book.save(tmp_path / "a.xlsx")

    assert answers_in(tmp_path / "a.xlsx") == [Answer("0123456789abcdef", "因天气停工二十天，下月补上进度")]
