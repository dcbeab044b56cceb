"""Where a header begins and ends: by merged cells, by the kinds of cells below, by what its labels say."""

from __future__ import annotations

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page
from sources.infer.rows import (
    Frame,
    Profile,
    counts_up,
    is_line,
    is_lone,
    is_wide,
    names_numbers,
    profile_below,
    total_label,
)
from sources.reader.attributes import tells

#: No header is taller.
TALLEST = 12
#: A name of a column is shorter; longer texts are prose.
LONGEST_NAME = 120


def find_header(page: Page, frame: Frame) -> range | None:
    """Return the rows of the first header in the frame, None when there is none."""
    for row in range(frame.first, frame.last + 1):
        if could_start(page, row, frame):
            top = _with_group_above(page, row, frame)
            end = header_end(page, top, row, frame)
            top = _below_pairs(page, top, end, frame)
            if end < frame.last:
                return range(top, end + 1)
    return None


def could_start(page: Page, row: int, frame: Frame) -> bool:
    """Say whether a row may be the first of a header: several names, no values."""
    cells = page.filled(row, frame.left, frame.right)
    if len(cells) == 1 and _names_one_value(page, row, cells[0], frame):
        return True
    if len(cells) < 2 or is_line(page, row, frame):
        return False
    kinds = [page.kind(row, column) for column in cells]
    if Kind.NUMBER in kinds and not (names_numbers(page, row, cells) or counts_up(page, row, cells)):
        return False
    named = sum(1 for kind in kinds if kind in WORDS or kind is Kind.NUMBER)
    if named < 2 and not (named and len(cells) == 2):
        return False
    if any(len(page.text(row, column)) > LONGEST_NAME for column in cells):
        return False
    return not words.is_total(page.text(row, cells[0])) or kinds.count(Kind.TEXT) > 2


def _names_one_value(page: Page, row: int, column: int, frame: Frame) -> bool:
    """Say whether a cell alone names the only column of values: its neighbour, the column of labels, has no name."""
    below = page.filled(row + 1, frame.left, frame.right)
    labelled = len(below) == 2 and below[1] == column and page.kind(row + 1, below[0]) in WORDS
    valued = page.kind(row + 1, column) is Kind.NUMBER and page.kind(row, column) is Kind.TEXT
    return labelled and valued and len(page.text(row, column)) <= 20 and not is_line(page, row, frame)


def _with_group_above(page: Page, row: int, frame: Frame) -> int:
    """Return the row above when it holds the one group of the header (2023年 over some of the columns)."""
    above = row - 1
    if above < frame.first or not is_lone(page, above, frame) or is_line(page, above, frame):
        return row
    (column,) = page.filled(above, frame.left, frame.right)
    first, last = page.spans(above, column)
    cells = page.filled(row, frame.left, frame.right)
    start = min(cells[0], _first_column_below(page, row, frame))
    if first <= start or words.is_note(page.text(above, column)):
        return row
    covers = [cell for cell in cells if first <= cell <= last]
    grouped = first < last and len(covers) >= 2
    brief = page.kind(above, column) is Kind.PERIOD or words.is_group_name(page.text(above, column))
    values_before = [c for c in profile_below(page, row, frame).numeric() if start <= c < first]
    return above if grouped or (first == last and brief and not values_before) else row


def _first_column_below(page: Page, row: int, frame: Frame) -> int:
    return min(profile_below(page, row, frame).filled(), default=frame.left)


def _below_pairs(page: Page, top: int, end: int, frame: Frame) -> int:
    """Leave out a line of label and value pairs above a header that begins with 序号."""
    for row in range(top + 1, end + 1):
        cells = page.filled(row, frame.left, frame.right)
        over = page.text(row - 1, cells[0]) if cells else ""
        if len(cells) >= 3 and words.is_serial(page.text(row, cells[0])) and over and not words.is_serial(over):
            return row
    return top


def header_end(page: Page, top: int, row: int, frame: Frame) -> int:
    """Return the last row of the header whose first rows are ``top`` to ``row``."""
    end = _merged_down(page, top, row, frame)
    while end < frame.last and end - top + 1 < TALLEST and continues_header(page, top, end + 1, frame):
        end = _merged_down(page, top, end + 1, frame)
    return end


def _merged_down(page: Page, top: int, end: int, frame: Frame) -> int:
    """Follow cells that are merged downwards."""
    row = top
    while row <= end:
        for column in page.filled(row, frame.left, frame.right):
            merge = page.merge(row, column)
            if merge and merge[2] > end and merge[2] - top < TALLEST and merge[2] < frame.last:
                end = merge[2]
        row += 1
    return end


def continues_header(page: Page, top: int, row: int, frame: Frame) -> bool:
    """Say whether a row under a header is still part of it."""
    cells = page.filled(row, frame.left, frame.right)
    if not cells:
        return False
    below = profile_below(page, row, frame)
    numeric = below.numeric()
    if _is_attribute(page, row, cells, numeric) or _is_units(page, row, cells, frame):
        return True
    if total_label(page, row, frame) and not names_over_values(page, row, cells, below):
        return False
    if _other_language(page, row, cells):
        return True
    if is_lone(page, row, frame) and (
        words.heads_section(page.text(row, cells[0])) or _is_label(page, row, cells, frame, numeric)
    ):
        return False
    if names_over_values(page, row, cells, below) or _numbered(page, row, cells, frame):
        return True
    return _children(page, row, cells) or _fills_gaps(page, row, cells, frame)


def _is_label(page: Page, row: int, cells: list[int], frame: Frame, numeric: set[int]) -> bool:
    """Say whether a cell alone is the label of a record or a heading: wide, numbered, or not above numbers."""
    return len(cells) > 1 or is_wide(page, row, cells[0], frame) or cells[0] not in numeric


def _is_attribute(page: Page, row: int, cells: list[int], numeric: set[int]) -> bool:
    """频率, 单位, 指标ID …: the label of a row that tells something about each series."""
    if len(cells) < 2 or not numeric:
        return False
    labels = [column for column in cells[:2] if page.text(row, column) in words.ATTRIBUTES and column not in numeric]
    return any(_tells(page, row, column, cells) for column in labels)


def _tells(page: Page, row: int, label: int, cells: list[int]) -> bool:
    said = [page.text(row, column) for column in cells if column > label]
    return bool(said) and tells(page.text(row, label), said * 2 if len(said) == 1 else said)


def _is_units(page: Page, row: int, cells: list[int], frame: Frame) -> bool:
    """Say whether a row holds nothing but units; a unit in the column of labels is a record."""
    kinds = [page.kind(row, column) for column in cells]
    named = [kind for column, kind in zip(cells, kinds, strict=True) if page.text(row, column) not in words.UNIT_LABELS]
    if Kind.UNIT not in named or not set(named) <= {Kind.UNIT, Kind.MARK}:
        return False
    return cells[0] > frame.left or len(cells) > 1


def names_over_values(page: Page, row: int, cells: list[int], below: Profile) -> bool:
    """Say whether the row has names where the rows below have values, and no values of its own."""
    numeric, periods = below.numeric(), below.periods()
    names = [column for column in cells if column in numeric and page.kind(row, column) in WORDS]
    values = [column for column in cells if column in numeric and page.kind(row, column) is Kind.NUMBER]
    if values:
        return names_numbers(page, row, cells) and not names_numbers(page, row + 1, values)
    if not names or _one_odd_cell(page, row, cells, names):
        return False
    names += [column for column in cells if column in periods and page.kind(row, column) in (Kind.TEXT, Kind.UNIT)]
    valued = numeric | periods
    return len(names) * 2 >= sum(1 for column in cells if column in valued)


def _one_odd_cell(page: Page, row: int, cells: list[int], names: list[int]) -> bool:
    """Say whether the row is a record with one word among its numbers (若干): labelled, under a header that has its names."""
    (first, *others), above = cells, page.kind(row - 1, names[0])
    labelled = bool(others) and first not in names and page.kind(row, first) is Kind.TEXT
    return len(names) == 1 and page.kind(row, names[0]) is Kind.TEXT and labelled and above in WORDS


def _numbered(page: Page, row: int, cells: list[int], frame: Frame) -> bool:
    """Say whether a row numbers the columns, or months under a group: 甲 乙 1 2 3, 栏次 1 2 3."""
    label = page.text(row, cells[0])
    if words.numbers_by_stems([page.text(row, column) for column in cells]):
        return True
    if len(cells) >= 2 and all(words.is_column_number(page.text(row, column)) for column in cells[-2:]):
        return words.is_column_number(label) or label in words.NUMBERED or cells[0] > frame.left
    unlabelled = cells[0] > frame.left or page.kind(row, cells[0]) is Kind.NUMBER
    return counts_up(page, row, cells) and (unlabelled or label in words.NUMBERED)


def _other_language(page: Page, row: int, cells: list[int]) -> bool:
    """Say whether a lone label repeats the header above it in Latin letters: Region under 地区."""
    label, above = page.text(row, cells[0]), page.text(row - 1, cells[0])
    return len(cells) == 1 and label.isascii() and label[:1].isalpha() and bool(above) and not above.isascii()


def _children(page: Page, row: int, cells: list[int]) -> bool:
    """Say whether a row names the columns under a merged cell of the row above, and is blank elsewhere."""
    kinds = {page.kind(row, column) for column in cells}
    if Kind.NUMBER in kinds or Kind.MARK in kinds:
        return False
    under = [column for column in cells if _parent(page, row, column)]
    return len(under) >= 2 and len(under) == len(cells)


def _parent(page: Page, row: int, column: int) -> bool:
    """Say whether a horizontally merged cell ends just above."""
    merge = page.merge(row - 1, column)
    return bool(merge and merge[3] > merge[1] and merge[2] == row - 1)


def _fills_gaps(page: Page, row: int, cells: list[int], frame: Frame) -> bool:
    """Say whether a row of words stands exactly under the blanks of the row above and their left neighbours."""
    above = page.filled(row - 1, frame.left, frame.right)
    if len(above) < 2 or any(page.kind(row, column) not in WORDS for column in cells):
        return False
    right = max(cells[-1], above[-1])
    gaps = [column for column in range(above[0], right + 1) if column not in above and not _parent(page, row, column)]
    single = [column for column in above if column + 1 not in gaps and column not in cells]
    return bool(gaps) and bool(single) and set(gaps) <= set(cells) and set(cells) <= set(gaps) | {g - 1 for g in gaps}
