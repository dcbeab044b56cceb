"""What the fast reader does not say about a sheet: hidden rows, errors, comments, formats; by cell in A1 form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

#: More hidden columns of one range are not listed.
_SHOWN_COLUMNS = 50


@dataclass
class SheetFacts:
    """Oddities of one sheet; empty for dialects that cannot have them.

    ``hidden`` are places as people say them (第7行, C列); ``errors`` cell → #REF!; ``uncached`` cell → the formula
    without a result; ``comments`` cell → text; ``struck`` cell → the struck-through text, "" for the whole cell;
    ``formats`` cell → a number format that shows something else than the number; ``declared`` the range that the sheet
    says it has; ``last_row`` the last row with a value, counted apart from the reader of values (0: not counted).
    """

    hidden: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    uncached: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    struck: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    percent_cells: frozenset[str] = frozenset()
    declared: str | None = None
    last_row: int = 0


@dataclass(frozen=True)
class Look:
    """What a cell style says beside fonts and colours: a percentage, struck through, a format that shows otherwise."""

    percent: bool = False
    struck: bool = False
    code: str = ""

    @property
    def tells(self) -> bool:
        """Say whether cells of this style need to be looked at."""
        return self.percent or self.struck or bool(self.code)


def note_looks(facts: SheetFacts, cells: Iterable[tuple[str, Look]]) -> None:
    """Write down what the styles of cells say."""
    percent = set()
    for cell, look in cells:
        if look.percent:
            percent.add(cell)
        if look.struck:
            facts.struck[cell] = ""
        if look.code:
            facts.formats[cell] = look.code
    facts.percent_cells = facts.percent_cells | percent


def hidden_columns(first: int, last: int) -> list[str]:
    """Return hidden columns (from 1) as people say them."""
    return [f"{get_column_letter(number)}列" for number in range(first, min(last, first + _SHOWN_COLUMNS) + 1)]


def struck_runs(text: str, runs: Sequence[tuple[int, int]], fonts: Sequence[bool]) -> str:
    """Return the struck-through parts of a rich text. Each run begins at a character and has a font, ``fonts[f]`` struck."""
    ends = [*(start for start, _ in runs[1:]), len(text)]
    parts = (
        text[start:end] for (start, font), end in zip(runs, ends, strict=False) if font < len(fonts) and fonts[font]
    )
    return "".join(parts).strip()
