"""Cards: lines of labels with their values beside them, which are no table (GUIDE 2.1)."""

from __future__ import annotations

from sources.infer import words
from sources.infer.cells import Page
from sources.infer.roles import Body, Role
from sources.infer.rows import Frame


def is_pairs(page: Page, header: range, body: Body, frame: Frame) -> bool:
    """Say whether the lines are labels with their values (联系人 张三 电话 …), a card and no table."""
    records = body.rows(Role.RECORD)
    if len(header) > 1 or len(records) > 3 or len(body.roles) > len(records):
        return False
    rows = [page.filled(row, frame.left, frame.right) for row in (header[0], *records)]
    if any(len(cells) % 2 or len(cells) < 4 for cells in rows):
        return False
    labels = [page.text(row, c) for row, cells in zip((header[0], *records), rows, strict=True) for c in cells[::2]]
    return sum(1 for label in labels if words.names_column(label)) * 2 > len(labels) and _differ(
        page, header[0], rows[0]
    )


def _differ(page: Page, row: int, cells: list[int]) -> bool:
    """Say whether the values beside the labels of a first line are no column names themselves."""
    return not any(words.names_column(page.text(row, column)) for column in cells[1::2])
