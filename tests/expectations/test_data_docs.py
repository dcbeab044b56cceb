"""Data Docs: one page per judged form, whole, offline, without the values of cells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from expectations.data_docs import DataDocs, write_index
from expectations.judge import Part, judge
from tests.expectations.tables import CATALOG, REGISTER, a_table

FORM = CATALOG.forms["key_projects"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("docs")
    table = a_table("key_projects", {"leader_name": "柳" * 51}, {"project_name": "二期", "project_code": "不知道<b>"})
    judge(FORM, [Part("s1", table, None)], CATALOG, REGISTER, keep=DataDocs(made, REGISTER).keeper(FORM))
    write_index(made, {FORM.id: FORM.title})
    return made


def test_every_expectation_stands_on_the_page_with_its_rule_and_result(folder: Path) -> None:
    page = (folder / "key_projects.html").read_text(encoding="utf-8")

    for said in ("B08 本月完成投资：本月 ≤ 本年累计 ≤ 开工以来累计", "总投资", "结论", "1 个不符合"):
        assert said in page
    assert page.count("fa-times") - page.count(".fa-times") == 2


def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing(folder: Path) -> None:
    for page in folder.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r"(?:https?:)?//|<script|<link|<img|@import|url\(", text)


def test_values_of_cells_are_not_shown(folder: Path) -> None:
    text = (folder / "key_projects.html").read_text(encoding="utf-8")

    assert "柳柳" not in text
    assert "不知道" not in text


def test_the_index_leads_to_every_form(folder: Path) -> None:
    assert '<a href="key_projects.html">重点项目月度调度表</a>' in (folder / "index.html").read_text(encoding="utf-8")
