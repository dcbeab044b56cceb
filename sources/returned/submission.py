"""Which submission is meant, and what was found in it."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import COORD_RE

from sources.contract import Level
from sources.finding import Finding
from sources.home import Home
from sources.inbox import InboxError, Receipt, read_receipt, submissions, verdict_path
from sources.reader.sheet_name import worksheet_of

_WEIGHTS = {Level.MANDATORY: 0, Level.VERIFY: 1, Level.NOTICE: 2}
_FINDING_FIELDS = frozenset(field.name for field in fields(Finding))
#: As many submissions are named when a name fits several or none.
_NAMED = 5


class UnknownSubmissionError(Exception):
    """No submission has this id. ``near`` are receipts of submissions that may be meant."""

    def __init__(self, text: str, near: Sequence[Receipt]) -> None:
        self.near = tuple(near)
        super().__init__(f"收件箱里没有报送“{text}”")


class AmbiguousSubmissionError(Exception):
    """Several submissions begin with these characters: ``near`` are the receipts of the first of them."""

    def __init__(self, text: str, near: Sequence[Receipt], count: int) -> None:
        self.near = tuple(near)
        super().__init__(f"以“{text}”开头的报送有 {count} 个，请多写几位")


class NotJudgedError(Exception):
    """The submission waits to be judged: nothing is known of its faults."""


@dataclass(frozen=True)
class Listed:
    """A finding with the fingerprint under which it was recorded."""

    finding_id: str
    finding: Finding

    @property
    def cell(self) -> tuple[int, int] | None:
        """(row, column) of the cell, counted from 1, the first one of a range; None when no cell is named."""
        return place_of(self.finding.cell)


@dataclass(frozen=True)
class Part:
    """One form found in the submission and what was decided; ``form`` is None for a file that gave none."""

    form: str | None
    department: str | None
    period: str | None
    sheet: str | None
    verdict: str
    data_rows: int
    held_rows: int


@dataclass(frozen=True)
class Returned:
    """A judged submission."""

    receipt: Receipt
    judged_at: datetime
    parts: tuple[Part, ...]
    findings: tuple[Listed, ...]

    def count(self, level: Level) -> int:
        """Return the number of findings of a level."""
        return sum(listed.finding.level is level for listed in self.findings)

    def by_weight(self, sheets: Iterable[str]) -> list[Listed]:
        """Return the findings, worst first, then in the order of the workbook's sheets, rows and columns."""
        order = {sheet: number for number, sheet in enumerate(sheets)}

        def weight(listed: Listed) -> tuple[Any, ...]:
            found = listed.finding
            row, column = listed.cell or (found.row or 0, 0)
            return (_WEIGHTS[found.level], order.get(worksheet_of(found.sheet or ""), -1), row, column, found.rule)

        return sorted(self.findings, key=weight)


def place_of(cell: str | None) -> tuple[int, int] | None:
    """Return (row, column) of an A1 reference, of the first cell of a range; None for anything else."""
    match = COORD_RE.match((cell or "").split(":")[0].upper())
    if not match:
        return None
    try:
        row, column = int(match[2]), column_index_from_string(match[1])
    except ValueError:
        return None
    return (row, column) if 1 <= row <= 1_048_576 and column <= 16_384 else None


def find_submission(home: Home, text: str) -> str:
    """Return the id of the submission that an id, or its first characters, name.

    Raises ``UnknownSubmissionError`` with what may be meant (a submission of that file name, a similar id) and
    ``AmbiguousSubmissionError``.
    """
    wanted = text.strip().lower()
    known = list(submissions(home))
    if wanted in known:
        return wanted
    fitting = [identity for identity in known if wanted and identity.startswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousSubmissionError(text, [read_receipt(home, found) for found in fitting[:_NAMED]], len(fitting))
    raise UnknownSubmissionError(text, _near(home, text.strip(), known))


def _near(home: Home, text: str, known: Sequence[str]) -> list[Receipt]:
    receipts = {identity: read_receipt(home, identity) for identity in known}
    name = text.replace("\\", "/").rpartition("/")[2]
    named = [receipt for receipt in receipts.values() if name and name in receipt.file]
    if named:
        return sorted(named, key=lambda receipt: receipt.received_at, reverse=True)[:_NAMED]
    # A shortened id is compared with as many characters of the others.
    starts = {identity[: max(len(text), 4)]: identity for identity in known}
    return [receipts[starts[found]] for found in difflib.get_close_matches(text.lower(), starts, _NAMED, 0.7)]


def read_returned(home: Home, identity: str, *, more: Iterable[Mapping[str, Any]] = ()) -> Returned:
    """Return what was found in a submission.

    ``more`` are findings of rules between submissions, as rows of the findings table; those already in the verdict are
    left out. Raises ``InboxError`` for an unknown submission and ``NotJudgedError`` for one that still waits.
    """
    receipt = read_receipt(home, identity)
    path = verdict_path(home, identity)
    try:
        verdict = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotJudgedError(f"报送 {identity}（{receipt.file}）还没有审核") from None
    except (OSError, ValueError) as error:
        raise InboxError(f"报送 {identity} 的审核结论无法读取") from error
    found = [_listed(row) for part in verdict["parts"] for row in part["findings"]]
    known = {listed.finding_id for listed in found}
    between = (_listed(row) for row in more)
    found.extend(listed for listed in between if listed.finding_id not in known)
    return Returned(
        receipt=receipt,
        judged_at=datetime.fromisoformat(verdict["judged_at"]),
        parts=tuple(Part(**{field.name: part[field.name] for field in fields(Part)}) for part in verdict["parts"]),
        findings=tuple(found),
    )


def _listed(row: Mapping[str, Any]) -> Listed:
    known = {name: value for name, value in row.items() if name in _FINDING_FIELDS}
    finding = Finding(**{**known, "level": Level(row["level"])})
    return Listed(str(row.get("finding_id") or finding.finding_id), finding)
