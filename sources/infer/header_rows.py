"""The rows of a header by what they tell: names of columns, facts about each column, units, numbers of columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page
from sources.infer.rows import counts_up
from sources.reader.attributes import tells

#: Attribute rows that exports put above the names.
_FIRST_ATTRIBUTES = words.ATTRIBUTES - words.ATTRIBUTES_IF_SAME


@dataclass
class HeaderRows:
    """The rows of a header by what they tell: names, or facts about each column; ``units`` are rows of units only."""

    names: list[int]
    units: list[int]
    label: int
    first: int
    last: int
    #: Columns in which the words 频率, 单位, 指标ID … themselves stand.
    told: set[int] = field(default_factory=set)


def header_rows(page: Page, header: range, columns: list[int]) -> HeaderRows:
    """Return the rows of a header sorted into names and units; facts and numbers of columns are neither."""
    label = columns[0] if columns else 1
    found = HeaderRows([], [], label, header[0], header[-1])
    for row in header:
        attribute = _attribute(page, row, columns)
        if row == header[0] and not (attribute in _FIRST_ATTRIBUTES and row < header[-1]):
            attribute = None
        if attribute:
            found.told |= {column for column in columns[:2] if page.text(row, column) == attribute}
        if attribute in words.UNIT_LABELS:
            found.units.append(row)
        elif attribute or (row > header[0] and _only_numbers(page, header, row, columns)):
            continue
        elif row > header[0] and _only_units(page, row, columns):
            found.units.append(row)
        else:
            found.names.append(row)
    return found


def _attribute(page: Page, row: int, columns: list[int]) -> str | None:
    """Return the label of an attribute row (频率, 单位, 地区 the same everywhere), None for a row of names."""
    for column in columns[:2]:
        label = page.text(row, column)
        if label in words.ATTRIBUTES and page.own(row, column) is not None:
            said = [page.text(row, other) for other in columns if other > column and page.text(row, other)]
            if tells(label, said * 2 if len(said) == 1 else said):
                return label
    return None


def _only_units(page: Page, row: int, columns: list[int]) -> bool:
    kinds = {page.kind(row, column) for column in columns} - {Kind.BLANK}
    return Kind.UNIT in kinds and kinds <= {Kind.UNIT, Kind.MARK}


def _only_numbers(page: Page, header: range, row: int, columns: list[int]) -> bool:
    """Say whether a row numbers columns that have their names already."""
    filled = [column for column in columns if page.kind(row, column)]
    if words.numbers_by_stems([page.text(row, column) for column in filled]):
        return True
    lettered = [column for column in filled if words.is_column_number(page.text(row, column))]
    if row != header[-1] or not (counts_up(page, row, filled) or len(lettered) >= 2):
        return False
    filled = [column for column in filled if page.kind(row, column) is Kind.NUMBER or column in lettered]
    return all(
        any(page.kind(above, column) in WORDS for above in range(header[0], row)) or page.continues(row - 1, column)
        for column in filled
    )
