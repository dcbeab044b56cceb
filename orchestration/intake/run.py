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
    from orchestration.intake.judging import Judged
    from sources.reader.worker import Job, Readers

#: Submissions judged and landed together: large enough to share the cost of judging, small enough to keep in memory.
BATCH_SIZE = 400

#: Called with what is done, what there is, and the file at hand.
OnStep = Callable[[int, int, str], None]


def run_intake(
    home: Home, *, on_step: OnStep | None = None, full: bool = False, catalog: Catalog | None = None
) -> IntakeReport:
    """Bring everything that waits from the drop folder and the inbox to landing.

    With ``full`` landing is built again from the whole inbox, with the times of the first judgement. A run that was
    killed is first finished or undone. Raises nothing for bad files: they are outcomes.
    """
    catalog = catalog or load_catalog()
    recover(home)
    prepare(home, catalog)
    collected = collect_drop(home, catalog)
    waiting = list(submissions(home)) if full else pending(home)
    waiting = sorted(waiting, key=lambda identity: (read_receipt(home, identity).received_at, identity))
    batch_id, outcomes = _judge_waiting(home, catalog, waiting, on_step, full) if waiting else (None, ())
    known = tuple(receipt.file for receipt in collected.receipts if receipt.known)
    return IntakeReport(batch_id, tuple(outcomes), known, tuple(collected.refused.items()))


def _judge_waiting(
    home: Home, catalog: Catalog, waiting: Sequence[str], on_step: OnStep | None, full: bool
) -> tuple[str, Sequence[SubmissionOutcome]]:
    from sources.reader.worker import Readers

    outcomes: list[SubmissionOutcome] = []
    with Readers(catalog) as readers:
        for number, identities in enumerate(_chunks(waiting)):
            batch = Batch(home, _new_batch_id(home, identities[0]))
            if full and number == 0:
                _replace_everything(home, batch, waiting)
            step = partial(_tell, on_step, number * BATCH_SIZE, len(waiting))
            outcomes.extend(_run_batch(home, catalog, batch, identities, step, readers))
    return batch.batch_id, outcomes


def _new_batch_id(home: Home, first: str) -> str:
    """Return an id that no landed batch has: the time and the first submission."""
    batch_id = f"{now():%Y%m%dT%H%M%S}-{first[:6]}"
    while (home.landing / "_submissions" / f"{batch_id}.parquet").exists():
        batch_id += "b"
    return batch_id


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
    home: Home,
    catalog: Catalog,
    batch: Batch,
    identities: Sequence[str],
    step: Callable[[int, str], None],
    readers: Readers,
) -> list[SubmissionOutcome]:
    """Read, judge and land one batch. Judging (and with it Great Expectations) is imported only when something waits."""
    from orchestration.intake.judging import Read, judge_batch

    reads = []
    receipts = [read_receipt(home, identity) for identity in identities]
    for offset, (receipt, reading) in enumerate(zip(receipts, readers.read(_jobs(home, receipts)), strict=True)):
        step(offset, receipt.file)
        reads.append(Read(receipt, reading, twins(home, receipt)))
    judged = judge_batch(reads, catalog, load_register(catalog))
    _stage(home, catalog, batch, judged, {read.receipt.submission_id: read.receipt for read in reads})
    batch.commit()
    step(len(identities), "")
    return judged.outcomes


def _jobs(home: Home, receipts: Sequence[Receipt]) -> list[Job]:
    from sources.reader.worker import Job

    return [
        Job(
            original(home, receipt.submission_id),
            receipt.file,
            receipt.sha256,
            form=receipt.form,
            department=receipt.department,
            period=receipt.period,
        )
        for receipt in receipts
    ]


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
