"""What is wrong, filtered."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("published")


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ([], ["D01", "B07"]),
        (["--status", "all"], ["B08", "D01", "B07"]),
        (["--status", "closed"], ["B08"]),
        (["--level", "核实"], ["D01"]),
        (["--level", "notice", "--form", "F01", "--department", "项目办", "--period", "2026-03"], ["B07"]),
        (["--department", "office"], []),
    ],
)
def test_findings_are_filtered_worst_first(taizhang: Run, words: list[str], rules: list[str]) -> None:
    result = taizhang("findings", *words, "--json")

    assert [row["rule"] for row in json.loads(result.stdout)] == rules


def test_the_table_says_where_and_what(taizhang: Run) -> None:
    shown = taizhang("findings").stdout

    for text in ("问题（2 条）", "核实", "项目建设部", "F5", "第5行有误", "未决"):
        assert text in shown


def test_no_finding_is_said(taizhang: Run) -> None:
    assert taizhang("findings", "--period", "2020-01").stdout == "没有符合条件的问题。\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--form", "F99"], "没有表“F99”。现有：key_projects"),
        (["--department", "海关"], "没有部门“海关”。现有：office（综合办公室）"),
        (["--level", "大"], "没有级别“大”。可选：强制（mandatory）"),
        (["--period", "三月"], "“三月”不是期间"),
    ],
)
def test_an_unknown_filter_is_told_with_the_choices(taizhang: Run, words: list[str], said: str) -> None:
    result = taizhang("findings", *words)

    assert result.exit_code == 2
    assert result.stderr.startswith(said)
