"""What kind of expectation a form's own rule is: figures that rise from column to column, parts and their total, or neither."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from sources.contract import FieldType, Form
from sources.contract.types import NUMERIC

_CHAIN = re.compile(r"\w+ <= \w+(?: and \w+ <= \w+)*")
_SUM = re.compile(r"abs\((\w+(?: [+-] \w+)+)\) <= (tolerance\(.*\)|\d+(?:\.\d+)?)")
_TERM = re.compile(r"([+-]?) ?(\w+)")

#: Kind of the expectation, its columns in order, and the SQL of what still counts as equal.
Shape = tuple[Literal["increasing", "sums"], tuple[str, ...], str]


def shape_of(form: Form, sql: str) -> Shape | None:
    """Return the shape of a rule's SQL; None when it is neither, or looks at anything but the form's own figures."""
    found = _increasing(sql) or _summing(sql)
    if found is None or not all(_is_figure(form, name) for name in found[1]):
        return None
    return found


def _is_figure(form: Form, name: str) -> bool:
    field = form.fields.get(name)
    # Ratios are shares of each other, not parts of a sum; their last digits lie behind those of money.
    return field is not None and field.type in NUMERIC and field.type is not FieldType.RATIO


def _increasing(sql: str) -> Shape | None:
    if not _CHAIN.fullmatch(sql.strip()):
        return None
    pairs = [pair.split(" <= ") for pair in sql.strip().split(" and ")]
    linked = all(one[1] == other[0] for one, other in pairwise(pairs))
    return ("increasing", (*(low for low, _ in pairs), pairs[-1][1]), "0") if linked else None


def _summing(sql: str) -> Shape | None:
    """``abs(a + b - c)``: c is the total; ``abs(a - b - c)``: a is."""
    match = _SUM.fullmatch(sql.strip())
    if match is None:
        return None
    terms = _TERM.findall(match[1])
    plus, minus = ([name for sign, name in terms if (sign == "-") is negative] for negative in (False, True))
    whole, parts = (minus, plus) if len(minus) == 1 else (plus, minus)
    return ("sums", (*parts, *whole), match[2]) if len(whole) == 1 else None
