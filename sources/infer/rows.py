"""Questions about one row of a page: blank, a lone label, a line above a form, the columns that count below it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page, is_month, is_year, small_count
from sources.reader.headers import plain
from sources.reader.measures import stated_units
from sources.reader.model import raw_text

#: Rows under a header that are looked at to tell what its columns hold.
SAMPLED_ROWS = 40
#: So many blank rows part a table from what somebody left on the sheet.
WIDE_GAP = 3
#: What a line above a form says, it says at its beginning.
LONGEST_LINE = 120
#: A column is numeric when this share of its values is.
MOSTLY = 0.6


@dataclass(frozen=True)
class Frame:
    """A part of a page, counted from 1, all ends included."""

    first: int
    last: int
    left: int
    right: int


@dataclass
class Profile:
    """What the columns of some rows hold: counts of kinds by column."""

    counts: dict[int, Counter[Kind]] = field(default_factory=dict)

    def add(self, page: Page, row: int, frame: Frame) -> None:
        """Count the cells of a row."""
        for column in page.filled(row, frame.left, frame.right):
            self.counts.setdefault(column, Counter())[page.kind(row, column)] += 1

    def numeric(self) -> set[int]:
        """Return the columns that hold mostly numbers."""
        return {column for column, count in self.counts.items() if _share(count, {Kind.NUMBER}) >= MOSTLY}

    def periods(self) -> set[int]:
        """Return the columns that hold mostly years, months or days."""
        return {column for column, count in self.counts.items() if _share(count, {Kind.PERIOD}) >= MOSTLY}

    def filled(self) -> set[int]:
        """Return the columns that hold anything."""
        return set(self.counts)

    def usual_columns(self) -> set[int]:
        """Return the columns that hold something in most rows."""
        most = max((sum(count.values()) for count in self.counts.values()), default=0)
        return {column for column, count in self.counts.items() if sum(count.values()) * 2 > most}


def _share(count: Counter[Kind], kinds: set[Kind]) -> float:
    wanted = sum(count[kind] for kind in kinds)
    known = count[Kind.NUMBER] + sum(count[kind] for kind in WORDS)
    return wanted / known if known else 0.0


def sample(page: Page, row: int, frame: Frame) -> list[int]:
    """Return the rows with cells after ``row`` that tell what its columns hold, up to a gap or the next header."""
    found: list[int] = []
    valued: set[int] = set()
    blanks = 0
    for number in range(row + 1, frame.last + 1):
        cells = page.filled(number, frame.left, frame.right)
        blanks = 0 if cells else blanks + 1
        gap = not cells and (len(found) >= 3 or (bool(found) and blanks >= WIDE_GAP))
        if gap or len(found) >= SAMPLED_ROWS or (len(found) >= 2 and _breaks(page, number, cells, valued)):
            break
        if cells:
            found.append(number)
            valued.update(column for column in cells if page.kind(number, column) is Kind.NUMBER)
    return found


def _breaks(page: Page, row: int, cells: list[int], valued: set[int]) -> bool:
    """Say whether a row has names wherever the rows above have numbers."""
    kinds = [page.kind(row, column) for column in cells if column in valued]
    return len(cells) >= 2 and bool(kinds) and set(kinds) <= WORDS


def profile_below(page: Page, row: int, frame: Frame) -> Profile:
    """Return what the columns hold below a row; in each column words above its first number do not count."""
    rows = sample(page, row, frame)
    found = Profile()
    for column in range(frame.left, frame.right + 1):
        kinds = [page.kind(number, column) for number in rows]
        start = next((i for i, kind in enumerate(kinds) if kind is Kind.NUMBER), None)
        tail = kinds[start:] if start is not None and start <= len(kinds) // 2 + 4 else kinds
        count: Counter[Kind] = Counter(kind for kind in tail if kind is not Kind.BLANK)
        if count:
            found.counts[column] = count
    return found


def names_numbers(page: Page, row: int, columns: Iterable[int]) -> bool:
    """Say whether the numbers of a row are names: years that change from cell to cell, or months written 2020.1."""
    valued = [column for column in columns if page.kind(row, column) is Kind.NUMBER]
    numbers = [page.own(row, column) for column in valued]
    if not numbers or (len(numbers) == 1 and is_year(page.own(row + 1, valued[0]))):
        return False
    different = all(raw_text(before) != raw_text(after) for before, after in itertools.pairwise(numbers))
    return (different and all(map(is_year, numbers))) or all(map(is_month, numbers))


def counts_up(page: Page, row: int, columns: Iterable[int]) -> bool:
    """Say whether the numbers of a row run 1, 2, 3 …, once or from the beginning for each group."""
    numbers = [small_count(page.own(row, column)) for column in columns if page.kind(row, column) is Kind.NUMBER]
    steps = [0 if before is None or after is None else after - before for before, after in itertools.pairwise(numbers)]
    runs = all(step == 1 or after == numbers[0] for step, after in zip(steps, numbers[1:], strict=True))
    return len(numbers) >= 3 and numbers[0] in (0, 1) and numbers[1] == numbers[0] + 1 and runs


def is_lone(page: Page, row: int, frame: Frame) -> bool:
    """Say whether a row shows a single cell, merged or not, or the number of a heading and the heading."""
    cells = page.filled(row, frame.left, frame.right)
    pair = len(cells) == 2 and frame.right - frame.left >= 3 and cells == [frame.left, frame.left + 1]
    heading = pair and page.kind(row, cells[1]) in WORDS and words.is_enumerator(page.text(row, cells[0]))
    if len(cells) != 1 and not heading:
        return False
    return not any(page.continues(row, c) for c in page.merged_columns(row) if frame.left <= c <= frame.right)


def is_wide(page: Page, row: int, column: int, frame: Frame) -> bool:
    """Say whether a cell is merged over most of the frame."""
    first, last = page.spans(row, column)
    width = min(last, frame.right) - max(first, frame.left) + 1
    return first < last and width >= max(2, 0.6 * (frame.right - frame.left + 1))


def is_line(page: Page, row: int, frame: Frame) -> bool:
    """Say whether a row is a line above or below a form: 编制部门：…　单位：元, or a unit alone."""
    cells = page.filled(row, frame.left, frame.right)
    texts = [str(page.own(row, column))[:LONGEST_LINE] for column in cells if page.kind(row, column) is not Kind.NUMBER]
    if len(cells) > 1 and not any(":" in text or "：" in text for text in texts):
        return False
    if any(stated_units(text) for text in texts):
        return len(cells) <= 6 and not _heads_values(page, row, cells, frame)
    if len(cells) == 1 and page.kind(row, cells[0]) is Kind.UNIT:
        return True
    labels = sum(1 for text in texts if words.labels_a_line(text))
    if (
        len(texts) >= 2
        and len(texts) == len(cells)
        and all(":" in plain(text) and not words.is_line_item(text) for text in texts)
    ):
        return True
    return labels > 0 and labels * 3 >= len(cells)


def _heads_values(page: Page, row: int, cells: list[int], frame: Frame) -> bool:
    """Say whether the unit stands in the corner of a header: 单位：百万元 before 2023年 2024年, numbers below these."""
    named = [column for column in cells[1:] if ":" not in plain(raw_text(page.own(row, column)))]
    return len(named) >= 2 and set(named) <= profile_below(page, row, frame).numeric()


def label_of(page: Page, row: int, frame: Frame) -> str:
    """Return the text of the first cell that holds words, '' when there is none."""
    for column in page.filled(row, frame.left, frame.right):
        if page.kind(row, column) in WORDS:
            return page.text(row, column)
    return ""


def total_label(page: Page, row: int, frame: Frame) -> bool:
    """Say whether one of the first two words of a row names a sum, and little else is said in words."""
    named = [column for column in page.filled(row, frame.left, frame.right) if page.kind(row, column) in WORDS]
    sums = [words.is_total(page.text(row, column)) for column in named]
    return any(sums[:2]) and sums.count(False) <= 1
