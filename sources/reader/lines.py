"""The lines around a table: 填报单位, 填报人 and 审核人, 单位, the template's version."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from sources.contract.units import Unit
from sources.reader.headers import units_in_line
from sources.reader.model import Signature

_DEPARTMENT = re.compile(r"(?:填报|报送|上报|填表|编制)(?:单位|部门)\s*(?:[（(](?:公章|盖章)[）)])?\s*[:：]\s*(.*)$")
_SIGNATURE = re.compile(r"(填报人|填表人|制表人|经办人|审核人|复核人|负责人签字)\s*[:：]")
_LABEL = re.compile(r"(?:填报|填表|报送|编制|制表|联系|审核)?(?:日期|时间|电话|编号|期间|单位|部门|人)\s*[:：]")
_TITLE = re.compile(r"表|台账|名录|名单|清单|目录|统计|一览|情况|附件|(?:19|20)\d\d\s*年")
_NO_TITLE = re.compile(r"^\d+\s*[.、)）]|[。；;]|^.{41,}$")
_END = re.compile(r"\s{2,}|(?=(?:填报|填表|报送|审核|复核|制表|联系|负责|单位|模板|时间|日期))")
#: A line of labels has no more cells than this.
_LONGEST_LINE = 8
_VERSION = re.compile(r"模板\s*F\d{2}[a-z]?\s*([\w.]+)")


def department_in(rows: Iterable[list[Any]]) -> str | None:
    """Return what the 填报单位 line says, None when there is no such line or nothing behind it."""
    for cell, following in _cells(rows):
        match = _DEPARTMENT.search(cell)
        if match:
            return _said(match[1]) or _said(following) or None
    return None


def signatures_in(rows: Iterable[list[Any]]) -> list[Signature]:
    """Return who signed: every 填报人 / 审核人 label with the name behind it, None when nothing is."""
    found: dict[str, Signature] = {}
    for cell, following in _cells(rows):
        matches = list(_SIGNATURE.finditer(cell))
        for number, match in enumerate(matches):
            last = number + 1 == len(matches)
            behind = cell[match.end() : None if last else matches[number + 1].start()]
            name = _said(behind) or (_said(following) if last else "")
            known = found.get(match[1])
            if known is None or known.name is None:
                found[match[1]] = Signature(match[1], name or None)
    return list(found.values())


def version_in(rows: Iterable[list[Any]]) -> str | None:
    """Return the template version printed on the sheet, None when it shows none."""
    return next((match[1] for cell, _ in _cells(rows) if (match := _VERSION.search(cell))), None)


def units_in(rows: Iterable[list[Any]]) -> list[Unit]:
    """Return the units of the first 单位 line above the header; empty when there is none."""
    for cell, following in _cells(rows):
        units = units_in_line(cell) or units_in_line(f"{cell}{following}" if cell.endswith((":", "：")) else "")
        if units:
            return units
    return []


def labels_in(row: list[Any]) -> bool:
    """Say whether a row is a line of labels with what stands behind them, as above and below a table."""
    cells = [cell for cell, _ in _cells([row])]
    return 0 < len(cells) <= _LONGEST_LINE and any(_LABEL.match(cell) or _SIGNATURE.match(cell) for cell in cells)


def is_title(text: str) -> bool:
    """Say whether a text alone in its row says that it heads a table: 企业培育库情况表, 2026年3月."""
    return bool(_TITLE.search(text)) and not _NO_TITLE.search(text.strip())


def _cells(rows: Iterable[list[Any]]) -> Iterator[tuple[str, str]]:
    """Yield each text cell with the text of the next filled cell in its row."""
    for row in rows:
        cells = [unicodedata.normalize("NFKC", str(value)) for value in row if value is not None]
        yield from zip(cells, [*cells[1:], ""], strict=False)  # a blank row has neither


def _said(text: str) -> str:
    """Return the words up to the next label or wide gap; a cell that is itself a label says nothing."""
    stripped = text.strip()
    if _SIGNATURE.match(stripped) or _DEPARTMENT.match(stripped):
        return ""
    return _END.split(stripped, maxsplit=1)[0].strip(" 　:_-") if stripped else ""
