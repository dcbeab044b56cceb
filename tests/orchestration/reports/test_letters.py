"""Letters of a month: from overdue submissions, lights and reform tasks; numbered on; nothing is sent."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from orchestration.command.report import command
from orchestration.reports.issue import papers_of
from orchestration.reports.letters import letters, letters_now
from orchestration.reports.paper import Paper, Paragraph, Table
from sources.home import Home

PERIOD = "2026-03"


@pytest.fixture(scope="module")
def papers(shelf: Home) -> list[Paper]:
    return papers_of(shelf, "current", PERIOD, letters)


def listed(papers: list[Paper]) -> list[dict[str, object]]:
    table = next(block for block in papers[-1].blocks if isinstance(block, Table))
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    return [row for row in rows if row["下发日期"] is None]


def test_each_matter_has_one_letter_by_the_ladder(papers: list[Paper]) -> None:
    drafts = {row["关联对象"]: (row["函类"], row["触发规则"]) for row in listed(papers)}
    assert drafts == {
        "G1": ("提醒函", "节点滞后超过10天"),
        "G3": ("提醒函", "节点滞后超过10天"),
        # In February it was green; what presses is the reminder without an answer.
        "己项目": ("督办函", "提醒函逾期未回复"),
        "重点项目月度调度表2026年3月下半月": ("督办函", "逾期未报满5个工作日"),
        # S3 has time until April, by an approved extension or not; S4 is settled.
        "S1": ("提醒函", "诉求逾期未办结"),
        "S2": ("督办函", "诉求逾期未办结满5个工作日"),
        # Sent back as a whole and not sent again: a matter of its own beside the first filing.
        "重点项目月度调度表2026年2月重报": ("提醒函", "逾期未报"),
    }


def test_what_was_sent_back_and_did_not_come_again_is_told_with_both_dates(papers: list[Paper]) -> None:
    row = next(row for row in listed(papers) if str(row["关联对象"]).endswith("重报"))
    assert "已于3月20日整份退回，应于3月27日前重新报送，截至本版本数据日逾期2个工作日，尚未重报" in str(row["事由"])


def test_numbers_go_on_from_the_register_and_a_chain_goes_on_too(papers: list[Paper]) -> None:
    rows = {row["关联对象"]: row for row in listed(papers)}
    assert [rows[name]["函编号"] for name in ("G1", "G3")] == ["〔2026〕提5", "〔2026〕提6"]
    assert (rows["己项目"]["事项链号"], rows["己项目"]["上级函号"]) == ("2026L04", "〔2026〕提4")
    assert rows["G1"]["事项链号"] == "2026L05"
    assert len({row["函编号"] for row in rows.values()}) == len(rows)


def test_an_approved_extension_stops_the_clock(papers: list[Paper]) -> None:
    assert "G2" not in {row["关联对象"] for row in listed(papers)}


def test_a_letter_holds_the_facts_as_they_were_and_says_that_it_is_a_draft(papers: list[Paper]) -> None:
    text = "\n".join(block.text for block in papers[0].blocks if isinstance(block, Paragraph))
    assert "改革任务“G1任务”节点“印发方案”应于3月10日完成，尚未完成" in text
    assert "草拟稿：须经审核签发后发出" in text
    assert [paper.kind for paper in papers] == ["letter"] * 7 + ["list"]


def test_one_document_per_letter_and_the_register_with_them(folder: Path) -> None:
    done = CliRunner().invoke(command, ["letters", "--period", PERIOD])
    assert done.exit_code == 0, done.output
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx"] * 7 + [".xlsx"]
    (book,) = folder.glob("*.xlsx")
    sheet = openpyxl.load_workbook(book)["督办提醒函台账"]
    numbers = [cell.value for cell in sheet["A"]]
    # The letters that went out come first, as the register has them.
    assert numbers[:5] == ["函编号", "〔2026〕提1", "〔2026〕提2", "〔2026〕提3", "〔2026〕提4"]
    assert len(numbers) == 5 + 7
    assert Document(str(folder / "提醒函_〔2026〕提5_拟稿.docx")).paragraphs[2].text == "提醒函"


def test_letters_go_to_a_folder(folder: Path) -> None:
    done = CliRunner().invoke(command, ["letters", "--period", PERIOD, "-o", "没有的文件夹"])
    assert done.exit_code == 2
    assert "请给出文件夹" in done.output


def test_a_letter_about_an_appeal_says_whose_it_is_and_since_when(papers: list[Paper]) -> None:
    row = next(row for row in listed(papers) if row["关联对象"] == "S2")
    assert (row["关联对象类型"], row["主送单位"]) == ("诉求", "综合办公室")
    assert "乙有限公司的诉求（S2，审批手续）应于3月20日前办结，截至2026年3月底超期7个工作日" in str(row["触发快照"])


def test_what_is_drafted_day_by_day_looks_at_the_month_before_too(shelf: Home) -> None:
    """In April the matters of March are still open; a matter of both months has one letter."""
    march = {row["关联对象"] for row in listed(papers_of(shelf, "current", PERIOD, letters))}
    april = [row["关联对象"] for row in listed(papers_of(shelf, "current", "2026-04", letters_now))]
    assert set(april) == march
    assert len(april) == len(set(april))
