"""Charts of the documents are native: drawn from figures that stand in them, with a workbook behind."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import openpyxl
import pytest
from docx import Document

from orchestration.reports.bulletin import bulletin
from orchestration.reports.issue import papers_of
from orchestration.reports.layout import TEMPLATE
from orchestration.reports.paper import Paper, Table
from orchestration.reports.word import document_of
from sources.home import Home

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def paper(shelf: Home) -> Paper:
    (found,) = papers_of(shelf, "current", "2026-03", lambda facts, period: [bulletin(facts, period)])
    return found


@pytest.fixture(scope="module")
def parts(paper: Paper) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(document_of(paper, TEMPLATE)))


def charted(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table) and block.chart and block.rows]


def points(chart: bytes, of: str) -> list[str | None]:
    return [point.text for point in ElementTree.fromstring(chart).findall(f".//{C}{of}//{C}pt/{C}v")]


def test_each_charted_table_has_a_chart_that_shows_its_figures_without_its_workbook(
    paper: Paper, parts: zipfile.ZipFile
) -> None:
    tables = charted(paper)
    assert len(tables) == 2
    for place, table in enumerate(tables, start=1):
        chart = parts.read(f"word/charts/chart{place}.xml")
        label, value = table.chart or (0, 0)
        assert points(chart, "cat") == [str(row[label]) for row in table.rows]
        amounts = [Decimal(text or "") for text in points(chart, "val")]
        assert amounts == [row[value] for row in table.rows if row[value] is not None]
        assert table.caption in chart.decode()


def test_the_workbook_behind_a_chart_holds_the_same_figures(paper: Paper, parts: zipfile.ZipFile) -> None:
    for place, table in enumerate(charted(paper), start=1):
        assert f"embeddings/chart{place}.xlsx" in parts.read(f"word/charts/_rels/chart{place}.xml.rels").decode()
        sheet = openpyxl.load_workbook(io.BytesIO(parts.read(f"word/embeddings/chart{place}.xlsx")))["数据"]
        label, value = table.chart or (0, 0)
        rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
        assert rows[0] == (table.headings[label], table.headings[value])
        assert [(name, amount and Decimal(str(amount))) for name, amount in rows[1:]] == [
            (row[label], row[value]) for row in table.rows
        ]


def test_the_drawings_stand_in_the_text_and_point_to_their_charts(paper: Paper, parts: zipfile.ZipFile) -> None:
    document = Document(io.BytesIO(document_of(paper, TEMPLATE)))
    drawn = document.element.body.findall(f".//{C}chart")
    relations = [next(value for key, value in one.attrib.items() if key.endswith("}id")) for one in drawn]
    targets = [str(document.part.related_parts[relation].partname) for relation in relations]
    assert targets == ["/word/charts/chart1.xml", "/word/charts/chart2.xml"]


def test_a_document_with_charts_is_the_same_every_time(paper: Paper) -> None:
    assert document_of(paper, TEMPLATE) == document_of(paper, TEMPLATE)


def test_a_name_that_looks_like_a_formula_is_a_name(paper: Paper) -> None:
    table = Table("排名", ("项目", "个数"), (("=1+1", 3), ("甲", None)), chart=(0, 1))
    opened = zipfile.ZipFile(io.BytesIO(document_of(replace(paper, blocks=(table,)), TEMPLATE)))
    sheet = openpyxl.load_workbook(io.BytesIO(opened.read("word/embeddings/chart1.xlsx")))["数据"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
