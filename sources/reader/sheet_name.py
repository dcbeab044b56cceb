"""Names of sheets as readings and findings carry them: a table to the right of another one names its first column too."""

from __future__ import annotations

import re

from openpyxl.utils import get_column_letter

#: No spreadsheet program lets a sheet's own name hold a colon.
_FROM_COLUMN = re.compile(r":[A-Z]{1,3}$")


def from_column(sheet: str, column: int) -> str:
    """Return the name of a table's part of a sheet that begins in a column (from 1): ``Sheet1:Z``."""
    return f"{worksheet_of(sheet)}:{get_column_letter(column)}"


def worksheet_of(name: str) -> str:
    """Return the name of the sheet itself, as the workbook has it."""
    return _FROM_COLUMN.sub("", name)
