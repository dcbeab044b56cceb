"""The answers of a marked workbook that came in again: what departments wrote under 核实说明."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sources.decisions.explanation import SHORTEST, fault_of
from sources.reader.model import raw_text
from sources.reader.workbook import Sheet, UnreadableError, open_workbook

LIST_SHEET = "问题清单"
#: Headings of the list by which the answers are found again, also when columns were moved.
ANSWER, FINDING, VALUE = "核实说明", "问题编号", "审核时的值"
#: The heading of the answers says how long they must be.
ANSWER_HEADING = f"{ANSWER}（不少于{SHORTEST}个字）"
#: What stands in the column beside findings that take no answer.
MUST_CORRECT, NO_NEED = "须改正", "不需说明"
SUBMISSION_LABEL = "报送编号："
_LONGEST = 2000
#: The heading stands above the first so many rows.
_SEARCHED = 60

_SUBMISSION = re.compile(rf"{SUBMISSION_LABEL}\s*([0-9a-f]{{16}})")
_FINDING_ID = re.compile(r"^[0-9a-f]{8,64}$")


@dataclass(frozen=True)
class Answer:
    """An explanation of a finding. ``value`` is the cell's text when it was judged, None when the cell was blank."""

    finding_id: str
    text: str
    value: str | None = None


@dataclass(frozen=True)
class Refused:
    """An answer that explains nothing, with the reason in Chinese and its cell on the list."""

    finding_id: str
    text: str
    reason: str
    cell: str


@dataclass(frozen=True)
class Answers:
    """All answers of a workbook. ``submission_id`` is the submission that the list is about, None when not said."""

    submission_id: str | None
    given: tuple[Answer, ...] = ()
    refused: tuple[Refused, ...] = ()


def answers_in(path: Path) -> list[Answer]:
    """Return the answers of a marked workbook that say something; empty for every other file. Never raises for content."""
    return list(read_answers(path).given)


def read_answers(path: Path) -> Answers:
    """Return the answers of a marked workbook, and those that are refused. A file without the list gives none."""
    try:
        book = open_workbook(path)
    except UnreadableError:
        return Answers(None)
    return answers_on(book.sheets)


def answers_on(sheets: Iterable[Sheet]) -> Answers:
    """Return the answers of a workbook that was opened."""
    sheet = next((sheet for sheet in sheets if sheet.name.strip() == LIST_SHEET), None)
    return _on_sheet(sheet) if sheet else Answers(None)


def _on_sheet(sheet: Sheet) -> Answers:
    header = _header(sheet.rows)
    submission = _submission(sheet.rows[:_SEARCHED])
    if header is None:
        return Answers(submission)
    row, columns = header
    given: dict[Answer, None] = {}
    refused = []
    for number, line in enumerate(sheet.rows[row:], start=row + 1):
        finding_id, text = _said(line, columns.get(FINDING)), _said(line, columns.get(ANSWER))[:_LONGEST]
        if text in ("", MUST_CORRECT, NO_NEED) or not _FINDING_ID.match(finding_id):
            continue
        if reason := fault_of(text):
            refused.append(Refused(finding_id, text, reason, f"{_letter(columns[ANSWER])}{number}"))
        else:
            given[Answer(finding_id, text, _said(line, columns.get(VALUE)) or None)] = None
    return Answers(submission, tuple(given), tuple(refused))


def _header(rows: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]] | None:
    """Return the number of the heading's row and the positions of its columns."""
    for number, row in enumerate(rows[:_SEARCHED], start=1):
        texts = [raw_text(value).split("（")[0].strip() for value in row]
        if ANSWER in texts and FINDING in texts:
            return number, {name: texts.index(name) for name in (ANSWER, FINDING, VALUE) if name in texts}
    return None


def _said(line: Sequence[Any], position: int | None) -> str:
    return raw_text(line[position]).strip() if position is not None and position < len(line) else ""


def _submission(rows: Sequence[Sequence[Any]]) -> str | None:
    texts = (value for row in rows for value in row if isinstance(value, str))
    return next((match[1] for text in texts if (match := _SUBMISSION.search(text))), None)


def _letter(position: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(position + 1)
