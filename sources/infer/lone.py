"""Labels that stand alone in their row: headings, empty records, notes below the table."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page
from sources.infer.roles import Body, Role
from sources.infer.rows import Frame, is_wide

#: From this share of empty line items on, a table is a statement or form: its empty rows are records.
MANY_EMPTY = 0.34


@dataclass(frozen=True)
class _Lone:
    """What decides about labels that stand alone: the table's last record, its kind, what its label column holds."""

    page: Page
    frame: Frame
    body: Body
    last: int
    listed: bool
    statement: bool
    form: bool
    announced: bool
    longest_label: dict[int, int]


def settle_lone_rows(page: Page, frame: Frame, body: Body) -> None:
    """Decide for every label without values: a heading, an empty record, or a note below the table."""
    lone = body.rows(Role.LONE)
    if not lone:
        return
    records, last = body.rows(Role.RECORD), body.last_record
    within = [row for row in lone if row < last and not _announces(page, row, frame)]
    after = [row for row in lone if row > last]
    listed = _is_list(page, frame, body, records)
    statement = not listed and _is_statement(page, within, frame, len(records) + len(after))
    form = _is_form(page, frame, body, records)
    announced = any(_opens(page, row, frame) for row in lone)
    known = _Lone(page, frame, body, last, listed, statement, form, announced, _label_lengths(page, frame, records))
    for row in lone:
        body.roles[row] = _lone_role(known, row)


def _label_lengths(page: Page, frame: Frame, records: list[int]) -> dict[int, int]:
    """Return column → length of the longest text in the first records."""
    found: dict[int, int] = {}
    for row in records[:50]:
        for column in page.filled(row, frame.left, frame.right):
            found[column] = max(found.get(column, 0), len(page.text(row, column)))
    return found


def _announces(page: Page, row: int, frame: Frame) -> bool:
    column = page.filled(row, frame.left, frame.right)[0]
    return is_wide(page, row, column, frame) or words.ends_like_heading(page.text(row, column))


def _opens(page: Page, row: int, frame: Frame) -> bool:
    """Say whether a heading ends in a colon as in statements (流动资产：), where labels without one are empty items."""
    label = page.text(row, page.filled(row, frame.left, frame.right)[0])
    return words.announces_rows(label) and not words.is_part(label)


def _is_statement(page: Page, lone: list[int], frame: Frame, others: int) -> bool:
    """Say whether whole line items are empty as a matter of course: runs of three, or a third of all rows.

    Labels with the number of a heading alone (一、, (二)) make no statement: they head sections.
    """
    known = set(lone)
    run = any({row, row + 1, row + 2} <= known for row in lone)
    many = run or len(lone) > MANY_EMPTY * (others + len(lone))
    return many and any(not _numbered(page, row, frame) for row in lone)


def _numbered(page: Page, row: int, frame: Frame) -> bool:
    label = page.text(row, page.filled(row, frame.left, frame.right)[0])
    return words.heads_section(label) or words.is_enumerator(label)


def _is_list(page: Page, frame: Frame, body: Body, records: list[int]) -> bool:
    """Say whether the table lists things in words, three at least for each: no line of it is empty as a matter of course."""
    widths = [len(page.filled(row, frame.left, frame.right)) for row in records]
    return bool(widths) and median(widths) >= 3 and not body.profile.numeric()


def _is_form(page: Page, frame: Frame, body: Body, records: list[int]) -> bool:
    """Say whether the cells for values are still empty: no number outside of the column of labels."""
    if any(column > frame.left for column in body.profile.numeric()):
        return False
    widths = [len(page.filled(row, frame.left, frame.right)) for row in records]
    return not widths or median(widths) * 2 < len(body.profile.filled() | {frame.left, frame.right})


def _lone_role(known: _Lone, row: int) -> Role:
    page, frame, body = known.page, known.frame, known.body
    column = page.filled(row, frame.left, frame.right)[0]
    label = page.text(row, column)
    kind = page.kind(row, column)
    wide = is_wide(page, row, column, frame)
    if row > known.last:
        return _trailing(known, row, wide=wide)
    if kind not in WORDS or (kind is Kind.PERIOD and not wide):
        return Role.RECORD
    if words.is_prose(label) and not wide and known.longest_label.get(column, 0) < 25:
        return Role.NOTE
    if wide or words.ends_like_heading(label) or column in body.profile.numeric() or words.is_enumerator(label):
        return Role.SECTION
    if known.form or known.statement or words.is_line_item(label):
        return Role.RECORD
    if words.heads_section(label):
        return Role.SECTION
    if known.announced:
        return Role.RECORD
    narrow = len(body.profile.filled()) < 3
    followed = not known.listed and body.roles.get(row + 1) is Role.LONE
    return Role.RECORD if narrow or followed else Role.SECTION


def _trailing(known: _Lone, row: int, *, wide: bool) -> Role:
    """A label under the last record: an empty record of a statement or form, else a note."""
    page, body = known.page, known.body
    column = page.filled(row, known.frame.left, known.frame.right)[0]
    label = page.text(row, column)
    apart = body.roles.get(row - 1) in (Role.BLANK, Role.NOTE, Role.TOTAL)
    if wide or words.is_prose(label) or words.is_note(label) or label.startswith(("*", "※")):
        return Role.NOTE
    if (known.form or known.statement) and not apart:
        return Role.RECORD
    in_place = bool(body.profile.counts.get(column)) and page.kind(row, column) in body.profile.counts[column]
    return Role.NOTE if apart or not in_place else Role.RECORD
