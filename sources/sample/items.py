"""Draw a form with one row per item and its records side by side (``items_down`` of the form), as finance departments do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from sources.contract import Field, Form
from sources.sample.style import Shown, typed

if TYPE_CHECKING:
    from sources.sample.delivery import Sheet
    from sources.sample.draw import Drawing


@dataclass(frozen=True)
class Items:
    """The layout: what stands over the items, the field that tells records apart, what is told of an item, and each item's
    columns, None where it has none."""

    heading: str
    record: str
    measures: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Shown | None, ...]], ...]


def items_of(form: Form, columns: Sequence[Shown], alias: int) -> Items:
    """Return the columns of a form as items and what is told of them: parts of the total have no more than is usual.

    ``alias`` n takes the n-th other word for each measure. The columns are those of the form's usual layout.
    """
    shape = form.items_down
    assert shape is not None, form.id
    measures: list[str] = []
    lines: dict[str, dict[str, Shown]] = {shape.total: {}}
    for column in columns:
        if column.field in (None, shape.record):
            continue
        field = form.fields[str(column.field)]
        item, measure = _told(form, field)
        mark = "（%）" if column.unit == "%" else ""
        words = (measure, *shape.measures.get(measure, ()))
        said = words[min(alias, len(words) - 1)] + mark
        measures += [said] if said not in measures else []
        lines.setdefault(item, {})[said] = column
    told = tuple((item, tuple(line.get(measure) for measure in measures)) for item, line in lines.items())
    return Items(shape.heading[0], shape.record, tuple(measures), told)


def _told(form: Form, field: Field) -> tuple[str, str]:
    """Return of which item a field tells what: 一般公共预算收入本月 of the total, 增值税 its usual measure, 年初预算 of the total."""
    shape = form.items_down
    assert shape is not None, form.id
    if field.title.startswith(shape.total):
        return shape.total, field.title.removeprefix(shape.total)
    is_item = any(f"{field.title}{shape.usual}" == word for word in field.titles)
    return (field.title, shape.usual) if is_item else (shape.total, field.title)


def draw_items(drawing: Drawing, content: Sheet, items: Items) -> None:
    """Write the two lines of the header and a line per item; remember where each record's values stand."""
    sheet, top, width = drawing.sheet, drawing.row, len(items.measures)
    drawing.head(top, 1, items.heading, down=1)
    for number, record in enumerate(content.rows):
        first = 2 + number * width
        drawing.head(top, first, str(record[items.record]), across=width - 1)
        drawing.places[number, items.record] = f"{get_column_letter(first)}{top}"
        for offset, measure in enumerate(items.measures):
            drawing.head(top + 1, first + offset, measure)
    drawing.row = top + 2
    for item, columns in items.lines:
        sheet.cell(drawing.row, 1, item)
        for number, record in enumerate(content.rows):
            raws = {fault.field: fault.raw for fault in content.faults if fault.row == number and fault.raw is not None}
            for offset, column in enumerate(columns):
                if column is None or column.field is None:
                    continue
                at = (drawing.row, 2 + number * width + offset)
                drawing.places[number, column.field] = f"{get_column_letter(at[1])}{at[0]}"
                sheet.cell(*at, raws.get(column.field, typed(column, record.get(column.field))))
        drawing.row += 1
