"""Tables side by side: of different forms behind a blank column, and a form's own header written again to the right."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sources.contract import Form
from sources.reader.grid import filled
from sources.reader.locate import Header, locate
from sources.reader.part import Part, band, trimmed
from sources.reader.workbook import Merge, Sheet


def side_by_side(part: Part, forms: Sequence[Form]) -> list[Part]:
    """Split a part at blank columns when forms of their own stand on both sides, else return it as it is.

    What repeats the header of a form to the right of it is not read: ``beside`` of the left part says where it stands.
    """
    found = _pieces(part, forms)
    firsts: dict[str, Part] = {}
    for side in found:
        first = firsts.setdefault(side.header.form.id, side)
        if first is not side:
            if not _same_columns(first.header, side.header):
                return [_alone(part)]
            again = _extent(side.sheet, side.header.rows[0], min(side.header.fields))
            firsts[side.header.form.id] = replace(first, beside=(*first.beside, again))
    return [_alone(side) for side in firsts.values()] if len(found) > 1 else [_alone(part)]


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


def _alone(part: Part) -> Part:
    """Return a part without the columns in which its own header is written again."""
    start = _again_from(part.header)
    if start is None:
        return part
    again = _extent(part.sheet, part.header.rows[0], start)
    header = replace(part.header, paths=part.header.paths[:start])
    sheet = trimmed(band(part.sheet, 0, start), header)
    return replace(part, sheet=sheet, header=header, beside=(*part.beside, again))


def _again_from(header: Header) -> int | None:
    """Return the position from which a header says the same again as from its first column on, None when it does not."""
    paths, first, last = header.paths, min(header.fields), max(header.fields)
    for start in range(last + 1, len(paths)):
        pairs = ((paths[at], paths[at + start - first]) for at in header.fields if at + start - first < len(paths))
        same = sum(1 for path, other in pairs if path and path == other)
        if paths[start] == paths[first] and same >= 2 and 2 * same >= len(header.fields):
            return start
    return None


def _extent(sheet: Sheet, top: int, left: int) -> Merge:
    """Return the range of the cells from a row and a position on."""
    rows = [row for row in range(top, len(sheet.rows) + 1) if any(at >= left for at in filled(sheet.rows[row - 1]))]
    right = max(filled(sheet.rows[row - 1])[-1] for row in rows)
    return top, left + 1, rows[-1], right + 1


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
