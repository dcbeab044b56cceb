"""The bulletin: six sections, targets in words, ranks with ties and change, what was handed over and corrected."""

from __future__ import annotations

import pytest

from orchestration.reports.bulletin import bulletin
from orchestration.reports.issue import papers_of
from orchestration.reports.paper import Heading, Paper, Paragraph, Table
from sources.home import Home
from sources.published.errors import ReleaseError


@pytest.fixture(scope="module")
def paper(shelf: Home) -> Paper:
    return papers_of(shelf, "current", "2026-03", lambda facts, period: [bulletin(facts, period)])[0]


def said(paper: Paper) -> str:
    return "\n".join(block.text for block in paper.blocks if isinstance(block, Paragraph))


def table(paper: Paper, caption: str) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table) and block.caption == caption)


def test_it_has_the_six_sections(paper: Paper) -> None:
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings == [
        "一、总体情况", "二、分部门排名", "三、亮灯项目", "四、报送质量", "五、上期交办事项办理", "六、下步要求"
    ]  # fmt: skip
    assert paper.number == "通报〔2026〕第3期"


def test_a_target_is_said_in_words_with_pace(paper: Paper) -> None:
    assert "年度累计完成投资12亿元，完成年度目标任务40亿元的30.00%，快于序时5.00个百分点。" in said(paper)


def test_a_forecast_is_said_to_be_one(paper: Paper) -> None:
    assert "预计高企总数预计81家" not in said(paper)
    assert "预计高企总数81家" in said(paper)


def test_a_figure_of_one_scope_only_says_which(paper: Paper) -> None:
    assert "预计一般公共预算收入（地方级）" in [row[0] for row in table(paper, "主要指标").rows]


def test_a_share_is_compared_in_points_and_an_amount_in_percent(paper: Paper) -> None:
    compared = {row[0]: row[-1] for row in table(paper, "主要指标").rows}
    assert (compared["年度累计完成投资"], compared["开工率"]) == ("+20.00%", "+12.50个百分点")


def test_departments_are_ranked_with_their_change(paper: Paper) -> None:
    progress = table(paper, "重点项目投资完成率排名").rows
    assert [(row[0], row[1], row[-1]) for row in progress] == [(1, "招商引资部", "升1位"), (2, "项目建设部", "降1位")]


def test_ties_share_the_better_rank(paper: Paper) -> None:
    filed = table(paper, "报送及时率排名").rows
    assert [(row[0], row[1]) for row in filed] == [(1, "综合办公室"), (1, "项目建设部"), (3, "招商引资部")]


def test_lights_come_with_cause_and_owner(paper: Paper) -> None:
    (row,) = table(paper, "亮灯项目").rows
    assert (row[0], row[1], row[5], row[7]) == ("黄", "己项目（市级重点）", "用地未批", "招商引资部")


def test_last_time_is_the_month_before_and_what_is_still_open(paper: Paper) -> None:
    assert [row[0] for row in table(paper, "上期交办事项").rows] == ["〔2026〕提2", "〔2026〕提3"]
    assert "上期交办事项2件，已销号1件。" in said(paper)


def test_corrections_of_a_month_stand_in_its_issue_and_later_ones_in_the_next(shelf: Home, paper: Paper) -> None:
    assert "更正：重点项目月度调度表2026年1月（2026-03-20）。" in said(paper)
    # What came without a correction request is no correction; what came in April is told in April.
    assert table(paper, "更正的数字").rows == (
        ("年度累计完成投资", "2026年1月", "全区", "2亿元", "2.50亿元", "更正申请 c1"),
    )


def test_what_is_asked_for_follows_from_the_facts(paper: Paper) -> None:
    assert "招商引资部《重点项目月度调度表》2026年3月下半月" in said(paper)
    assert "红灯项目的责任单位" not in said(paper)
    assert "更正：重点项目月度调度表2026年1月（2026-03-20）。本期以后的更正见下一期。" in said(paper)


def test_a_month_without_figures_is_refused(shelf: Home) -> None:
    with pytest.raises(ReleaseError, match="无法生成月通报"):
        papers_of(shelf, "current", "2019-01", lambda facts, period: [bulletin(facts, period)])
