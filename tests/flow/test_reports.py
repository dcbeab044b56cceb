"""The papers of the acceptance year: its figures in words, each with its provenance; missing grounds, missing claims."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tests.flow.conftest import Zone

#: Every figure of brief.md as the report says it.
SAID = (
    "5项重点工作",
    "改革任务7项",
    "提升先进制造业水平",
    "管委会+公司",
    "工业技改普惠性奖补",
    "设4项指标",
    "全年谋划实施重点项目41个，其中省级4个、市级11个",
    "上海、厦门、杭州",
    "半月一调度、一月一通报，全年调度24期",
    "投资XXX万元的企业综合服务中心已投入使用",
    "申报高企39家，预计高企总数85家，突破80家",
    "新增规上企业50家，预计规上企业总数162家，突破160家",
    "新增省级瞪羚3家，共有省级瞪羚5家；省级专精特新16家，市级专精特新30家",
    "医养健康产业联盟",
    "绩效考核由4个部分组成",
    "国有平台公司2家",
    "北城控股",
    "天桥财金",
    "五证合发、拿地即开工走在全市前列",
    "一般公共预算收入12.85亿元",
)


@pytest.fixture(scope="module")
def report(zone: Zone, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "自查.docx"
    zone.run("report", "self-inspection", "--period", "2021", "-o", str(path))
    return path


def test_every_figure_of_the_acceptance_year_is_said(report: Path) -> None:
    text = "\n".join(paragraph.text for paragraph in Document(str(report)).paragraphs)
    assert [words for words in SAID if words not in text] == []


def test_without_earlier_years_nothing_is_the_best_ever(report: Path) -> None:
    assert "最好水平" not in "\n".join(paragraph.text for paragraph in Document(str(report)).paragraphs)


def test_every_number_is_in_the_appendix_and_commented(zone: Zone, report: Path) -> None:
    document = Document(str(report))
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows[1:]]
    release = zone.json("releases")[0]["release_id"]
    assert len(rows) == len(list(document.comments)) > 30
    assert {row[-1] for row in rows} == {release}
    assert ["41个", "Z01 重点项目数", "2021-12", "全区"] in [row[1:5] for row in rows]
    assert all(all(cell for cell in row) for row in rows)


def test_the_report_agrees_with_the_release_it_was_made_from(zone: Zone, report: Path) -> None:
    found = zone.json("report", "compare", str(report), "--period", "2021")
    states = Counter(one["state"] for one in found["numbers"])
    assert states["differs"] == 0
    assert states["agrees"] >= 25


def test_changed_numbers_are_found_each_in_its_paragraph(zone: Zone, report: Path, tmp_path: Path) -> None:
    changes = {"41个": "43个", "100.42亿元": "104.42亿元", "39家": "41家", "，突破80家": "，突破90家"}
    document = Document(str(report))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            for old, new in changes.items():
                run.text = run.text.replace(old, new)
    changed = tmp_path / "改过.docx"
    document.save(str(changed))
    said = zone.run("report", "compare", str(changed), "--period", "2021", expect=1)
    lines = [line for line in said.splitlines() if "请统一" in line]
    assert len(lines) == len(changes)
    assert "为43个，系统2021年数为41个，请统一。（Z01 重点项目数，全区，2021-12" in said


def test_drafted_letters_go_into_the_register_when_they_are_signed(zone: Zone, tmp_path: Path) -> None:
    zone.run("report", "letters", "--period", "2026-09", "-o", str(tmp_path))
    (path,) = tmp_path.glob("*续登.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["督办提醒函台账"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    drafts = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, columns["下发日期"]).value is None]
    assert drafts
    for row in drafts:
        signed = {"签发人": "张某", "下发日期": date(2026, 10, 9), "回复截止": date(2026, 10, 16)}
        for title, value in signed.items():
            sheet.cell(row, columns[title]).value = value
    book.save(path)
    zone.run("check", str(path), "--department", "office")


@pytest.mark.parametrize(("kind", "period"), [("dispatch", "2021-06-H1"), ("bulletin", "2021-07")])
def test_papers_of_the_sample_are_written_in_both_forms(zone: Zone, tmp_path: Path, kind: str, period: str) -> None:
    for suffix in (".docx", ".xlsx"):
        path = tmp_path / f"paper{suffix}"
        zone.run("report", kind, "--period", period, "-o", str(path))
        assert path.stat().st_size > 5_000


@pytest.mark.skipif(not shutil.which("soffice"), reason="没有安装 LibreOffice，无法把文稿转成页面")
def test_an_office_program_opens_the_report(report: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(report)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "自查.pdf").read_bytes().startswith(b"%PDF")
