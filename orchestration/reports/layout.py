"""The page of every paper: a Word template with the styles, the red head and the page number.

The template stands in ``templates/paper.docx``; an office that wants other fonts or another head copies it to
``TAIZHANG_HOME/templates/paper.docx`` and edits it there. ``python -m orchestration.reports.layout`` writes it anew.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from orchestration.reports.frozen import frozen
from sources.home import Home

TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"

#: When the template was laid out; a template has no release to take its time from.
_LAID_OUT = datetime(2026, 1, 1)
_RED = RGBColor(0xC8, 0x10, 0x1E)

#: Style, Chinese font, size in points, bold. Sizes of 党政机关公文格式 (GB/T 9704): 二号 22, 三号 16, 小四 12.
_STYLES = (
    ("红头", "宋体", 26, True),
    ("文号", "仿宋", 14, False),
    ("标题", "宋体", 20, True),
    ("一级标题", "黑体", 15, False),
    ("二级标题", "楷体", 15, False),
    ("正文段", "仿宋", 15, False),
    ("表题", "黑体", 11, False),
    ("表头", "宋体", 9, True),
    ("表文", "宋体", 9, False),
    ("附注", "仿宋", 10, False),
)
#: What a template must have for a paper to be laid out.
STYLE_NAMES = tuple(name for name, *_ in _STYLES)
_CENTRED = ("红头", "文号", "标题", "表题", "表头")
_HEADINGS = {"一级标题": 0, "二级标题": 1}


def template_of(home: Home) -> Path:
    """Return the office's own template when there is one, else the one that comes with the program."""
    own = home.root / "templates" / TEMPLATE.name
    return own if own.is_file() else TEMPLATE


def template() -> bytes:
    """Return the template as a .docx; the same every time."""
    document = Document()
    _set_page(document)
    for name, font, size, bold in _STYLES:
        _add_style(document, name, font, size, bold)
    _add_head(document)
    _add_page_number(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "公文模板", "taizhang", ""
    written = io.BytesIO()
    document.save(written)
    return frozen(written.getvalue(), _LAID_OUT)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.8)
    section.left_margin = section.right_margin = Cm(2.6)


def _add_style(document: Any, name: str, font: str, size: int, bold: bool) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.font.bold = "Times New Roman", Pt(size), bold
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(0), Pt(0)
    if name in _CENTRED:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if name in ("正文段", "一级标题", "二级标题"):
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(27)
        layout.first_line_indent = Pt(2 * size)
    if name in _HEADINGS:
        layout.keep_with_next = True
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(_HEADINGS[name]))
        style.element.get_or_add_pPr().append(level)
    if name in ("表头", "表文"):
        layout.space_before, layout.space_after, layout.line_spacing = Pt(2), Pt(2), 1.15
    if name == "表题":
        layout.space_before, layout.space_after, layout.keep_with_next = Pt(8), Pt(4), True
    if name in ("红头", "标题"):
        layout.space_after = Pt(10)
        style.font.color.rgb = _RED if name == "红头" else RGBColor(0, 0, 0)


def _add_head(document: Any) -> None:
    """Write the head as fields that ``docxtpl`` fills: what an office may move, restyle or take out."""
    document.add_paragraph("{{ issuer }}", style="红头")
    number = document.add_paragraph("{{ number }}", style="文号")
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "6"), ("color", "C8101E")):
        line.set(qn(f"w:{key}"), value)
    border.append(line)
    number.paragraph_format.space_after = Pt(16)
    number._p.get_or_add_pPr().append(border)
    document.add_paragraph("{{ title }}", style="标题")


def _add_page_number(document: Any) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    run = footer.add_run()
    for kind in ("begin", None, "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        run._r.append(part)
    footer.add_run(" —")


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(template())
