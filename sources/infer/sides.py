"""Tables beside each other: blocks with a blank column between, and the same header written twice."""

from __future__ import annotations

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page
from sources.infer.rows import Frame
from sources.infer.structure import ColumnKind, FoundColumn


def bands(page: Page, frame: Frame) -> list[Frame]:
    """Split a frame at blank columns into parts that have names and labels of their own; parts come without blank edges."""
    groups = _groups(page, frame)
    if not groups:
        return []
    parts = [groups[0]]
    for left, right in groups[1:]:
        if _stands_alone(page, frame, left, right) and _stands_alone(page, frame, *parts[-1]):
            parts.append((left, right))
        else:
            parts[-1] = (parts[-1][0], right)
    return [Frame(frame.first, frame.last, left, right) for left, right in parts]


def _full_rows(page: Page, frame: Frame) -> list[int]:
    """Return the rows with several cells: titles and notes may run over a gap."""
    return [row for row in range(frame.first, frame.last + 1) if len(page.filled(row, frame.left, frame.right)) >= 2]


def _groups(page: Page, frame: Frame) -> list[tuple[int, int]]:
    """Return runs of columns that hold or show something in rows with several cells."""
    used: set[int] = set()
    for row in _full_rows(page, frame):
        for column in page.filled(row, frame.left, frame.right):
            first, last = page.spans(row, column)
            used.update(range(max(first, frame.left), min(last, frame.right) + 1))
    runs: list[tuple[int, int]] = []
    for column in sorted(used):
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def _stands_alone(page: Page, frame: Frame, left: int, right: int) -> bool:
    """Say whether columns are a table of their own: two or more, the first with labels or running numbers."""
    rows = [row for row in range(frame.first, frame.last + 1) if page.filled(row, left, right)]
    full = [row for row in rows if len(page.filled(row, left, right)) >= 2]
    if right == left or len(full) < 2:
        return False
    if words.is_serial(page.text(full[0], left)):
        return True
    kinds = [page.kind(row, left) for row in full]
    labels = sum(1 for kind in kinds[1:] if kind in WORDS)
    known = sum(1 for kind in kinds[1:] if kind is not Kind.BLANK)
    return kinds[0] in WORDS and labels * 2 > known


def repeated(columns: list[FoundColumn]) -> list[list[FoundColumn]]:
    """Split columns whose header is written again from the left: 城市 环比 同比 | 城市 环比 同比."""
    paths = [column.path for column in columns]
    for width in range(2, len(columns) // 2 + 1):
        whole, rest = divmod(len(columns), width)
        same = all(paths[i] == paths[i % width] for i in range(len(paths)))
        if same and not rest and paths[0] and len(set(paths[:width])) == width and _labelled(columns, width):
            return [columns[i * width : (i + 1) * width] for i in range(whole)]
    return [columns]


def _labelled(columns: list[FoundColumn], width: int) -> bool:
    """Say whether each part begins with a column of labels or running numbers, beside which it has values."""
    firsts = columns[::width]
    return all(
        column.kind in (ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.CODE) or words.is_serial(column.path[-1])
        for column in firsts
    )
