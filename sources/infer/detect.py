"""All tables of a sheet: stacked, side by side, anywhere on it."""

from __future__ import annotations

import itertools

from sources.infer import words
from sources.infer.body import read_body
from sources.infer.card import is_pairs
from sources.infer.cells import Kind, Page
from sources.infer.columns import columns_of
from sources.infer.header import find_header
from sources.infer.roles import Body, Role
from sources.infer.rows import Frame, is_line
from sources.infer.sides import bands, repeated
from sources.infer.structure import FoundColumn, FoundTable
from sources.reader.measures import is_unit, split_unit, stated_units, unit_text
from sources.reader.model import raw_text
from sources.reader.workbook import Sheet, Workbook


def find_tables(book: Workbook, sheet: str | None = None) -> list[FoundTable]:
    """Return the tables of a workbook, or of one sheet of it, in reading order."""
    wanted = [page for page in book.sheets if sheet is None or page.name == sheet]
    return [table for page in wanted for table in tables_of(page)]


def tables_of(sheet: Sheet) -> list[FoundTable]:
    """Return the tables of a sheet in reading order."""
    page = Page(sheet)
    if not page.height or page.width < 2:
        return []
    whole = Frame(1, page.height, 1, page.width)
    return [table for band in bands(page, whole) for table in _scan(page, band, [])]


def _scan(page: Page, frame: Frame, context: list[int]) -> list[FoundTable]:
    """Find tables one under the other. ``context`` are rows above the frame that may name its unit."""
    found: list[FoundTable] = []
    row = start = frame.first
    while row <= frame.last:
        rest = Frame(row, frame.last, frame.left, frame.right)
        header = find_header(page, rest)
        if header is None:
            break
        body = read_body(page, header, rest)
        end = max(body.end, header[-1])
        above = [*context, *range(start, header[0])]
        if body.rows(Role.RECORD) and not is_pairs(page, header, body, rest):
            found.extend(_tables(page, header, body, rest, above))
            start = end + 1
        row = end + 1
    return found


def _tables(page: Page, header: range, body: Body, frame: Frame, above: list[int]) -> list[FoundTable]:
    """Return the table under a header, or the several that stand side by side there."""
    extent = Frame(header[0], max(body.end, header[-1]), frame.left, frame.right)
    parts = bands(page, extent)
    if len(parts) > 1:
        return [table for part in parts for table in _scan(page, part, above)]
    if not parts:
        return []
    narrowed = parts[0]
    stated = _in_corner(page, header, narrowed) or _stated(page, above, narrowed)
    columns = columns_of(page, header, body.rows(Role.RECORD), narrowed, stated)
    groups = repeated(columns)
    return [_table(page, header, body, group, above, first=number == 0) for number, group in enumerate(groups)]


def _table(
    page: Page, header: range, body: Body, columns: list[FoundColumn], above: list[int], *, first: bool
) -> FoundTable:
    left, right = columns[0].index, columns[-1].index
    records = [row for row in body.rows(Role.RECORD) if first or page.filled(row, left, right)]
    records = records or body.rows(Role.RECORD)
    lines = [row for row in above if page.filled(row, 1, page.width)]
    whole = Frame(1, page.height, 1, page.width)
    units = [row for row in lines if is_line(page, row, whole) and _units_in_row(page, row)]
    notes = [row for row in lines if row not in units and _begins_note(page, row)]
    titles = [row for row in lines if row not in units and row not in notes]
    return FoundTable(
        sheet=page.sheet.name,
        header=list(header),
        data=(records[0], records[-1]),
        columns=columns,
        titles=titles,
        totals=body.rows(Role.TOTAL),
        sections=body.rows(Role.SECTION),
        notes=sorted([*notes, *body.rows(Role.NOTE)]),
        units=[*units, *(row for row in header if _is_unit_row(page, row, left, right))],
        blanks=[row for row in body.rows(Role.BLANK) if row < body.last_record],
        title_texts=[raw_text(page.own(row, c)) for row in titles for c in page.filled(row, 1, page.width)],
    )


def _begins_note(page: Page, row: int) -> bool:
    cells = page.filled(row, 1, page.width)
    return words.is_note(page.text(row, cells[0]))


def _is_unit_row(page: Page, row: int, left: int, right: int) -> bool:
    """Say whether a header row holds nothing but units, perhaps behind the word 单位."""
    cells = page.filled(row, left, right)
    kinds_beside = {page.kind(row, column) for column in cells[1:]}
    labelled = any(page.text(row, column) in words.UNIT_LABELS for column in cells[:2]) and Kind.UNIT in kinds_beside
    kinds = {page.kind(row, column) for column in cells if page.text(row, column) not in words.UNIT_LABELS}
    return (len(cells) > 1 and labelled) or (Kind.UNIT in kinds and kinds <= {Kind.UNIT, Kind.MARK})


def _units_in_row(page: Page, row: int) -> list[str]:
    """Return the units that a line above a header names: 单位：…, or a unit alone."""
    cells = page.filled(row, 1, page.width)
    texts = [str(page.own(row, column)) for column in cells]
    joined = [f"{a}{b}" for a, b in itertools.pairwise(texts) if a.rstrip().endswith((":", "："))]
    for text in [*texts, *joined]:
        if units := stated_units(text):
            return units
    if len(cells) == 1 and page.kind(row, cells[0]) is Kind.UNIT and is_unit(texts[0]):
        return [unit_text(texts[0])]
    return []


def _in_corner(page: Page, header: range, frame: Frame) -> list[str]:
    """Return the units that the header states over its labels: 单位：万元, 地区（单位：万元）."""
    shown = (str(page.own(row, frame.left) or "") for row in header)
    return next((units for text in shown if (units := stated_units(text))), [])


def _stated(page: Page, above: list[int], frame: Frame) -> list[str]:
    """Return the units that the lines above a header state, the nearest line first, then a title's brackets."""
    rows = [row for row in reversed(above) if page.filled(row, 1, page.width)]
    for row in rows:
        if units := _units_in_row(page, row):
            return units
    for row in rows:
        for column in page.filled(row, 1, page.width):
            _, unit = split_unit(page.text(row, column))
            if unit:
                return [unit]
    return []
