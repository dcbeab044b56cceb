"""Text with separators: .csv, .txt and what systems export, in UTF-8, UTF-16 or GB18030."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

from sources.reader.refusal import UnreadableError, check_area

SEPARATORS = (",", "\t", ";", "|", "，", "；", "^", "\x01")
#: Lines that decide the separator.
_SAMPLED = 60


def decoded(data: bytes) -> str:
    """Return the text of bytes. Raises ``UnreadableError`` when the encoding is none of the usual ones."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:4096]:
        return data.decode("utf-16-le" if data[1:2] == b"\x00" or b"\n\x00" in data else "utf-16-be", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("文本文件的编码既不是 UTF-8 也不是 GB18030，请用 Excel 或 WPS 打开后另存为 .xlsx 再报送")


def read_delimited(data: bytes) -> list[list[Any]]:
    """Return the rows of a text file, blank cells as None. Raises ``UnreadableError`` when it holds no table."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    separator = _separator(text)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=separator, strict=False))
    except csv.Error as error:
        raise UnreadableError("文本文件的引号或换行不完整，请用 Excel 或 WPS 另存为 .xlsx 再报送") from error
    width = max((len(line) for line in lines), default=0)
    check_area("文本", len(lines), width)
    return [[cell or None for cell in line] + [None] * (width - len(line)) for line in lines]


def _separator(text: str) -> str:
    """Return the character that splits most lines into the same number of cells."""
    head = "\n".join(text.split("\n", _SAMPLED)[:_SAMPLED])
    best, most = "", (0.0, 0)
    for separator in SEPARATORS:
        if separator not in head:
            continue
        width, lines = _commonest_width(head, separator)
        score = (float(lines), width)
        if width > 1 and score > most:
            best, most = separator, score
    if not best:
        raise UnreadableError("这是文字，不是 Excel 工作簿，里面没有用逗号或制表符分开的表格，请使用模板填写后报送")
    return best


def _commonest_width(head: str, separator: str) -> tuple[int, int]:
    """Return the width above one that most lines have, and how many lines have it."""
    try:
        rows = list(csv.reader(io.StringIO(head), delimiter=separator))
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return widths.most_common(1)[0] if widths else (0, 0)
