"""What reaches out of a workbook, and what only looks like it."""

from __future__ import annotations

import pytest

from sources.returned.safety import reaches_out
from sources.returned.text import storable


@pytest.mark.parametrize(
    "formula",
    [
        "=[1]Sheet1!A1",
        "='[上月.xlsx]Sheet 1'!$A$1",
        "='C:\\表\\[上月.xlsx]Sheet1'!A1",
        "=SUM([2]汇总!A:A)",
        "=[1]!合计",
        "=cmd|'/c calc'!A0",
        "=DDE(\"cmd\",\"/c\",\"x\")",
        "=_xlfn.WEBSERVICE(\"http://a\")",
        "=HYPERLINK(\"http://a\",\"b\")",
        "=1+rtd(\"x\",,1)",
        "=_xlfn.IMAGE(A1)",
    ],
)  # fmt: skip
def test_these_reach_out(formula: str) -> None:
    assert reaches_out(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM(A1:A5)",
        "='附表 1'!A1+附表!B2",
        "=表1[计划]+Sheet2!A1",
        "=SUM(表1[[#This Row],[计划]:[完成]])",
        '=IF(A1="[1]Sheet!A1|x","WEBSERVICE(",1)',
        "=PYRAMID+COPY(A1)",
    ],
)
def test_these_stay_within_the_workbook(formula: str) -> None:
    assert not reaches_out(formula)


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    assert storable("甲\x00\x1b\ud800\uffff乙") == "甲乙"
    assert storable("_x000D_") == "_x005F_x000D_"
    assert len(storable("长" * 40_000)) < 32_767
