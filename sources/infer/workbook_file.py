"""An unknown workbook file to its tables and a proposed form, computed in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sources.contract import Catalog, Form
from sources.infer.detect import find_tables
from sources.infer.propose import Proposal, propose
from sources.infer.structure import FoundTable
from sources.reader.apart import MEGABYTES, SECONDS, apart
from sources.reader.read import read_workbook
from sources.reader.workbook import UnreadableError, open_workbook


@dataclass(frozen=True)
class Inferred:
    """What a file holds. ``failure`` says why it could not be opened; ``proposal`` is None when none was asked for.

    ``known`` is the form as which the chosen table is read already, whatever its layout (one row per item too).
    """

    tables: list[FoundTable] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    chosen: FoundTable | None = None
    proposal: Proposal | None = None
    known: Form | None = None
    failure: str | None = None


def infer_structure(path: Path, *, sheet: str | None = None, seconds: float = SECONDS) -> Inferred:
    """Return the tables of a workbook, or of one sheet. A file that cannot be read gives a failure, never an exception."""
    return _apart(lambda: _structure(path, sheet), seconds)


def infer_form(
    path: Path,
    catalog: Catalog,
    *,
    sheet: str | None = None,
    number: int | None = None,
    department: str | None = None,
    seconds: float = SECONDS,
) -> Inferred:
    """Return the tables and the proposed form of one: the ``number``-th from 1, or the largest."""
    return _apart(lambda: _form(path, catalog, sheet, number, department), seconds)


def _apart(work: Callable[[], Inferred], seconds: float) -> Inferred:
    try:
        return apart(work, seconds=seconds, megabytes=MEGABYTES)
    except UnreadableError as error:
        return Inferred(failure=str(error))


def _structure(path: Path, sheet: str | None) -> Inferred:
    try:
        book = open_workbook(path)
    except UnreadableError as error:
        return Inferred(failure=str(error))
    return Inferred(find_tables(book, sheet), [page.name for page in book.sheets])


def _form(path: Path, catalog: Catalog, sheet: str | None, number: int | None, department: str | None) -> Inferred:
    try:
        book = open_workbook(path)
    except UnreadableError as error:
        return Inferred(failure=str(error))
    names = [page.name for page in book.sheets]
    tables = find_tables(book, sheet)
    if not tables or (number is not None and not 1 <= number <= len(tables)):
        return Inferred(tables, names)
    chosen = tables[number - 1] if number else max(tables, key=_size)
    try:
        proposal = propose(book, chosen, catalog, path.name, department)
    except ValueError as error:
        return Inferred(tables, names, chosen, failure=str(error))
    return Inferred(tables, names, chosen, proposal, _known(path, catalog, chosen))


def _known(path: Path, catalog: Catalog, chosen: FoundTable) -> Form | None:
    """Return the form whose table begins where the chosen one does."""
    for table in read_workbook(path, catalog).tables:
        if table.sheet == chosen.sheet and set(table.header_rows) & set(chosen.header):
            return catalog.forms[table.form]
    return None


def _size(table: FoundTable) -> int:
    return len(table.records) * len(table.columns)
