"""What is wrong, filtered."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from sources.decisions import Explanation, read_decisions
from sources.home import Home

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("published")


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ([], ["D01", "B07"]),
        (["--status", "all"], ["B08", "D01", "D02", "B07"]),
        (["--status", "new"], ["B07"]),
        (["--status", "resolved"], ["D02"]),
        (["--rule", "D01"], ["D01"]),
        (["--group", "g1"], ["D01"]),
        (["--status", "closed"], ["B08", "D02"]),
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

    for text in ("问题（2 条）", "核实", "项目建设部", "F5", "第5行有误", "未答复", "新发现"):
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


def test_json_tells_state_and_group(taizhang: Run) -> None:
    (row,) = json.loads(taizhang("findings", "--rule", "D01", "--json").stdout)

    assert (row["status"], row["group"], row["group_size"]) == ("open", "g1", 1)


EXPLAIN = ("--text", "三月有两笔设备款提前支付，合同已附", "--by", "王某")


def test_an_explanation_is_recorded_then_ruled_on_by_somebody_else(taizhang: Run, home: Home) -> None:
    assert taizhang("findings", "explain", "1111", *EXPLAIN).stdout.startswith("已记录 1 条")
    (explained,) = read_decisions(home)
    assert isinstance(explained, Explanation)
    assert (explained.rule, explained.rule_version, explained.value, explained.expected) == ("D01", "1", "=1+1", "3")

    himself = taizhang("findings", "accept", "1111", "--text", "同意", "--by", "王某")
    assert himself.exit_code == 2
    assert "由另一个人" in himself.stderr
    assert taizhang("findings", "accept", "--form", "F01", "--text", "同意", "--by", "李某").exit_code == 0
    assert [decision.kind for decision in read_decisions(home)] == ["explanation", "acceptance"]
    assert "已经接受或退回过" in taizhang("findings", "return", "1111", "--text", "缺合同", "--by", "李某").stderr


def test_a_bulk_answer_shows_first_what_it_hits(taizhang: Run, home: Home) -> None:
    shown = taizhang("findings", "explain", "--period", "2026-03", *EXPLAIN, "--preview").stdout

    assert "将涉及 1 条问题" in shown
    assert "D01" in shown
    assert read_decisions(home) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["explain", "1111", "--text", "情况属实", "--by", "王某"], "不足 10 个字"),
        (["explain", "2222", *EXPLAIN], "不是核实性问题"),
        (["explain", "9", *EXPLAIN], "没有未决的问题以“9”开头"),
        (["explain", *EXPLAIN], "请写问题编号"),
        (["accept", "1111", "--text", "同意", "--by", "李某"], "还没有核实说明"),
        (["accept", "--form", "F01", "--text", "同意", "--by", "李某"], "没有符合条件"),
        (["withdraw", "0" * 16, "--text", "写错", "--by", "王某"], "没有决定"),
        (
            ["waive", "1111", "--text", "已知差异", "--by", "王某", "--approver", "王某", "--evidence", "会议纪要", "--until", "2099-12-31"],
            "由另一个人批准",
        ),
    ],
)  # fmt: skip
def test_an_answer_that_does_not_do_is_refused_and_nothing_recorded(
    taizhang: Run, home: Home, words: list[str], said: str
) -> None:
    result = taizhang("findings", *words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert read_decisions(home) == []
