"""Marks on the department's own cells: a fill by level and a comment in Chinese; earlier marks of ours go first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils import column_index_from_string

from sources.contract import Catalog, Level
from sources.reader.hazards import OUR_COMMENT as MARK
from sources.returned.submission import Listed
from sources.returned.text import storable
from sources.returned.wording import at_the_cell

AUTHOR = "台账"
LEVELS = {Level.MANDATORY: "强制", Level.VERIFY: "核实", Level.NOTICE: "提示"}
ADVICE = {
    Level.MANDATORY: "必须改正",
    Level.VERIFY: "请改正，或在“问题清单”中写核实说明",
    Level.NOTICE: "请留意",
}
#: Unusual shades on purpose: a fill of ours is known by its colour when the workbook comes in again.
FILLS = {Level.MANDATORY: "FFF7B9B3", Level.VERIFY: "FFFFE38F", Level.NOTICE: "FFCFE3F6"}
#: Excel shows comments one by one and grows slow with many: beyond so many cells there is only the colour.
MOST_COMMENTS = 3000
_LONGEST = 1500

#: (sheet title, row, column)
Place = tuple[str, int, int]


def remove_marks(book: Any) -> None:
    """Take our earlier fills and comments off a marked workbook that came back."""
    plain: dict[Any, Any] = {}
    for sheet in book.worksheets:
        for cell in sheet._cells.values():
            if isinstance(cell, MergedCell):
                continue
            if cell._comment is not None and MARK in cell._comment.text:
                _strip_comment(cell)
            if cell.has_style and (code := cell._style.fillId) > 1:
                if code not in plain:
                    plain[code] = _before(cell.fill)
                if plain[code] is not None:
                    cell.fill = plain[code]


def _strip_comment(cell: Any) -> None:
    kept = cell._comment.text.partition(MARK)[0].rstrip()
    author = cell._comment.author
    cell.comment = None
    if kept:
        cell.comment = Comment(kept, author)


def _before(fill: Any) -> PatternFill | None:
    """Return the fill that a mark of ours covers; None for a fill that is not ours."""
    if fill.fill_type != "solid" or fill.fgColor.rgb not in FILLS.values():
        return None
    return PatternFill("solid", fgColor=copy(fill.bgColor)) if _is_color(fill.bgColor) else PatternFill()


def _is_color(color: Color) -> bool:
    """Say whether a colour is one that somebody chose: not the automatic ones, not the absent one."""
    if color.type == "indexed":
        return color.indexed not in (64, 65)
    return color.type == "theme" or (color.type == "rgb" and color.rgb != "00000000")


def mark(book: Any, listed: Sequence[tuple[Listed, Place]], catalog: Catalog) -> int:
    """Colour and comment the cells of findings, which come worst first. Returns how many cells got only a colour."""
    by_cell: dict[Place, list[Listed]] = defaultdict(list)
    for found, place in listed:
        by_cell[place].append(found)
    looks = _Looks(book)
    for number, (place, together) in enumerate(by_cell.items()):
        cell = looks.cell(place)
        looks.fill(cell, together[0].finding.level)
        if number < MOST_COMMENTS:
            _comment(cell, together, catalog)
    return max(len(by_cell) - MOST_COMMENTS, 0)


def anchor(book: Any, title: str, row: int, column: int) -> Place:
    """Return the cell that shows a place: the first cell of the merged range that covers it, else itself."""
    sheet = book[title]
    if isinstance(sheet._cells.get((row, column)), MergedCell):
        for merged in sheet.merged_cells.ranges:
            if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
                return (title, merged.min_row, merged.min_col)
    return (title, row, column)


class _Looks:
    """Fills cells; a style is made once per look and shared."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[int, ...], Level], Any] = {}
        self._columns: dict[str, Mapping[int, Any]] = {}

    def cell(self, place: Place) -> Any:
        """Return a cell; one that did not exist looks like its row or column, as Excel would show it."""
        title, row, column = place
        sheet = self._book[title]
        cell = sheet._cells.get((row, column))
        if cell is None:
            cell = sheet.cell(row, column)
            if title not in self._columns:
                self._columns[title] = _column_looks(sheet)
            like = sheet.row_dimensions.get(row)
            like = like if like is not None and like.has_style else self._columns[title].get(column)
            if like is not None and like.has_style:
                cell._style = copy(like._style)
        return cell

    def fill(self, cell: Any, level: Level) -> None:
        """Give a cell the colour of a level; a fill that it had stays behind ours, to be given back."""
        known = (tuple(cell._style or ()), level)
        if known not in self._made:
            cell.fill = _ours(cell.fill, level)
            self._made[known] = cell._style
        cell._style = copy(self._made[known])


def _ours(fill: Any, level: Level) -> PatternFill:
    covered = (
        isinstance(getattr(fill, "fgColor", None), Color) and fill.fill_type == "solid" and _is_color(fill.fgColor)
    )
    # Excel keeps, but does not show, the second colour of a solid fill.
    behind = copy(fill.fgColor) if covered else Color(indexed=64)
    return PatternFill("solid", fgColor=FILLS[level], bgColor=behind)


def _column_looks(sheet: Any) -> dict[int, Any]:
    found = {}
    for letter, dimension in sheet.column_dimensions.items():
        first = dimension.min or column_index_from_string(letter)
        for column in range(first, min(dimension.max or first, first + 1000) + 1):
            found[column] = dimension
    return found


def _comment(cell: Any, found: Sequence[Listed], catalog: Catalog) -> None:
    """Write what was found; a comment of the department stays and ours follows it."""
    said = [
        f"{LEVELS[one.finding.level]}（{ADVICE[one.finding.level]}）{one.finding.rule}：{at_the_cell(one.finding, catalog)}"
        for one in found
    ]
    text = storable(f"{MARK}\n" + "\n".join(said), _LONGEST)
    existing = cell._comment
    if existing is not None:
        kept, author = existing.text, existing.author
        cell.comment = None
        text = f"{kept}\n\n{text}"
        cell.comment = Comment(text, author)
    else:
        cell.comment = Comment(text, AUTHOR)
    cell._comment.width = 320
    cell._comment.height = min(40 + 18 * sum(1 + len(line) // 24 for line in text.split("\n")), 420)
