"""The bar chart of a table, native in a workbook and in a Word document (with its figures in an embedded workbook).

There is no kept library for charts in Word: the chart's markup is openpyxl's, which writes the same in both.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.reference import Reference
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.xml.functions import tostring

from orchestration.reports.frozen import frozen
from orchestration.reports.paper import Cell, Paper, Table

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EXTERNAL = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: Height of a chart in centimetres: of all but the bars, and of one bar.
_FRAME_CM, _BAR_CM = 2.0, 0.75
#: Counts up to this have a tick each.
_FEW = 10
#: Where drawings of ours are numbered from; the template may have some of its own.
_FIRST_ID = 9000
_INLINE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:c="{_EXTERNAL}" xmlns:r="{_RELATION}">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="图 {place}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="{relation}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def bars(table: Table, sheet: Any, label: int, value: int) -> BarChart:
    """Return the bar chart of a table that stands on a sheet from A1; ``label`` and ``value`` are its columns from 1.

    The figures stand in the chart too, so that it shows without its workbook being opened.
    """
    last = len(table.rows) + 1
    chart = BarChart()
    chart.type, chart.title, chart.legend = "bar", table.caption, None
    labels, values = (_column(table, place) for place in table.chart or (0, 0))
    of = table.headings[(table.chart or (0, 0))[1]]
    heading, amounts, names = (
        Reference(sheet, min_col=column, min_row=first, max_row=end)
        for column, first, end in ((value, 1, 1), (value, 2, last), (label, 2, last))
    )
    series: Series = SeriesFactory(amounts)
    series.tx = SeriesLabel(strRef=StrRef(f=str(heading), strCache=_texts([of])))
    series.val = NumDataSource(numRef=NumRef(f=str(amounts), numCache=_numbers(values)))
    series.cat = AxDataSource(strRef=StrRef(f=str(names), strCache=_texts(labels)))
    chart.series.append(series)
    chart.y_axis.delete = chart.x_axis.delete = False
    # The first line stands at the top, as in the table.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.gapWidth = 60
    known = [value for value in values if isinstance(value, int | Decimal)]
    if all(isinstance(value, int) for value in known) and max(known, default=0) <= _FEW:
        # Half a project is no tick of an axis.
        chart.y_axis.majorUnit = 1
    return chart


def _column(table: Table, place: int) -> list[Cell]:
    return [row[place] for row in table.rows]


def _numbers(values: list[Cell]) -> NumData:
    known = [NumVal(idx=place, v=str(value)) for place, value in enumerate(values) if isinstance(value, Decimal | int)]
    return NumData(formatCode="General", ptCount=len(values), pt=known)


def _texts(labels: Sequence[Cell]) -> StrData:
    return StrData(ptCount=len(labels), pt=[StrVal(idx=place, v=str(label)) for place, label in enumerate(labels)])


def add_to_document(document: Any, table: Table, paper: Paper) -> None:
    """Add the chart of a table to a document as a paragraph of its own. The same table gives the same bytes."""
    package = document.part.package
    place = 1 + sum(part.content_type == _CHART for part in package.iter_parts())
    book, markup = _embedded(table, paper)
    data = Part(PackURI(f"/word/embeddings/chart{place}.xlsx"), _BOOK, book, package)
    part = Part(PackURI(f"/word/charts/chart{place}.xml"), _CHART, b"", package)
    relation = part.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = markup.replace(b"</chartSpace>", _external(relation) + b"</chartSpace>")
    section = document.sections[0]
    drawing = _INLINE.format(
        width=int(section.page_width - section.left_margin - section.right_margin),
        height=int(Cm(_FRAME_CM + _BAR_CM * len(table.rows))),
        number=_FIRST_ID + place,
        place=place,
        relation=document.part.relate_to(part, RELATIONSHIP_TYPE.CHART),
    )
    paragraph = document.add_paragraph(style="附注")
    paragraph.add_run()._r.append(parse_xml(drawing))


def _embedded(table: Table, paper: Paper) -> tuple[bytes, bytes]:
    """Return the workbook of a chart (labels and values) and the chart's markup."""
    label, value = table.chart or (0, 0)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "数据"
    for row in ((table.headings[label], table.headings[value]), *((row[label], row[value]) for row in table.rows)):
        sheet.append(row)
        # A name that begins with = is a name.
        sheet.cell(sheet.max_row, 1).data_type = "s"
    chart: Any = bars(table, sheet, 1, 2)
    written = io.BytesIO()
    book.save(written)
    return frozen(written.getvalue(), paper.released_at), bytes(tostring(chart._write()))


def _external(relation: str) -> bytes:
    return f'<externalData xmlns:r="{_RELATION}" r:id="{relation}"><autoUpdate val="0"/></externalData>'.encode()
