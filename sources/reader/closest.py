"""Headers and titles that did not find each other, and which of the others is closest: what to look at when a form drifts."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from sources.contract import Form
from sources.reader.headers import name_of
from sources.reader.model import Table

#: Below this likeness a name is no hint.
LIKE = 0.4


def unbound(table: Table, form: Form) -> list[tuple[str, str | None]]:
    """Return every header that belongs to no field, and the title it is closest to, a title without a column first.

    None where nothing is like it.
    """
    bound = {column.field for column in table.columns}
    in_force = form.fields_in(table.period)
    free = [title for name, field in in_force.items() if name not in bound for title in field.titles]
    all_titles = [title for field in in_force.values() for title in field.titles]
    headers = ["/".join(column.path) for column in table.columns if column.field is None and any(column.path)]
    return [(header, closest(header, free) or closest(header, all_titles)) for header in headers]


def closest_header(title: str, table: Table) -> str | None:
    """Return the unbound header of a table that is most like a title, None when none is."""
    return closest(title, ["/".join(c.path) for c in table.columns if c.field is None and any(c.path)])


def closest(name: str, others: Iterable[str]) -> str | None:
    """Return which of the other names is most like a name, None when none is much like it."""
    wanted = name_of(name)
    scored = [(SequenceMatcher(None, wanted, name_of(other), autojunk=False).ratio(), other) for other in others]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= LIKE else None
