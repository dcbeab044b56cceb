"""The dispatch table: what it says, that it is frozen to its release, and what the command refuses."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from orchestration.command.report import command
from orchestration.reports.dispatch import dispatch
from orchestration.reports.issue import papers_of
from orchestration.reports.paper import Paragraph, Table
from orchestration.reports.word import document_of
from sources.home import Home
from sources.published.errors import ReleaseError

PERIOD = "2026-03-H1"


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, arguments)
    return done.exit_code, done.output


def test_it_counts_the_talks_of_the_half_month(shelf: Home) -> None:
    (paper,) = papers_of(shelf, "current", PERIOD, lambda facts, period: [dispatch(facts, period)])
    said = next(block.text for block in paper.blocks if isinstance(block, Paragraph))
    assert said == (
        "本期台账列项目3个，其中在谈2个，计划总投资2.00亿元；新增1个，退出在谈1个；在谈项目中有进展1个，无进展1个。"
    )
    tables = {block.caption: block for block in paper.blocks if isinstance(block, Table)}
    assert [row[0] for row in tables["有进展项目"].rows] == ["=甲&乙项目（新增）"]
    assert [row[5] for row in tables["无进展项目"].rows] == ["投资方换人"]
    assert [row[3] for row in tables["签约、暂缓与终止项目"].rows] == ["暂缓"]
    # The first half of March has seen the end of February only.
    assert [block for block in paper.blocks if getattr(block, "text", "") == "三、重点项目亮灯（截至2026年2月）"]


def test_every_number_of_a_sentence_has_a_comment_that_says_where_it_is_from(folder: Path) -> None:
    assert run("dispatch", "--period", PERIOD, "-o", "a.docx")[0] == 0
    comments = [comment.text for comment in Document(str(folder / "a.docx")).comments]
    assert len(comments) >= 6
    assert all("版本 20260407T020000" in comment and "期间 " in comment for comment in comments)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_the_same_release_gives_the_same_bytes(folder: Path, suffix: str) -> None:
    assert run("dispatch", "--period", PERIOD, "-o", f"a{suffix}")[0] == 0
    # Files know whole seconds: a clock in one of them would have moved on.
    time.sleep(1.1)
    assert run("dispatch", "--period", PERIOD, "-o", f"b{suffix}")[0] == 0
    first = (folder / f"a{suffix}").read_bytes()
    assert first == (folder / f"b{suffix}").read_bytes()


def test_a_name_that_looks_like_a_formula_stays_text(folder: Path) -> None:
    run("dispatch", "--period", PERIOD, "-o", "a.xlsx")
    book = openpyxl.load_workbook(folder / "a.xlsx")
    cell = book["有进展项目"]["A2"]
    assert (cell.value, cell.data_type) == ("=甲&乙项目（新增）", "s")
    assert len(book["按阶段统计"]._charts) == 1


def test_both_files_are_written_when_none_is_named(folder: Path) -> None:
    assert run("dispatch", "--period", PERIOD)[0] == 0
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".xlsx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dispatch", "--period", "2026-03"), "应形如 2026-03-H1"),
        (("dispatch", "--period", PERIOD, "-o", "a.pdf"), "以 .docx 或 .xlsx 结尾"),
        (("dispatch", "--period", PERIOD, "-o", "no/a.docx"), "已有文件夹"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    code, output = run(*arguments)
    assert code == 2
    assert said in output


def test_an_office_may_change_the_template(folder: Path, shelf: Home) -> None:
    from orchestration.reports.layout import TEMPLATE

    own = shelf.root / "templates" / TEMPLATE.name
    own.parent.mkdir()
    try:
        changed = Document(str(TEMPLATE))
        changed.paragraphs[0].text = "某某开发区{{ issuer }}"
        changed.save(str(own))
        run("dispatch", "--period", PERIOD, "-o", "a.docx")
    finally:
        own.unlink()
        own.parent.rmdir()
    assert Document(str(folder / "a.docx")).paragraphs[0].text == "某某开发区开发区管委会综合办公室"


def test_a_template_without_our_styles_is_refused_in_a_sentence(shelf: Home, tmp_path: Path) -> None:
    bare = tmp_path / "paper.docx"
    Document().save(str(bare))
    (paper,) = papers_of(shelf, "current", PERIOD, lambda facts, period: [dispatch(facts, period)])
    with pytest.raises(ReleaseError, match="缺少样式：红头"):
        document_of(paper, bare)


def test_the_committed_template_is_the_declared_one() -> None:
    from orchestration.reports.layout import TEMPLATE, template

    assert TEMPLATE.read_bytes() == template()
