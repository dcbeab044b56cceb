"""The intake: collect the drop folder, read what waits, judge it form by form, land it batch by batch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from orchestration.intake.record import submission_rows, verdict_json
from orchestration.intake.report import IntakeReport, SubmissionOutcome
from sources.contract import Catalog, load_catalog
from sources.home import Home
from sources.inbox import (
    Collected,
    Receipt,
    collect_drop,
    now,
    original,
    pending,
    read_receipt,
    submissions,
    twins,
    verdict_path,
)
from sources.landing import Batch, coercion_rows, column_rows, finding_rows, form_rows, prepare, recover
from sources.landing.batch import EMPTY
from sources.rules import load_register

if TYPE_CHECKING:
    from orchestration.intake.judging import Judged, Read

#: Submissions judged and landed together: large enough to share the cost of judging, small enough to keep in memory.
BATCH_SIZE = 200

#: Called with what is done, what there is, and the file at hand.
OnStep = Callable[[int, int, str], None]


def run_intake(home: Home, *, on_step: OnStep | None = None, full: bool = False) -> IntakeReport:
    """Bring everything that waits from the drop folder and the inbox to landing.

    With ``full`` landing is built again from the whole inbox, with the times of the first judgement. A run that was
    killed is first finished or undone. Raises nothing for bad files: they are outcomes.
    """
    catalog = load_catalog()
    recover(home)
    prepare(home, catalog)
    collected = collect_drop(home, catalog)
    waiting = list(submissions(home)) if full else pending(home)
    waiting = sorted(waiting, key=lambda identity: (read_receipt(home, identity).received_at, identity))
    outcomes: list[SubmissionOutcome] = []
    batch_id = None
    for number, identities in enumerate(_chunks(waiting)):
        batch_id = f"{now():%Y%m%dT%H%M%S}-{identities[0][:6]}"
        batch = Batch(home, batch_id)
        if full and number == 0:
            _replace_everything(home, batch, waiting)
        step = partial(_tell, on_step, number * BATCH_SIZE, len(waiting))
        outcomes.extend(_run_batch(home, catalog, batch, identities, step))
    known = tuple(receipt.file for receipt in collected.receipts if receipt.known)
    return IntakeReport(batch_id, tuple(outcomes), known, tuple(_refused(collected)))


def _refused(collected: Collected) -> Iterator[tuple[str, str]]:
    yield from collected.refused.items()


def _chunks(waiting: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(waiting), BATCH_SIZE):
        yield waiting[start : start + BATCH_SIZE]


def _tell(on_step: OnStep | None, before: int, total: int, done: int, file: str) -> None:
    if on_step:
        on_step(before + done, total, file)


def _replace_everything(home: Home, batch: Batch, waiting: Sequence[str]) -> None:
    """Let the first batch of a full run remove what earlier ones landed and mark all the rest as waiting.

    Both happen with its commit: a full run that is killed is gone on with, whichever command comes next.
    """
    for path in home.landing.glob("*/*.parquet"):
        if path.name != EMPTY:
            batch.stage_removal(path)
    for identity in waiting[BATCH_SIZE:]:
        batch.stage_mark(home.pending / identity)


def _run_batch(
    home: Home, catalog: Catalog, batch: Batch, identities: Sequence[str], step: Callable[[int, str], None]
) -> list[SubmissionOutcome]:
    """Read, judge and land one batch. Judging (and with it Great Expectations) is imported only when something waits."""
    from orchestration.intake.judging import judge_batch

    reads = []
    for offset, identity in enumerate(identities):
        read = _read(home, catalog, identity)
        step(offset, read.receipt.file)
        reads.append(read)
    judged = judge_batch(reads, catalog, load_register(catalog))
    _stage(home, catalog, batch, judged, {read.receipt.submission_id: read.receipt for read in reads})
    batch.commit()
    step(len(identities), "")
    return judged.outcomes


def _read(home: Home, catalog: Catalog, identity: str) -> Read:
    from orchestration.intake.judging import Read
    from sources.reader.read import read_workbook

    receipt = read_receipt(home, identity)
    reading = read_workbook(
        original(home, identity),
        catalog,
        form=receipt.form,
        department=receipt.department,
        period=receipt.period,
        name=receipt.file,
    )
    return Read(receipt, reading, twins(home, receipt))


def _stage(home: Home, catalog: Catalog, batch: Batch, judged: Judged, receipts: dict[str, Receipt]) -> None:
    """Stage all that a batch writes: rows, what describes them, verdicts, and the end of waiting."""
    times = {identity: _judged_at(home, identity) for identity in receipts}
    for form_id, accepted in judged.accepted.items():
        batch.stage_rows(form_id, form_rows(catalog.forms[form_id], accepted))
    found = zip(judged.outcomes, judged.tables, strict=True)
    parts = [(outcome.submission_id, table) for outcome, table in found if table is not None]
    batch.stage_rows("_columns", column_rows(parts))
    batch.stage_rows("_coercions", coercion_rows(parts))
    batch.stage_rows("_findings", finding_rows(f for outcome in judged.outcomes for f in outcome.findings))
    batch.stage_rows("_submissions", submission_rows(judged.outcomes, receipts, times))
    for identity in receipts:
        mine = [outcome for outcome in judged.outcomes if outcome.submission_id == identity]
        batch.stage_json(verdict_path(home, identity), verdict_json(mine, times[identity]))
        batch.stage_removal(home.pending / identity)


def _judged_at(home: Home, identity: str) -> datetime:
    """Return when a submission was first judged: a rebuild of the same inbox gives the same warehouse."""
    path = verdict_path(home, identity)
    if path.exists():
        return datetime.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["judged_at"])
    return now()
