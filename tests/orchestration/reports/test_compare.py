"""A report of somebody else against what is published: differences by paragraph, nothing dropped in silence (E22)."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml import OxmlElement

from orchestration.command.report import command
from orchestration.reports.compare import AGREES, DIFFERS, UNMATCHED, Compared, compared
from orchestration.reports.numbers import numbers_in
from orchestration.reports.phrases import phrases_of

NAMES = {
    "Z01": ("重点项目数", "个", "41"), "Z02a": ("省级重点项目数", "个", "4"), "Z02b": ("市级重点项目数", "个", "11"),
    "Z05": ("年度累计完成投资", "亿元", "100.4219"), "Z34": ("新增规上企业", "家", "50"), "Z35": ("预计年末规上企业数", "家", "162"),
    "Z38": ("预计高企总数", "家", "85"), "Z39a": ("新增省级瞪羚", "家", "3"), "Z39b": ("有效省级瞪羚", "家", "5"),
    "Z41a": ("规上工业总产值增速", "%", "-0.048981"), "Z53": ("预算完成率", "%", "1.02041"), "Z59a": ("改革任务数", "项", "7"),
}  # fmt: skip


def said(*paragraphs: str) -> list[Compared]:
    values: dict[str, list[dict[str, Any]]] = {
        indicator: [
            {"indicator_id": indicator, "name": name, "unit": unit, "value": Decimal(value), "scope": "全区", "status": "final", "period": "2021-12"}
        ]
        for indicator, (name, unit, value) in NAMES.items()
    }  # fmt: skip
    phrases = phrases_of((indicator, name) for indicator, (name, _, _) in NAMES.items())
    return list(compared(paragraphs, phrases, values, "2021"))


@pytest.mark.parametrize(
    ("sentence", "indicator", "state"),
    [
        ("全年谋划实施重点项目41个", "Z01", AGREES),
        ("推进41个重点项目", "Z01", AGREES),
        ("重点项目共43项", "Z01", DIFFERS),
        ("年度累计完成投资100.42亿元", "Z05", AGREES),
        ("年度累计完成投资1004219万元", "Z05", AGREES),
        ("年度累计完成投资1,004,219万元", "Z05", AGREES),
        ("年度累计完成投资100.43亿元", "Z05", DIFFERS),
        ("年度累计完成投资约100亿元", "Z05", AGREES),
        ("年度累计完成投资约120亿元", "Z05", DIFFERS),
        ("预算完成率102.04%", "Z53", AGREES),
        ("预算完成率达102.4%", "Z53", DIFFERS),
        ("规上工业总产值增速下降4.9%", "Z41a", AGREES),
        ("规上工业总产值增速4.9%", "Z41a", DIFFERS),
        ("规上企业总数突破160家", "Z35", AGREES),
        ("规上企业总数突破170家", "Z35", DIFFERS),
        ("规上企业总数不足170家", "Z35", AGREES),
        ("三家获批省级瞪羚", "Z39a", AGREES),
        ("共有省级瞪羚六家", "Z39b", DIFFERS),
        ("未完成的改革任务1项", None, UNMATCHED),
        ("去年重点项目38个", None, UNMATCHED),
        ("重点项目现场推进会开了3次", None, UNMATCHED),
        ("整合两家平台公司", None, UNMATCHED),
        ("预算完成率85家", "Z53", UNMATCHED),
    ],
)
def test_a_number_is_what_the_words_beside_it_name(sentence: str, indicator: str | None, state: str) -> None:
    (one,) = said(sentence)
    assert (one.indicator, one.state) == (indicator, state)


def test_several_numbers_of_a_sentence_each_have_their_own() -> None:
    found = said("全年谋划实施重点项目41个，其中省级4个、市级12个；预计高企总数85家，突破80家。")
    assert [(one.indicator, one.state) for one in found] == [
        ("Z01", AGREES), ("Z02a", AGREES), ("Z02b", DIFFERS), ("Z38", AGREES), ("Z38", AGREES),
    ]  # fmt: skip


def test_levels_without_projects_are_no_projects() -> None:
    assert [one.state for one in said("获省级9项、市级8项表彰。")] == [UNMATCHED, UNMATCHED]


def test_a_difference_is_told_by_paragraph_in_the_words_of_the_rule() -> None:
    (_, one) = said("开头。", "第二段先说别的事3次。本年新增规上企业52家。")
    assert one.paragraph == 2
    assert one.message == "报告第2段“本年新增规上企业52家”为52家，系统2021年数为50家，请统一。"


@pytest.mark.parametrize(
    "text",
    ["2021年3月5日", "〔2021〕12号", "第3位", "2021-2023年", "20260407T020000", "一、总体情况", "1．重点", "1-6月", "2026-03-H1"],
)  # fmt: skip
def test_dates_numbers_of_documents_and_ranks_are_no_figures(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_a_number_without_a_unit_is_not_dropped() -> None:
    assert [(one.written, one.state) for one in said("得分为92.5")] == [("92.5", UNMATCHED)]


def a_report(folder: Path, *paragraphs: str) -> Path:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.add_table(rows=1, cols=1).cell(0, 0).text = "重点项目99个"
    path = folder / "报告.docx"
    document.save(str(path))
    return path


def test_the_command_lists_differences_and_ends_with_one(folder: Path) -> None:
    path = a_report(folder, "", "三月份重点项目3个。", "年度累计完成投资13亿元，会议5次。")
    done = CliRunner().invoke(command, ["compare", str(path), "--period", "2026-03", "--json"])
    assert done.exit_code == 1, done.output
    found = json.loads(done.output)
    assert found["tables_not_compared"] == 1
    assert [(one["paragraph"], one["indicator"], one["state"]) for one in found["numbers"]] == [
        (1, "Z01", AGREES), (2, "Z05", DIFFERS), (2, None, UNMATCHED),
    ]  # fmt: skip
    said = CliRunner().invoke(command, ["compare", str(path), "--period", "2026-03"]).output
    assert "核对 3 个数" in said
    assert "报告第2段“年度累计完成投资13亿元，会议5次”为13亿元，系统2026年3月数为12亿元，请统一。" in said
    assert "没有核对的数（1 个）" in said


def test_a_report_that_agrees_ends_well(folder: Path) -> None:
    path = a_report(folder, "年度累计完成投资12亿元。")
    assert CliRunner().invoke(command, ["compare", str(path), "--period", "2026-03"]).exit_code == 0


def test_what_was_inserted_counts_and_what_was_deleted_does_not(folder: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("重点项目")
    for kind, tag, text in (("w:del", "w:delText", "5个"), ("w:ins", "w:t", "3个")):
        change, run, words = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(tag)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    document.save(str(folder / "修订.docx"))
    done = CliRunner().invoke(command, ["compare", "修订.docx", "--period", "2026-03", "--json"])
    (one,) = json.loads(done.output)["numbers"]
    assert (one["written"], one["state"]) == ("3个", AGREES)


def with_entities(path: Path) -> None:
    inner = path.with_name("inner.docx")
    a_report(path.parent, "重点项目3个").rename(inner)
    with zipfile.ZipFile(inner) as given, zipfile.ZipFile(path, "w") as written:
        for name in given.namelist():
            part = given.read(name)
            if name == "word/document.xml":
                part = part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "aaaa">]>', 1)
            written.writestr(name, part)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0 old Word"), "不是 .docx 文档或已损坏"),
        (lambda path: path.write_bytes(b""), "不是 .docx 文档或已损坏"),
        (lambda path: zipfile.ZipFile(path, "w").close(), "不是 .docx 文档或已损坏"),
        (with_entities, "声明了外部实体"),
    ],
    ids=["old", "empty", "no parts", "entities"],
)
def test_a_file_that_is_no_document_is_one_sentence(folder: Path, make: Any, words: str) -> None:
    path = folder / "坏.docx"
    make(path)
    done = CliRunner().invoke(command, ["compare", str(path), "--period", "2026-03"])
    assert done.exit_code != 0
    assert words in str(done.exception)


def test_only_periods_of_indicators_are_compared(folder: Path) -> None:
    path = a_report(folder, "x")
    done = CliRunner().invoke(command, ["compare", str(path), "--period", "2026-03-H1"])
    assert done.exit_code == 2
