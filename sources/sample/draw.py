"""Draw a sheet in a department's own style: merged headers, sections, sums, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sources.periods import chinese, first_day
from sources.sample.delivery import Sheet
from sources.sample.items import draw_items
from sources.sample.style import Shown, Style, typed

_side = Side(style="thin")
_GRID = Border(left=_side, right=_side, top=_side, bottom=_side)
_HEAD = Font(name="宋体", size=11, bold=True)
_TITLE = Font(name="方正小标宋简体", size=18)
_CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
#: Fields that sums add up, besides 序号 and rates.
_NO_SUM = ("_rate", "_year", "row_no")

#: Row of the sheet's rows (from 0) and field → cell.
Places = dict[tuple[int, str], str]


@dataclass
class Drawing:
    """A sheet while it is drawn; ``row`` is the next free row."""

    sheet: Worksheet
    style: Style
    words: Mapping[str, str]
    row: int = 1
    places: Places = field(default_factory=dict)

    def line(self, text: str, *, title: bool = False) -> None:
        """Write a line over the whole width."""
        cell = self.sheet.cell(self.row, 1, text.format(**self.words))
        width = len(self.style.columns)
        if title:
            cell.font, cell.alignment = _TITLE, _CENTER
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=width)
        self.row += 1

    def head(self, row: int, column: int, text: str, *, down: int = 0, across: int = 0) -> None:
        """Write a cell of the header over so many more rows and columns."""
        cell = self.sheet.cell(row, column, text)
        cell.font, cell.alignment, cell.border = _HEAD, _CENTER, _GRID
        if down or across:
            _join(self.sheet, (row, column), (row + down, column + across))


def draw(target: Worksheet, content: Sheet, style: Style, who: Mapping[str, str]) -> Places:
    """Draw a sheet and return where each row's values stand. ``who`` gives {department}, {filler}, {reviewer}."""
    start = first_day(content.period)
    words = {
        **who,
        "period": chinese(content.period),
        "year": f"{start.year}",
        "month": f"{start.month}",
        "prior": f"{start.year - 1}",
    }
    drawing = Drawing(target, style, words)
    target.title = style.sheet.format(**words)
    drawing.line(style.title, title=True)
    for text in style.above:
        drawing.line(text)
    if style.items is not None:
        draw_items(drawing, content, style.items)
    else:
        _table(drawing, content, style)
    for text in style.below:
        drawing.line(text)
    return drawing.places


def _table(drawing: Drawing, content: Sheet, style: Style) -> None:
    """Write the header, and a line per record with its sections and sums."""
    _header(drawing)
    if style.total == "top":
        _sum(drawing, "合计", list(content.rows))
    for section, positions in _sections(content, style):
        if section:
            drawing.line(section)
        for position in positions:
            _record(drawing, content, position)
        _merge(drawing, content, positions)
        if section:
            _sum(drawing, f"{section.partition('、')[2]}小计", [content.rows[position] for position in positions])
    if style.total == "bottom":
        _sum(drawing, "合计", list(content.rows))


def _sections(content: Sheet, style: Style) -> Iterator[tuple[str, list[int]]]:
    positions = style.arranged(content.rows)
    if style.group is None:
        yield "", positions
        return
    values = list(dict.fromkeys(content.rows[position][style.group] for position in positions))
    for number, value in enumerate(values):
        inside = [position for position in positions if content.rows[position][style.group] == value]
        yield f"{'一二三四五六七八九十'[number]}、{value}", inside


def _header(drawing: Drawing) -> None:
    """Write the header lines; a parent stands over its neighbours, a short header over all lines."""
    depth, columns, sheet = drawing.style.depth, drawing.style.columns, drawing.sheet
    for number, column in enumerate(columns, start=1):
        for offset, text in enumerate(column.header):
            cell = sheet.cell(drawing.row + offset, number)
            repeated = offset == 0 and number > 1 and len(column.header) > 1 and columns[number - 2].header[0] == text
            cell.value = None if repeated else text.format(**drawing.words)
            cell.font, cell.alignment, cell.border = _HEAD, _CENTER, _GRID
        sheet.column_dimensions[get_column_letter(number)].width = 14
        if len(column.header) == 1 and depth > 1:
            _join(sheet, (drawing.row, number), (drawing.row + depth - 1, number))
    for first, last in _parents(columns):
        _join(sheet, (drawing.row, first), (drawing.row, last))
    drawing.row += depth


def _parents(columns: tuple[Shown, ...]) -> Iterator[tuple[int, int]]:
    first = 1
    for number in range(2, len(columns) + 2):
        same = number <= len(columns) and len(columns[number - 1].header) > 1
        if same and columns[number - 1].header[0] == columns[first - 1].header[0]:
            continue
        if number - 1 > first and len(columns[first - 1].header) > 1:
            yield first, number - 1
        first = number


def _join(sheet: Worksheet, start: tuple[int, int], end: tuple[int, int]) -> None:
    sheet.merge_cells(start_row=start[0], start_column=start[1], end_row=end[0], end_column=end[1])


def _record(drawing: Drawing, content: Sheet, position: int) -> None:
    raws = {fault.field: fault.raw for fault in content.faults if fault.row == position and fault.raw is not None}
    values = content.rows[position]
    for number, column in enumerate(drawing.style.columns, start=1):
        if column.field is None:
            continue
        shown = raws.get(column.field) if column.field in raws else typed(column, values.get(column.field))
        drawing.places[position, column.field] = f"{get_column_letter(number)}{drawing.row}"
        if shown is not None:
            drawing.sheet.cell(drawing.row, number, shown)
    drawing.row += 1


def _merge(drawing: Drawing, content: Sheet, positions: list[int]) -> None:
    """Join equal neighbours of the merged columns; the first of them also ends where the ones before it end."""
    top = drawing.row - len(positions)
    keys = [tuple(content.rows[position].get(name) for name in drawing.style.merge) for position in positions]
    numbers = [
        number for number, column in enumerate(drawing.style.columns, start=1) if column.field in drawing.style.merge
    ]
    start = 0
    for end in range(1, len(keys) + 1):
        if end < len(keys) and keys[end] == keys[start]:
            continue
        if end - start > 1:
            for number in numbers:
                _join(drawing.sheet, (top + start, number), (top + end - 1, number))
        start = end


def _sum(drawing: Drawing, label: str, rows: list[dict[str, Any]]) -> None:
    drawing.sheet.cell(drawing.row, 1, label)
    for number, column in enumerate(drawing.style.columns, start=1):
        values = [row[column.field] for row in rows if column.field in row]
        if number == 1 or column.field is None or column.field.endswith(_NO_SUM):
            continue
        added = [value for value in values if isinstance(value, Decimal)]
        if added:
            drawing.sheet.cell(drawing.row, number, typed(Shown(column.field, (), column.unit), sum(added, Decimal(0))))
    drawing.row += 1
