"""A paper as a Word document: the template's head, then blocks in its styles; every figure carries a comment."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate

from orchestration.reports.chart import add_to_document
from orchestration.reports.frozen import frozen
from orchestration.reports.layout import STYLE_NAMES, TEMPLATE
from orchestration.reports.paper import Cell, Figure, Heading, Paper, Paragraph, Table
from sources.published.errors import ReleaseError

_HEADING_STYLES = {1: "一级标题", 2: "二级标题"}
_AUTHOR = "台账"
#: Wide tables need the page.
_WIDE_MARGIN = Cm(2)


def document_of(paper: Paper, template: Path) -> bytes:
    """Return a paper as a .docx laid out by a template. The same paper and template give the same bytes.

    Raises ``ReleaseError`` when the template lacks a style.
    """
    filled = DocxTemplate(template)
    # Titles are text: a name with & or < in it is no markup.
    filled.render({"issuer": paper.issuer, "number": paper.number, "title": paper.title}, autoescape=True)
    document: Any = filled.docx
    names = {style.name for style in document.styles}
    if missing := [name for name in STYLE_NAMES if name not in names]:
        raise ReleaseError(f"模板 {template} 缺少样式：{'、'.join(missing)}。请以 {TEMPLATE.name} 原件为底稿修改")
    if paper.is_landscape:
        _turn(document.sections[0])
    for block in paper.blocks:
        _add_block(document, block, paper)
    _add_close(document, paper)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = paper.title, _AUTHOR, _AUTHOR
    properties.identifier, properties.comments = paper.release_id, f"数据版本 {paper.release_id}"
    properties.created = properties.modified = paper.released_at
    written = io.BytesIO()
    document.save(written)
    return frozen(written.getvalue(), paper.released_at)


def _add_block(document: Any, block: Heading | Paragraph | Table, paper: Paper) -> None:
    if isinstance(block, Heading):
        document.add_paragraph(block.text, style=_HEADING_STYLES[block.level])
    elif isinstance(block, Paragraph):
        _add_paragraph(document, block, paper)
    else:
        _add_table(document, block)
        if block.chart and block.rows:
            add_to_document(document, block, paper)


def _add_paragraph(document: Any, paragraph: Paragraph, paper: Paper) -> None:
    written = document.add_paragraph(style="正文段")
    for part in paragraph.parts:
        run = written.add_run(part.shown if isinstance(part, Figure) else part)
        if isinstance(part, Figure):
            comment = document.add_comment(run, text=part.provenance, author=_AUTHOR, initials="台")
            # The library writes the time of day; a frozen paper knows only that of its release.
            comment._comment_elm.set(qn("w:date"), f"{paper.released_at:%Y-%m-%dT%H:%M:%S}Z")


def _add_table(document: Any, table: Table) -> None:
    document.add_paragraph(table.caption, style="表题")
    if not table.rows:
        document.add_paragraph("本期无。", style="附注")
        return
    written = document.add_table(rows=0, cols=len(table.headings), style="Table Grid")
    written.alignment, written.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    widths = _widths(document.sections[0], table)
    _add_row(written, table.headings, widths, "表头")
    repeat = OxmlElement("w:tblHeader")
    written.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in table.rows:
        _add_row(written, row, widths, "表文")
    for column, width in zip(written.columns, widths, strict=True):
        column.width = width


def _add_row(table: Any, values: tuple[Cell, ...], widths: list[int], style: str) -> None:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, value, width in zip(row.cells, values, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(shown(value))
        if isinstance(value, int | Decimal):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(section: Any, table: Table) -> list[int]:
    shares = table.widths or (1,) * len(table.headings)
    usable = section.page_width - section.left_margin - section.right_margin
    return [usable * share // sum(shares) for share in shares]


def _turn(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _WIDE_MARGIN


def _add_close(document: Any, paper: Paper) -> None:
    document.add_paragraph("", style="附注")
    text = f"数据截至 {paper.dated:%Y年%-m月%-d日}；数据版本 {paper.release_id}。"
    document.add_paragraph(text, style="附注")


def shown(value: Cell) -> str:
    """Return what a cell of a table prints; an empty one prints a dash."""
    if value is None or value == "":
        return "—"
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)
