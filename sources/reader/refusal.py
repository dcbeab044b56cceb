"""Why a file cannot be read as a workbook, and the limits that a workbook must keep."""

from __future__ import annotations

ENCRYPTED = "XL-ENCRYPTED"
UNREADABLE = "XL-UNREADABLE"
TOO_LARGE = "XL-TOO-LARGE"
MALICIOUS = "XL-MALICIOUS"

#: Bytes of a file, and of all XML parts of a package once unpacked.
FILE_BYTES = 200 << 20
UNPACKED_BYTES = 500 << 20
#: Entries of a zip package: a workbook has some dozens, with pictures some thousands.
ENTRIES = 20_000
#: Cells between A1 and the last filled cell of one sheet, and of all sheets together.
CELLS = 6_000_000
#: Columns of one sheet: no spreadsheet has more, and those behind have no name.
COLUMNS = 16_384
#: Merged ranges of one sheet, and the cells that they cover within it.
MERGES = 100_000
MERGED_CELLS = 3_000_000
#: Sheets of one workbook.
SHEETS = 1_000


class UnreadableError(Exception):
    """The file cannot be opened as a workbook.

    The text says what it is and what to do, for the person who sent it; ``rule`` is the code of the register:
    XL-UNREADABLE, XL-ENCRYPTED, XL-TOO-LARGE or XL-MALICIOUS.
    """

    def __init__(self, reason: str, rule: str = UNREADABLE) -> None:
        self.rule = rule
        super().__init__(reason)


def too_large(reason: str) -> UnreadableError:
    """Return the refusal of a file beyond a limit."""
    return UnreadableError(reason, TOO_LARGE)


def malicious(reason: str) -> UnreadableError:
    """Return the refusal of a file that no spreadsheet program writes."""
    return UnreadableError(reason, MALICIOUS)


def check_area(sheet: str, rows: int, columns: int) -> None:
    """Refuse a sheet whose filled cells lie further apart than a reader can hold. Raises ``UnreadableError``."""
    if columns > COLUMNS:
        raise too_large(
            f"工作表“{sheet}”有{columns:,}列，超过{COLUMNS:,}列的上限，文件可能已损坏；请删除表格之外的内容后另存为 .xlsx 再报送"
        )
    if rows * columns > CELLS:
        raise too_large(
            f"工作表“{sheet}”的内容一直延伸到第{rows}行第{columns}列（共{rows * columns:,}格），"
            f"超过{CELLS:,}格的上限；请按 Ctrl+End 找到最末单元格，删除表格之外的内容"
        )
