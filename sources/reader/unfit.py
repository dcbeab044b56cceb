"""What a reader of cells returns, and how it says that a cell holds no value."""

from __future__ import annotations

from sources.reader.model import CoercionKind, Value

#: The value, and how it was changed: None when it is simply what the cell shows.
Read = tuple[Value, CoercionKind | None]


class UnfitError(Exception):
    """The cell cannot hold a value of the field; ``rule`` is the code that says so."""

    def __init__(self, rule: str, **shown: str) -> None:
        self.rule = rule
        self.shown = shown
        super().__init__(rule)
