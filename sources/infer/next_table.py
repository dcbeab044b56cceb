"""Where a table ends because the header of another one begins."""

from __future__ import annotations

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page
from sources.infer.header import could_start, names_over_values
from sources.infer.rows import Frame, Profile, counts_up, label_of, names_numbers, profile_below


def repeats(page: Page, row: int, header: range, frame: Frame) -> bool:
    """Say whether a row writes a row of the header again."""
    cells = page.filled(row, frame.left, frame.right)
    if len(cells) < 2:
        return False
    if not any(page.text(row, cells[0]) == page.text(known, cells[0]) for known in header):
        return False
    return any(
        sum(1 for column in cells if page.text(row, column) == page.text(known, column)) >= 0.8 * len(cells)
        for known in header
    )


def starts_new(
    page: Page, row: int, header: range, frame: Frame, body: Profile, *, after_break: bool, after_title: bool = False
) -> bool:
    """Say whether a row under a table's body is the header of another table.

    ``after_break``: a blank row, a heading, a note or a sum stands above; ``after_title``: a blank row and a title.
    """
    cells = page.filled(row, frame.left, frame.right)
    valued = any(page.kind(row, column) is Kind.NUMBER for column in cells)
    if valued and not names_numbers(page, row, cells) and not counts_up(page, row, cells):
        return False
    if repeats(page, row, header, frame):
        return True
    if not could_start(page, row, frame):
        return False
    names = [page.text(row, column) for column in cells]
    usual = sum(1 for name in names if words.names_column(name))
    distinct = len(set(names)) == len(names)
    if words.is_serial(names[0]) and distinct:
        return True
    if _wider(page, row, cells, body.filled() | _headed(page, header, frame), frame):
        return True
    if _over_numbers(page, row, cells, body, frame):
        return after_break or distinct or usual * 2 >= len(cells)
    if after_break and names_over_values(page, row, cells, profile_below(page, row, frame)):
        return True
    if after_break and _other_kind(page, row, cells, body):
        return True
    if after_title and not valued and (usual or set(cells) != body.usual_columns()):
        return True
    return after_break and usual >= 2 and usual * 2 >= len(cells) and not _usual(page, row + 1, frame)


def _other_kind(page: Page, row: int, cells: list[int], body: Profile) -> bool:
    """Say whether this row and the next have words where the table has numbers."""
    inside = [column for column in cells if column in body.numeric()]
    worded = [page.kind(line, column) in WORDS for line in (row, row + 1) for column in inside]
    return bool(worded) and all(worded)


def _usual(page: Page, row: int, frame: Frame) -> bool:
    label = label_of(page, row, frame)
    return words.is_serial(label)


def _headed(page: Page, header: range, frame: Frame) -> set[int]:
    """Return the columns from the first to the last that a header names."""
    named = [page.spans(row, column) for row in header for column in page.filled(row, frame.left, frame.right)]
    return set(range(min(first for first, _ in named), max(last for _, last in named) + 1)) if named else set()


def _wider(page: Page, row: int, cells: list[int], known: set[int], frame: Frame) -> bool:
    """Say whether a row of names, and the one below, reach far beyond the ``known`` columns of the table."""
    beyond = [column for column in cells if known and (column > max(known) or column < min(known))]
    below = page.filled(row + 1, frame.left, frame.right)
    return len(beyond) >= 2 and len(beyond) * 5 >= 2 * len(cells) and bool(set(beyond) & set(below))


def _over_numbers(page: Page, row: int, cells: list[int], body: Profile, frame: Frame) -> bool:
    """Say whether names stand where the table has numbers, above numbers."""
    valued = body.numeric()
    inside = [column for column in cells if column in valued]
    names = [column for column in inside if page.kind(row, column) in WORDS]
    if not names and not (inside and names_numbers(page, row, cells) and len(inside) >= 3):
        return False
    if names and len(names) < len(inside) and not names_numbers(page, row, cells):
        return False
    below = profile_below(page, row, Frame(frame.first, min(frame.last, row + 6), frame.left, frame.right))
    return bool(below.numeric() & set(inside)) and len(inside) >= min(2, len(valued))
