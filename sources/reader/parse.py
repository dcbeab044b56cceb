"""Rows under a header to typed columns: one pass per field, every change and every problem kept with its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from sources.contract import Catalog, Field, FieldType, Form
from sources.contract.types import NUMERIC, SCALE
from sources.contract.units import RATE, SUFFIXES, UNITS
from sources.identifiers import project_code, uscc
from sources.reader import values
from sources.reader.headers import plain
from sources.reader.model import Coercion, CoercionKind, Column, Problem, Table, Value, raw_text

#: Code list → the rule that a text outside of it breaks; B05 for every other list.
LIST_RULES = {"departments": "G10", "gb4754_classes": "G06", "regions": "G07"}
#: More choices than this are not listed in a message.
SHOWN_CHOICES = 15

#: In a column without a percent sign, a number beyond this is a percentage.
_MOST_AS_FRACTION = 10

#: No text that says *not applicable* is longer.
_LONGEST_MARK = 12

ReadCell = Callable[[Any], values.Read]


@dataclass(frozen=True)
class Cells:
    """The stored cells of one field in sheet order.

    ``filled_from_merge`` are rows whose value stands in a merged range, ``fractions`` rows whose own number format shows
    a fraction as a percentage, ``shown`` row → the text that a number format
    makes of a code, ``epoch_1904`` says from where serial dates count.
    """

    column: Column
    rows: list[int]
    raws: list[Any]
    filled_from_merge: frozenset[int]
    fractions: frozenset[int]
    shown: Mapping[int, str] = field(default_factory=dict)
    epoch_1904: bool = False

    @property
    def formats_differ(self) -> bool:
        """Whether some numbers show as percentages and others do not."""
        pairs = zip(self.rows, self.raws, strict=True)
        return bool(self.fractions) and any(raw.__class__ is float and row not in self.fractions for row, raw in pairs)


#: What became of a cell: its value and how it was changed, or why it holds none.
_Outcome = tuple[Value, CoercionKind | None, values.UnfitError | None]
_NOTHING: _Outcome = (None, None, None)


def parse_field(table: Table, name: str, field: Field, cells: Cells, catalog: Catalog, form: Form) -> None:
    """Read one field's cells into the table: ``values``, ``raws``, ``steps``, problems and coercions.

    Equal cells of a column are read once.
    """
    read = _reader(form, name, field, cells, catalog, table.period)
    keys = _keys(cells.raws)
    known = {key: _attempt(read, key[0] if key.__class__ is tuple else key) for key in set(keys) if key is not None}
    known[None] = _NOTHING
    special = cells.filled_from_merge | cells.shown.keys() | (cells.fractions if cells.formats_differ else set())
    if special or any(kind is not None or unfit is not None for _, kind, unfit in known.values()):
        table.values[name] = _settle(table, name, cells, read, [known[key] for key in keys], special)
    else:
        plainly = {key: value for key, (value, _, _) in known.items()}
        table.values[name] = list(map(plainly.__getitem__, keys))
    table.raws[name] = cells.raws
    if field.type in NUMERIC:
        table.steps[name] = last_digit(cells.raws) * _factor(cells.column)


def _keys(raws: list[Any]) -> list[Any]:
    """Return cells as keys by which equal ones are read once: True equals 1.0, and must not."""
    if bool not in set(map(type, raws)):
        return raws
    return [(raw,) if raw.__class__ is bool else raw for raw in raws]


def _settle(
    table: Table, name: str, cells: Cells, read: ReadCell, outcomes: Sequence[_Outcome], special: Set[int]
) -> list[Value]:
    """Return the values of a column cell by cell, and write down every change and every problem."""
    letter = cells.column.letter
    result: list[Value] = []
    append = result.append
    last = _NOTHING
    for row, raw, outcome in zip(cells.rows, cells.raws, outcomes, strict=True):
        value, kind, unfit = outcome
        if raw is not None and (kind is not None or unfit is not None or row in special):
            value, kind, unfit = outcome = _settled(outcome, last, read, cells, row, raw)
            _note(table, name, f"{letter}{row}", row, raw, kind, unfit)
        append(value)
        last = outcome
    return result


def _attempt(read: ReadCell, raw: Any) -> _Outcome:
    if raw.__class__ is str and len(raw) < 8 and plain(raw) in values.DITTO:
        return None, CoercionKind.DITTO, None
    return _read_one(read, raw)


def _read_one(read: ReadCell, raw: Any) -> _Outcome:
    try:
        value, kind = read(raw)
    except values.UnfitError as unfit:
        return None, None, unfit
    return value, kind, None


def _settled(outcome: _Outcome, above: _Outcome, read: ReadCell, cells: Cells, row: int, raw: Any) -> _Outcome:
    """Return what becomes of a cell for which its neighbours, a merged range or its format speak."""
    value, kind, unfit = outcome
    if kind is CoercionKind.DITTO:
        if row == cells.rows[0]:  # nothing stands above: the words stand for themselves
            return _read_one(read, raw)
        return above[0], kind, above[2]
    if row in cells.shown:
        value, _, unfit = _read_one(read, cells.shown[row])
        return value, CoercionKind.DISPLAYED if unfit is None else None, unfit
    if row in cells.fractions:
        value, kind, unfit = outcome = _read_one(partial(values.ratio, percent=False), raw)
    if kind is None and unfit is None and row in cells.filled_from_merge:
        return value, CoercionKind.MERGE_FILL, None
    return outcome


def _note(
    table: Table, name: str, cell: str, row: int, raw: Any, kind: CoercionKind | None, unfit: values.UnfitError | None
) -> None:
    if unfit is not None:
        table.problems.append(Problem(unfit.rule, name, row, cell, raw_text(raw), unfit.shown))
    elif kind is not None:
        table.coercions.append(Coercion(name, row, cell, raw_text(raw), kind))


def _factor(column: Column) -> Decimal:
    return UNITS[column.unit_read].factor if column.unit_read and column.unit != RATE else Decimal(1)


def last_digit(raws: list[Any]) -> Decimal:
    """Return the last digit that a column shows: 0.01 when its most exact number has two decimals, 1 for integers."""
    most = 0
    for raw in set(raws):
        if raw.__class__ is str or (raw.__class__ is float and not raw.is_integer()):
            digits = plain(raw) if raw.__class__ is str else f"{raw:.15g}"
            _, point, decimals = digits.partition(".")
            if point and decimals.isdigit():
                most = max(most, len(decimals))
    return Decimal(1).scaleb(-min(most, 6))


def _reader(form: Form, name: str, field: Field, cells: Cells, catalog: Catalog, period: str | None) -> ReadCell:
    """Return the function that reads one cell of the field; *not applicable* is understood for every type."""
    read = _typed(form, name, field, cells, catalog, period)
    never = values.NOT_APPLICABLE | (
        {"长期", "永久", "无固定期限"} if field.type is FieldType.DATE and not field.required else set()
    )

    def cell(raw: Any) -> values.Read:
        if isinstance(raw, str) and (len(raw) <= _LONGEST_MARK or len(raw.strip()) <= _LONGEST_MARK):
            compact = plain(raw)
            if not compact:
                return None, None
            if compact in never:
                return None, CoercionKind.NOT_APPLICABLE
        return read(raw)

    return cell


def _typed(form: Form, name: str, field: Field, cells: Cells, catalog: Catalog, period: str | None) -> ReadCell:
    kind = field.type
    if kind in (FieldType.MONEY, FieldType.NUMBER):
        quantum = Decimal(1).scaleb(-SCALE[kind])
        return partial(values.number, factor=_factor(cells.column), quantum=quantum, base=field.unit)
    if kind is FieldType.RATIO:
        return _ratio_reader(cells)
    if kind is FieldType.DATE:
        end = any(word in name for word in ("end", "_to_", "due", "done", "closed"))
        year = int(period[:4]) if period else None
        return partial(values.day, year=year, end=end, epoch_1904=cells.epoch_1904)
    if kind in (FieldType.ENUM, FieldType.LIST):
        return _listed_reader(form, name, field, catalog)
    simple: Mapping[FieldType, ReadCell] = {
        FieldType.COUNT: partial(values.integer, base=field.unit),
        FieldType.INTEGER: partial(values.integer, base=field.unit),
        FieldType.YEAR: values.year_of,
        FieldType.BOOL: values.yes_no,
        FieldType.CODE: values.code,
        FieldType.USCC: partial(values.code, normalise=uscc.normalise),
        FieldType.PROJECT_CODE: partial(values.code, normalise=project_code.normalise),
        FieldType.TEXT: values.words,
    }
    return simple[kind]


def _ratio_reader(cells: Cells) -> ReadCell:
    """Decide once per column whether bare numbers are percents: the header says so, or some are beyond fractions.

    Cells whose own format shows a percentage are fractions all the same. So is a whole column between 0 and 1 under a
    percent header (domain.md 0.3: 56.3, 0.563 and "56.3%" are met); that is kept as a coercion.
    """
    if cells.fractions and not cells.formats_differ:
        return partial(values.ratio, percent=False)
    bare = [raw for row, raw in zip(cells.rows, cells.raws, strict=True) if row not in cells.fractions]
    numbers = [abs(number) for raw in bare if (number := values.bare_number(raw)) is not None]
    if cells.column.unit_read is None:
        return partial(values.ratio, percent=any(number > _MOST_AS_FRACTION for number in numbers))
    if any(0 < number < 1 for number in numbers) and max(numbers) <= 1:
        return _fraction
    return partial(values.ratio, percent=True)


def _fraction(raw: Any) -> values.Read:
    value, kind = values.ratio(raw, percent=False)
    return value, kind or CoercionKind.FRACTION


def _listed_reader(form: Form, name: str, field: Field, catalog: Catalog) -> ReadCell:
    choices = catalog.choices(form, name)
    shown = "、".join(choices[:SHOWN_CHOICES]) + ("…" if len(choices) > SHOWN_CHOICES else "")
    rule = LIST_RULES.get(field.list or "", "B05")
    known: dict[str, str] | None = {plain(choice).lower(): choice for choice in choices}
    if field.list:
        spelled = catalog.code_lists[field.list].spellings()
        known = {plain(spelling).lower(): value for spelling, value in spelled.items()}
    if field.type is FieldType.LIST:
        return partial(values.several, spellings=known if field.list else None, rule=rule, choices=shown)
    return partial(values.listed, spellings=known or {}, rule=rule, choices=shown)


def needs_unit(field: Field) -> bool:
    """Say whether a field's header must name a unit: quantities with several units in use, not percents and counts."""
    return field.unit in SUFFIXES and field.unit not in (RATE, "分", "工作日")
