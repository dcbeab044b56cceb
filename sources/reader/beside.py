"""Tables of different forms side by side, with a blank column between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from sources.contract import Form
from sources.reader.locate import Header, locate
from sources.reader.part import Part, band, trimmed


def side_by_side(part: Part, forms: Sequence[Form]) -> list[Part]:
    """Split a part at blank columns when different forms stand on both sides, else return it as it is."""
    gaps = _gaps(part)
    if not gaps:
        return [part]
    width = max(map(len, part.sheet.rows))
    found: list[Part] = []
    for left, right in itertools.pairwise([-1, *gaps, width]):
        piece = band(part.sheet, left + 1, right)
        header = locate(piece, forms)
        if header and _says_more(header, part.header, left):
            found.append(Part(trimmed(piece, header), header, part.first, part.again, [*part.head, *_lines(part)]))
    different = {side.header.form.id for side in found}
    return found if len(different) == len(found) > 1 else [part]


def _says_more(own: Header, whole: Header, left: int) -> bool:
    """Say whether a form of its own explains the columns from ``left`` on better than the form found for all columns."""
    shared = sum(1 for position in own.fields if position > left and position in whole.fields)
    return own.form is whole.form or len(own.fields) > shared


def _lines(part: Part) -> list[list[Any]]:
    """Return the lines above a header: a title over several tables stands in the first column only."""
    return part.sheet.rows[part.first - 1 : part.header.rows[0] - 1]


def _gaps(part: Part) -> list[int]:
    """Return the positions of columns that are blank from the header down, with a column that is not on both sides."""
    named = {at for at, path in enumerate(part.header.paths) if path} | part.header.fields.keys()
    blank = set(range(min(named), len(part.header.paths))) - named
    rows = part.sheet.rows[part.header.rows[0] - 1 :]
    for row in rows:
        if not blank:
            return []
        blank.difference_update(at for at, value in enumerate(row) if value is not None and value != "")
    last = max(map(len, rows)) - 1
    return sorted(at for at in blank if at + 1 not in blank and at < last)  # the last of several blank columns
