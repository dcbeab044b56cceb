"""The rows under a header: where the table ends, and which rows are records, sums, headings, notes or blank."""

from __future__ import annotations

from statistics import median

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page
from sources.infer.lone import settle_lone_rows
from sources.infer.next_table import starts_new
from sources.infer.roles import Body, Role
from sources.infer.rows import Frame, is_line, is_lone, total_label

#: More lines than this between two tables are not looked through for the next header.
LOOKED_AHEAD = 12


def read_body(page: Page, header: range, frame: Frame) -> Body:
    """Read the rows under a header up to the next table or the end of the frame."""
    body = Body()
    row = header[-1] + 1
    while row <= frame.last and not _ends_before(page, row, header, frame, body):
        body.roles[row] = _role(page, row, frame, body)
        if body.roles[row] is Role.RECORD:
            body.profile.add(page, row, frame)
        row += 1
    _trim_blanks(body)
    settle_lone_rows(page, frame, body)
    _settle_remarks(page, frame, body)
    return body


def _ends_before(page: Page, row: int, header: range, frame: Frame, body: Body) -> bool:
    """Say whether another table, or the title lines above it, begins with this row."""
    cells = page.filled(row, frame.left, frame.right)
    if not cells:
        return False
    if not is_lone(page, row, frame) and not is_line(page, row, frame):
        return starts_new(page, row, header, frame, body.profile, after_break=_after_break(body, row))
    if words.is_note(page.text(row, cells[0])) or _continues_notes(page, row, frame, body):
        return False
    ahead = _next_full_row(page, row, frame)
    titled = body.roles.get(row - 1) is Role.BLANK
    return ahead is not None and starts_new(
        page, ahead, header, frame, body.profile, after_break=True, after_title=titled
    )


def _after_break(body: Body, row: int) -> bool:
    return body.roles.get(row - 1) in (Role.BLANK, Role.LONE, Role.NOTE, Role.TOTAL)


def _continues_notes(page: Page, row: int, frame: Frame, body: Body) -> bool:
    """Say whether a text goes on with the note above it."""
    column = page.filled(row, frame.left, frame.right)[0]
    label = page.text(row, column)
    goes_on = label[:1].isdigit() or words.is_prose(label) or label[:1] in "①②③④⑤(*"
    return body.roles.get(row - 1) is Role.NOTE and goes_on


def _next_full_row(page: Page, row: int, frame: Frame) -> int | None:
    """Return the next row with several cells, None when it is far away."""
    for number in range(row + 1, min(frame.last, row + LOOKED_AHEAD) + 1):
        cells = page.filled(number, frame.left, frame.right)
        if cells and not is_lone(page, number, frame) and not is_line(page, number, frame):
            return number
    return None


def _role(page: Page, row: int, frame: Frame, body: Body) -> Role:
    cells = page.filled(row, frame.left, frame.right)
    if not cells:
        return Role.BLANK
    first = page.text(row, cells[0])
    if total_label(page, row, frame):
        return Role.TOTAL
    if (len(cells) <= 2 and words.is_note(first)) or (
        is_line(page, row, frame) and (words.labels_a_line(first) or words.is_note(first))
    ):
        return Role.NOTE
    if len(cells) > 1 and all(words.announces_rows(page.text(row, column)) for column in cells):
        return Role.SECTION
    if is_lone(page, row, frame):
        return Role.NOTE if _follows_note(body, row) and not words.heads_section(first) else Role.LONE
    return Role.RECORD


def _follows_note(body: Body, row: int) -> bool:
    return body.roles.get(row - 1) is Role.NOTE


def _trim_blanks(body: Body) -> None:
    for row in sorted(body.roles, reverse=True):
        if body.roles[row] is not Role.BLANK:
            return
        del body.roles[row]


def _settle_remarks(page: Page, frame: Frame, body: Body) -> None:
    """Rows of label and explanation under the records of a wider table are notes (GUIDE 3.7)."""
    records = body.rows(Role.RECORD)
    widths = [len(page.filled(row, frame.left, frame.right)) for row in records]
    if not widths or median(widths) < 3:
        return
    for row in reversed(body.rows(Role.RECORD, Role.NOTE)):
        if body.roles[row] is Role.RECORD and not _explains(page, row, frame, body):
            return
        body.roles[row] = Role.NOTE


def _explains(page: Page, row: int, frame: Frame, body: Body) -> bool:
    cells = page.filled(row, frame.left, frame.right)
    if len(cells) != 2 or page.kind(row, cells[0]) not in WORDS:
        return False
    second = cells[1]
    first, last = page.spans(row, second)
    if page.kind(row, second) is Kind.NUMBER:
        return False
    merged = last - first + 1 >= 2 and (last - first + 1) * 2 >= frame.right - frame.left
    return merged or (second in body.profile.numeric() and words.is_prose(page.text(row, second)))
