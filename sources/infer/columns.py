"""The columns of a table: the path of names down the header, the unit, the kind of values."""

from __future__ import annotations

import itertools
from collections import Counter

from sources.infer import words
from sources.infer.cells import Kind, Page
from sources.infer.header_rows import HeaderRows, header_rows
from sources.infer.kinds import column_kind
from sources.infer.rows import Frame
from sources.infer.structure import ColumnKind, FoundColumn
from sources.reader.headers import plain
from sources.reader.measures import is_strong_unit, is_unit, split_unit, stated_units, unit_text
from sources.reader.model import raw_text


def columns_of(page: Page, header: range, records: list[int], frame: Frame, stated: list[str]) -> list[FoundColumn]:
    """Return the columns that have a header or data; ``stated`` are the units of the line above the header."""
    kept = _kept(page, header, records, frame)
    rows = header_rows(page, header, kept)
    paths = _paths(page, rows, kept)
    found = []
    for column in kept:
        path, unit = _named(page, rows, paths[column], column)
        kind, percent = column_kind(page, records, column, path, unit)
        unit = unit or ("%" if percent else None)
        if unit is None and kind is ColumnKind.NUMBER:
            unit = _stated_for(path, stated)
            kind = ColumnKind.PERCENT if unit in ("%", "‰") else kind
        if kind not in (ColumnKind.NUMBER, ColumnKind.PERCENT) and not any(map(split_unit_found, path)):
            unit = None if kind in (ColumnKind.CODE, ColumnKind.DATE) else unit
        found.append(FoundColumn(column, path, unit, kind))
    return found


def split_unit_found(part: str) -> bool:
    """Say whether a part of a path still carries a unit."""
    return split_unit(part)[1] is not None


def _kept(page: Page, header: range, records: list[int], frame: Frame) -> list[int]:
    """Return the columns with a header or with data, without those that a merged cell covers in header and data alike."""
    named = {c for row in header for c in _shown_columns(page, row, frame)}
    held = Counter(c for row in records for c in page.filled(row, frame.left, frame.right))
    columns = sorted(c for c in range(frame.left, frame.right + 1) if c in named or _has_data(c, held, named, records))
    return [column for column in columns if not _covered(page, header[-1], records, column)]


def _has_data(column: int, held: Counter[int], named: set[int], records: list[int]) -> bool:
    """Say whether a column without a header holds data: beside named columns anything, far from them a fifth of the rows."""
    beside = column + 1 in named or column - 1 in named
    return held[column] > 0 if beside else held[column] > 1 and held[column] * 5 >= len(records)


def _shown_columns(page: Page, row: int, frame: Frame) -> list[int]:
    found = []
    for column in range(frame.left, frame.right + 1):
        shown = page.shown(row, column)
        if shown is not None and plain(raw_text(shown)):
            found.append(column)
    return found


def _covered(page: Page, leaf: int, records: list[int], column: int) -> bool:
    """Say whether a column is merged with its left neighbour in the header and in nearly all records."""
    if page.spans(leaf, column)[0] >= column or not records:
        return False
    covered = sum(1 for row in records if page.spans(row, column)[0] < column)
    return covered >= 0.8 * len(records)


def _paths(page: Page, rows: HeaderRows, columns: list[int]) -> dict[int, list[str]]:
    """Return the header texts of each column from top to leaf, parents filled over merged and blank neighbours."""
    lines = [{column: _text(page, row, column) for column in columns} for row in rows.names]
    for number in range(len(lines) - 2, -1, -1):  # the lowest first: what it fills has children for the row above
        _fill_parents(page, rows.names[number], columns, lines[number], lines[number + 1], lines[:number])
    return {column: [line[column] for line in lines if line[column]] for column in columns}


def _text(page: Page, row: int, column: int) -> str:
    value = page.shown(row, column)
    shown = value if isinstance(value, str) else raw_text(value).removesuffix(" 00:00:00")
    return _unit_on_own_line(shown) if "\n" in shown else plain(shown)


def _unit_on_own_line(shown: str) -> str:
    """Bracket a unit that stands on a line of its own, so that it is told from the name."""
    first, _, last = shown.strip().rpartition("\n")
    if first.strip() and is_strong_unit(last) and not plain(last).startswith("("):
        return f"{plain(first)}({plain(last)})"
    return plain(shown)


def _fill_parents(
    page: Page, row: int, columns: list[int], upper: dict[int, str], lower: dict[int, str], above: list[dict[int, str]]
) -> None:
    """Carry a parent over the blank cells to its right that have a child: people forget to merge."""
    for left, column in itertools.pairwise(columns):
        if upper[column] or not lower[column] or not upper[left] or not lower[left]:
            continue
        same_group = all(not line[column] or line[left] == line[column] for line in above)
        if same_group and lower[left] != upper[left] and not _ends_merged(page, row, left):
            upper[column] = upper[left]


def _ends_merged(page: Page, row: int, column: int) -> bool:
    """Say whether the cell is merged over columns: then it covers what it means to cover."""
    first, last = page.spans(row, column)
    return first < last


def _named(page: Page, rows: HeaderRows, texts: list[str], column: int) -> tuple[tuple[str, ...], str | None]:
    """Return path and unit of a column from its header texts and the rows of units."""
    unit: str | None = None
    path: list[str] = []
    for text in reversed(texts):
        rest = [other for other in texts if other != text]
        if is_unit(text) and is_strong_unit(text) and rest and not all(map(is_unit, rest)):
            unit = unit or unit_text(text)
            continue
        name, own = split_unit(text)
        unit = unit or own
        if name and (not path or path[0] != name):
            path.insert(0, name)
    if column in rows.told or (
        column == rows.label and any(page.text(row, column) in words.UNIT_LABELS for row in rows.units)
    ):
        return _topmost(page, rows, column), None
    if column == rows.label and any(map(stated_units, texts)):
        return tuple(path), None
    return tuple(path), _unit_in_rows(page, rows, column) or unit


def _topmost(page: Page, rows: HeaderRows, column: int) -> tuple[str, ...]:
    """Return the first text over a column of attribute labels (GUIDE 4.5)."""
    shown = (_text(page, row, column) for row in range(rows.first, rows.last + 1))
    return tuple(itertools.islice(filter(None, shown), 1))


def _unit_in_rows(page: Page, rows: HeaderRows, column: int) -> str | None:
    """Return what a row of units says about a column; a dash and the word 单位 itself say nothing."""
    for row in reversed(rows.units):
        value = page.shown(row, column)
        text = plain(raw_text(value)) if value is not None else ""
        if (
            text
            and text not in words.UNIT_LABELS
            and page.kind(row, column) is not Kind.MARK
            and not _names(page, text, row, column)
        ):
            return unit_text(text)
    return None


def _names(page: Page, text: str, row: int, column: int) -> bool:
    """Say whether a text in a row of units is a name from a cell merged down from above."""
    return not is_unit(text) and "=" not in text and (len(text) > 12 or page.continues(row, column))


def _stated_for(path: tuple[str, ...], stated: list[str]) -> str | None:
    """Return the unit of the line above for a column without its own; a line of several gives % to rates only."""
    rates = [unit for unit in stated if unit in ("%", "‰")]
    others = [unit for unit in stated if unit not in ("%", "‰")]
    if not stated:
        return None
    name = "".join(path)
    if "=100" in name:
        return None
    is_rate = any(word in name for word in ("增长", "增速", "比重", "占比", "率", "同比", "环比", "±"))
    if rates and others:
        return rates[0] if is_rate else others[0]
    counted = [unit for unit in others if (bare := unit.lstrip("十百千万亿")) and bare in name]
    return (counted or others or rates)[0]
