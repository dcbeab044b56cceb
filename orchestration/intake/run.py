"""The intake: collect the drop folder, read what waits, judge it form by form, land it batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from orchestration.intake.again import judged_by_other_rules
from orchestration.intake.report import IntakeReport, SubmissionOutcome
from orchestration.intake.times import Times
from sources.contract import Catalog, load_catalog
from sources.decisions import decision_path
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
from sources.landing.replaced import stage_without
from sources.rules import Register, load_register

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
    took = Taken()
    batch_id = _judge_waiting(home, catalog, waiting, on_step, full, took) if waiting else None
    batch_id = _judge_again(home, catalog, on_step, took) or batch_id
    known = tuple(receipt.file for receipt in collected.receipts if receipt.known)
    return IntakeReport(
        batch_id,
        tuple(took.outcomes),
        known,
        tuple(collected.refused.items()),
        tuple(took.rejudged),
        took.explained,
        tuple(took.unexplained),
    )


@dataclass
class Taken:
    """What the batches of one intake came to."""

    outcomes: list[SubmissionOutcome] = field(default_factory=list)
    rejudged: list[SubmissionOutcome] = field(default_factory=list)
    explained: int = 0
    unexplained: list[str] = field(default_factory=list)


def _judge_again(home: Home, catalog: Catalog, on_step: OnStep | None, took: Taken) -> str | None:
    """Judge what was judged by other rules than today's, and what comes into force by that; return the last batch.

    A submission is judged again once: by then it bears today's rules.
    """
    from sources.reader.worker import Readers

    batch_id = None
    done: set[str] = set()
    while again := [identity for identity in judged_by_other_rules(home, catalog) if identity not in done]:
        with Readers(catalog) as readers:
            for identities in _chunks(again):
                batch = Batch(home, _new_batch_id(home, identities[0]))
                stage_without(batch, identities)
                step = partial(_tell, on_step, len(done), len(done) + len(again))
                outcomes = _run_batch(home, catalog, batch, identities, step, readers, took)
                took.rejudged.extend(outcomes)
                batch_id = batch.batch_id
        done |= set(again)
    return batch_id


def _judge_waiting(
    home: Home, catalog: Catalog, waiting: Sequence[str], on_step: OnStep | None, full: bool, took: Taken
) -> str:
    from sources.reader.worker import Readers

    with Readers(catalog) as readers:
        for number, identities in enumerate(_chunks(waiting)):
            batch = Batch(home, _new_batch_id(home, identities[0]))
            if full and number == 0:
                _replace_everything(home, batch, waiting)
            step = partial(_tell, on_step, number * BATCH_SIZE, len(waiting))
            took.outcomes.extend(_run_batch(home, catalog, batch, identities, step, readers, took))
    return batch.batch_id


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
    took: Taken,
) -> list[SubmissionOutcome]:
    """Read, judge and land one batch. Judging (and with it Great Expectations) is imported only when something waits."""
    from expectations.data_docs import DataDocs
    from orchestration.intake.answered import answers_of
    from orchestration.intake.judging import Read, judge_batch

    reads = []
    receipts = [read_receipt(home, identity) for identity in identities]
    for offset, (receipt, reading) in enumerate(zip(receipts, readers.read(_jobs(home, receipts)), strict=True)):
        step(offset, receipt.file)
        reads.append(Read(receipt, reading, twins(home, receipt)))
    register = load_register(catalog)
    judged = judge_batch(reads, catalog, register, DataDocs(home.work_docs, register))
    _stage(home, catalog, batch, judged, {read.receipt.submission_id: read.receipt for read in reads}, register)
    answered = answers_of(home, reads, catalog)
    new = [decision for decision in answered.explanations if not decision_path(home, decision).exists()]
    for decision in new:
        batch.stage_json(decision_path(home, decision), decision.content())
    took.explained += len(new)
    took.unexplained += answered.refused
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
            received_on=receipt.received_at.date(),
        )
        for receipt in receipts
    ]


def _stage(
    home: Home, catalog: Catalog, batch: Batch, judged: Judged, receipts: dict[str, Receipt], register: Register
) -> None:
    """Stage all that a batch writes: rows, what describes them, verdicts, and the end of waiting."""
    from orchestration.intake.record import result_rows, submission_rows, verdict_json

    times = {identity: Times.of(home, identity, judged.digests) for identity in receipts}
    for form_id, accepted in judged.accepted.items():
        batch.stage_rows(form_id, form_rows(catalog.forms[form_id], accepted))
    found = zip(judged.outcomes, judged.tables, strict=True)
    parts = [(outcome.submission_id, table) for outcome, table in found if table is not None]
    batch.stage_rows("_columns", column_rows(parts))
    batch.stage_rows("_coercions", coercion_rows(parts, catalog))
    findings = [found for outcome in judged.outcomes for found in outcome.findings]
    batch.stage_rows("_findings", finding_rows([*findings, *judged.on_trial]))
    batch.stage_rows("_submissions", submission_rows(judged.outcomes, receipts, times, judged.digests))
    batch.stage_rows("_rule_results", result_rows(judged.results))
    for identity in receipts:
        mine = [outcome for outcome in judged.outcomes if outcome.submission_id == identity]
        batch.stage_json(verdict_path(home, identity), verdict_json(mine, times[identity], judged.digests, register))
        batch.stage_removal(home.pending / identity)
