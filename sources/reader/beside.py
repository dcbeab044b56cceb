"""Tables side by side: of different forms behind a blank column, and a form that goes on to the right of itself."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sources.contract import Form
from sources.reader.locate import Header, locate
from sources.reader.part import Part, band, trimmed
from sources.reader.sheet_name import from_column


def side_by_side(part: Part, forms: Sequence[Form]) -> list[Part]:
    """Split a part at blank columns when forms of their own stand on both sides, and where its own header comes again.

    What goes on to the right is a table of the same form whose sheet names its first column as well.
    """
    found = _pieces(part, forms)
    firsts: dict[str, Part] = {}
    for side in found:
        first = firsts.setdefault(side.header.form.id, side)
        if first is not side and not _same_columns(first.header, side.header):
            found = []
            break
    if len(found) < 2:
        return _repeated(part)
    named = [side if side is firsts[side.header.form.id] else _going_on(side) for side in found]
    return [repeated for side in named for repeated in _repeated(side)]


def _pieces(part: Part, forms: Sequence[Form]) -> list[Part]:
    """Return the parts between blank columns in which a form is found."""
    gaps = _gaps(part)
    if not gaps:
        return []
    width = max(map(len, part.sheet.rows))
    found: list[Part] = []
    for left, right in itertools.pairwise([-1, *gaps, width]):
        piece = band(part.sheet, left + 1, right)
        header = locate(piece, forms)
        if header and _says_more(header, part.header, left):
            found.append(Part(trimmed(piece, header), header, part.first, part.again, [*part.head, *_lines(part)]))
    return found


def _same_columns(one: Header, other: Header) -> bool:
    """Say whether two headers of a form have columns in common; the halves of one header have not."""
    shared = set(one.fields.values()) & set(other.fields.values())
    return 2 * len(shared) >= min(len(one.fields), len(other.fields))


def _going_on(part: Part) -> Part:
    """Return a part to the right of another one of its form under a name of its own."""
    name = from_column(part.sheet.name, min(part.header.fields) + 1)
    return replace(part, sheet=replace(part.sheet, name=name))


def _repeated(part: Part) -> list[Part]:
    """Return a part cut where its own header is written again to the right, each piece with its rows."""
    start = _again_from(part.header)
    if start is None:
        return [part]
    header = replace(part.header, paths=part.header.paths[:start])
    left = replace(part, sheet=trimmed(band(part.sheet, 0, start), header), header=header)
    piece = band(part.sheet, start, max(map(len, part.sheet.rows)))
    again = locate(piece, [header.form], certain=True)
    if again is None:
        return [part]
    head = [*part.head, *_lines(part)]
    return [left, *_repeated(_going_on(replace(part, sheet=trimmed(piece, again), header=again, head=head)))]


def _again_from(header: Header) -> int | None:
    """Return the position from which a header says the same again as from its first column on, None when it does not."""
    paths, first, last = header.paths, min(header.fields), max(header.fields)
    for start in range(last + 1, len(paths)):
        pairs = ((paths[at], paths[at + start - first]) for at in header.fields if at + start - first < len(paths))
        same = sum(1 for path, other in pairs if path and path == other)
        if paths[start] == paths[first] and same >= 2 and 2 * same >= len(header.fields):
            return start
    return None


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
