"""Columns to fields: a safe name, a title that holds for every period, and the narrowest type that fits the values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sources.contract.types import FieldType
from sources.contract.units import MONEY, RATE, SUFFIXES, UNITS, Unit
from sources.identifiers import project_code, uscc
from sources.infer import words
from sources.infer.cells import Page
from sources.infer.spelled import Names
from sources.infer.structure import ColumnKind, FoundColumn, FoundTable
from sources.reader import values
from sources.reader.columns import UNNAMED
from sources.reader.headers import name_of, plain, timeless, unit_named
from sources.reader.model import raw_text
from sources.reader.relative import relative

#: A text column is a list of choices when it has at most so many, each used so often.
MOST_CHOICES = 8
TIMES_EACH = 4
LONGEST_CHOICE = 12
_YES_NO = frozenset("是否√×✓✗")
#: Running numbers that say something about their row.
_RANKS = frozenset({"排名", "名次", "位次"})
_QUALIFIED = {FieldType.DATE: "date", FieldType.YEAR: "year"}


@dataclass(frozen=True)
class Draft:
    """A proposed field and the column it was made from; ``unit`` is a base unit of the contract."""

    column: FoundColumn
    stem: str
    title: str
    type: FieldType
    unit: str | None = None
    aliases: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    required: bool = False
    means: str = ""
    adds: bool = True

    @property
    def name(self) -> str:
        """A name that the contract accepts: the title in pinyin, what it is, the suffix of its unit."""
        if words.is_serial(self.title) and self.title not in _RANKS and self.type is FieldType.INTEGER:
            return "row_no"
        if self.type is FieldType.BOOL:
            return f"is_{self.stem}"
        suffix = SUFFIXES[RATE] if self.type is FieldType.RATIO else SUFFIXES.get(self.unit or "")
        suffix = suffix or _QUALIFIED.get(self.type)
        return f"{self.stem}_{suffix}" if suffix else self.stem

    def loosened(self) -> Draft:
        """Return the draft with the next wider type: a quantity becomes a number without unit, everything else a text."""
        if self.type in (FieldType.MONEY, FieldType.COUNT, FieldType.INTEGER):
            return replace(self, type=FieldType.NUMBER, unit=None)
        return replace(self, type=FieldType.TEXT, unit=None, values=())


@dataclass
class _Titles:
    """Titles given so far; a form has each once."""

    taken: set[str] = field(default_factory=set)

    def give(self, wanted: Iterable[str]) -> str | None:
        """Return the first title that names no other column, None when all do."""
        for title in wanted:
            if title and name_of(title) not in self.taken:
                self.taken.add(name_of(title))
                return title
        return None


def drafts_of(page: Page, table: FoundTable) -> list[Draft]:
    """Return a draft per column that can be told from the others by its header."""
    titles, names = _Titles(), Names()
    found = []
    paths = relative([column.path for column in table.columns])
    for number, (column, path) in enumerate(zip(table.columns, paths, strict=True), start=1):
        literal = "".join(path)
        title = titles.give([_timeless(path), literal] if path else [UNNAMED])
        if title is None:
            continue
        stored = values_of(page, table.records, column.index)
        spelled = [literal] if path == column.path else []
        others = [*spelled, *_labels(page, table, column)]
        aliases = tuple(other for other in others if name_of(other) != name_of(title))
        stem = names.give("" if title == UNNAMED else title, number)
        found.append(_typed(Draft(column, stem, title, FieldType.TEXT, aliases=aliases), stored))
    return found


def _labels(page: Page, table: FoundTable, column: FoundColumn) -> list[str]:
    """Return the names that a column of attribute labels has beside its topmost one: 指标名称 under 频率."""
    shown = [page.text(row, column.index) for row in table.header]
    if words.ATTRIBUTES.isdisjoint(shown):
        return []
    return [text for text in shown if text and text not in words.ATTRIBUTES and text not in column.path]


def _timeless(path: tuple[str, ...]) -> str:
    """Return a title without this edition's period, as long as the reader takes it for the same."""
    title = "".join(map(timeless, path))
    return title if name_of(title) == "".join(map(name_of, path)) else "".join(path)


def values_of(page: Page, rows: list[int], column: int) -> list[Any]:
    """Return the values a column shows in the given rows, those merged down included, blanks left out."""
    shown = [page.shown(row, column) for row in rows]
    return [value for value in shown if value is not None and plain(raw_text(value))]


def _typed(draft: Draft, stored: list[Any]) -> Draft:
    known = [value for value in stored if plain(raw_text(value)) not in values.NOT_APPLICABLE]
    kind = draft.column.kind
    if words.is_serial(draft.title) and known and _all_fit(known, values.integer):
        return replace(draft, type=FieldType.INTEGER)
    if kind in (ColumnKind.NUMBER, ColumnKind.PERCENT):
        return _quantity(draft, known)
    if kind is ColumnKind.CODE and _counts(known):
        return replace(draft, type=FieldType.INTEGER)
    if known and kind is ColumnKind.DATE:
        return _dated(draft, known)
    return _worded(draft, known)


def _counts(known: list[Any]) -> bool:
    """Say whether codes are running numbers or ranks: all stored as numbers, of different lengths or of one or two digits."""
    shown = [raw_text(value) for value in known if isinstance(value, float) and value.is_integer()]
    lengths = {len(text) for text in shown}
    return bool(shown) and len(shown) == len(known) and (len(lengths) > 1 or max(lengths) <= 2)


def _quantity(draft: Draft, known: list[Any]) -> Draft:
    unit = _contract_unit(draft.column)
    if draft.column.kind is ColumnKind.PERCENT:
        return replace(draft, type=FieldType.RATIO, unit=RATE)
    if unit is None:
        means = f"单位：{draft.column.unit}" if draft.column.unit else ""
        return replace(draft, type=FieldType.NUMBER, means=means)
    if unit.base == MONEY:
        return replace(draft, type=FieldType.MONEY, unit=MONEY)
    whole = unit.base not in SUFFIXES and known and _all_fit(known, values.integer) and _none_negative(known)
    return replace(draft, type=FieldType.COUNT if whole else FieldType.NUMBER, unit=unit.base)


def _contract_unit(column: FoundColumn) -> Unit | None:
    """Return the unit as the contract knows it, None for all others."""
    unit = unit_named(column.unit) if column.unit else None
    return UNITS[unit.name] if unit and unit.base != RATE else None


def _none_negative(known: list[Any]) -> bool:
    return not any(plain(raw_text(value)).startswith(("-", "(")) for value in known)


def _dated(draft: Draft, known: list[Any]) -> Draft:
    if _all_fit(known, lambda raw: values.day(raw, None, False)):
        return replace(draft, type=FieldType.DATE)
    if _all_fit(known, values.year_of):
        return replace(draft, type=FieldType.YEAR)
    return draft


def _worded(draft: Draft, known: list[Any]) -> Draft:
    texts = [plain(raw_text(value)) for value in known]
    if texts and all(uscc.is_valid(text) for text in texts):
        return replace(draft, type=FieldType.USCC)
    if texts and all(project_code.is_valid(text) for text in texts):
        return replace(draft, type=FieldType.PROJECT_CODE)
    if draft.column.kind is ColumnKind.CODE:
        return replace(draft, type=FieldType.CODE)
    if texts and set(texts) <= _YES_NO and len(texts) > 1:
        return replace(draft, type=FieldType.BOOL)
    choices = dict.fromkeys(str(value).strip() for value in known if isinstance(value, str))
    few = 2 <= len(choices) <= MOST_CHOICES and len(choices) * TIMES_EACH <= len(texts)
    if few and len(known) == len(texts) and max(map(len, choices)) <= LONGEST_CHOICE and all(choices):
        return replace(draft, type=FieldType.ENUM, values=tuple(choices))
    return draft


def _all_fit(known: list[Any], read: Callable[[Any], values.Read]) -> bool:
    try:
        for value in known:
            read(value)
    except values.UnfitError:
        return False
    return True
