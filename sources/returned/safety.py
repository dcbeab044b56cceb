"""Take everything out of a department's workbook that could reach beyond it: external links, DDE, functions that fetch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from sources.returned.text import keep_as_text, restore_text, storable

_STRING = re.compile(r'"(?:[^"]|"")*"')
_QUOTED_SHEET = re.compile(r"'((?:[^']|'')*)'(?=!)")
#: ``[1]Sheet!A1``, ``[book.xlsx]Sheet!A1``, ``[1]!name``; a table's ``Table1[column]`` is never followed by ``!``.
_OTHER_BOOK = re.compile(r"\[[^\[\]]+\][\w.]*!")
#: Functions that call programs or fetch addresses.
_FETCHES = re.compile(
    r"(?<![\w.])(?:_xlfn\.|_xlws\.|_xludf\.)*"
    r"(?:WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|IMAGE|FILTERXML|SQL\.REQUEST|STOCKHISTORY|CUBE\w+|PY)\s*\(",
    re.IGNORECASE,
)
_RUNS = re.compile(r"^_xlnm\.(?:Auto_|_?xlm)|^Auto_", re.IGNORECASE)


def reaches_out(formula: str) -> bool:
    """Say whether a formula refers to another workbook, a DDE channel or an address."""
    bare = _STRING.sub('""', formula)
    for name in _QUOTED_SHEET.findall(bare):
        if any(mark in name for mark in ("[", "|", "\\", "/")):
            return True
    # A pipe is no operator: outside of quotes it stands only in DDE references.
    return bool(_OTHER_BOOK.search(bare) or "|" in _QUOTED_SHEET.sub("", bare) or _FETCHES.search(bare))


def remove_reaching(workbook: Workbook, results: Callable[[str, int, int], Any]) -> int:
    """Replace formulas that reach out by the values that they showed, and remove links, names and checks that do.

    ``results(sheet, row, column)`` gives the value of a formula. Returns the number of formulas that were replaced.
    """
    book: Any = workbook
    book._external_links = []
    book.keep_links = False
    unsafe = _remove_names(book.defined_names)
    for sheet in book.worksheets:
        unsafe |= _remove_names(sheet.defined_names)
    names = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, unsafe))})(?![\w.(])") if unsafe else None
    replaced = 0
    for sheet in book.worksheets:
        replaced += _clean_cells(sheet, names, results)
        _clean_rules(sheet)
        _clean_links(sheet)
        sheet._pivots = [pivot for pivot in sheet._pivots if pivot.cache.cacheSource.type == "worksheet"]
    return replaced


def _remove_names(names: Any) -> set[str]:
    """Remove defined names that reach out, run something, or are broken; return them."""
    unsafe = {
        name
        for name, defined in names.items()
        if defined.xlm or defined.function or defined.vbProcedure or _RUNS.match(name) or _outside(defined.attr_text)
    }
    for name in unsafe:
        del names[name]
    return unsafe


def _outside(formula: Any) -> bool:
    return isinstance(formula, str) and reaches_out(formula)


def _clean_cells(sheet: Any, names: re.Pattern[str] | None, results: Callable[[str, int, int], Any]) -> int:
    replaced = 0
    for (row, column), cell in list(sheet._cells.items()):
        kind = cell.data_type
        if kind == "s":
            restore_text(cell, results(sheet.title, row, column))
            keep_as_text(cell)
        elif kind == "f":
            text = _formula_text(cell._value)
            if reaches_out(text) or (names and names.search(_STRING.sub("", text))):
                _show_value(cell, results(sheet.title, row, column))
                replaced += 1
        elif kind == "e" and isinstance(kept := results(sheet.title, row, column), float):
            # A number with a date format beyond the calendar: the reader gave an error, the file holds a number.
            cell._value, cell.data_type = kept, "n"
    return replaced


def _formula_text(value: Any) -> str:
    if isinstance(value, ArrayFormula):
        return str(value.text or "")
    if isinstance(value, DataTableFormula):
        return ""
    return str(value)


def _show_value(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        cell._value, cell.data_type = storable(value), "s"
        keep_as_text(cell)
    elif isinstance(value, bool):
        cell._value, cell.data_type = value, "b"
    elif isinstance(value, int | float):
        cell._value, cell.data_type = value, "n"
    else:
        # Dates carry their own format; nothing known shows as nothing.
        cell._value, cell.data_type = value, "n" if value is None else "d"


def _clean_rules(sheet: Any) -> None:
    """Remove validations and conditional formats whose formulas reach out."""
    checks = sheet.data_validations
    checks.dataValidation = [
        check for check in checks.dataValidation if not (_outside(check.formula1) or _outside(check.formula2))
    ]
    formats = sheet.conditional_formatting
    for ranges, rules in list(formats._cf_rules.items()):
        kept = [rule for rule in rules if not any(map(_outside, rule.formula or ()))]
        if kept:
            formats._cf_rules[ranges] = kept
        else:
            del formats._cf_rules[ranges]


def _clean_links(sheet: Any) -> None:
    """Keep links within the workbook; of the others only the text stays."""
    for cell in list(sheet._cells.values()):
        link = getattr(cell, "hyperlink", None)
        if link is not None and (link.target or not link.location):
            cell._hyperlink = None
    sheet._hyperlinks = [link for link in sheet._hyperlinks if link.location and not link.target]


def kept_sheets(workbook: Workbook, worksheets: Iterable[str]) -> None:
    """Remove macro and dialog sheets: every sheet that is neither one of ``worksheets`` nor a chart."""
    wanted = set(worksheets)
    for sheet in list(workbook.worksheets):
        if sheet.title not in wanted:
            workbook.remove(sheet)
