"""Judge the submissions of one batch: each form once, over all workbooks that hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from expectations.data_docs import DataDocs
from expectations.digest import rules_digest
from expectations.judge import Part, judge
from expectations.results import RuleResult, Tally
from expectations.sheet import file_findings
from expectations.verdict import held_rows, verdict
from orchestration.intake.report import SubmissionOutcome
from sources.contract import Catalog
from sources.finding import Finding
from sources.inbox import Receipt
from sources.landing import Accepted
from sources.reader.model import Reading, Table
from sources.rules import Place, Register


@dataclass
class Read:
    """A submission that was read: its receipt and what the workbook gave."""

    receipt: Receipt
    reading: Reading
    twins: Sequence[Receipt] = ()


@dataclass
class Judged:
    """The outcomes of a batch, and the tables behind them in the same order (None where no table was found)."""

    outcomes: list[SubmissionOutcome] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)
    accepted: dict[str, list[Accepted]] = field(default_factory=lambda: defaultdict(list))
    #: What rules on trial found: landed for the stewards, told to no department.
    on_trial: list[Finding] = field(default_factory=list)
    results: list[tuple[SubmissionOutcome, RuleResult]] = field(default_factory=list)
    #: Form → fingerprint of the rules it was judged by.
    digests: dict[str, str] = field(default_factory=dict)


def judge_batch(reads: Sequence[Read], catalog: Catalog, register: Register, docs: DataDocs | None = None) -> Judged:
    """Judge every table of the batch. Each form is judged once, however many submissions hold it; ``docs`` show how."""
    judged = Judged()
    by_form: dict[str, list[tuple[Read, Table]]] = defaultdict(list)
    for read in reads:
        if not read.reading.tables:
            _unreadable(judged, read, register, catalog)
        for table in read.reading.tables:
            by_form[table.form].append((read, table))
    for form_id, found in by_form.items():
        form, tally = catalog.forms[form_id], Tally()
        judged.digests[form_id] = rules_digest(form, catalog, register)
        parts = [Part(read.receipt.submission_id, table, _reported(read)) for read, table in found]
        told = judge(form, parts, catalog, register, tally, docs.keeper(form) if docs else None)
        for number, ((read, table), findings) in enumerate(zip(found, told, strict=True)):
            every = [*findings, *repeated(read, table, register, form.title)]
            _record(judged, read, table, [finding for finding in every if not _on_trial(finding, register)], catalog)
            judged.on_trial += [finding for finding in every if _on_trial(finding, register)]
            judged.results += [
                (judged.outcomes[-1], result) for result in tally.results(number, table, every, register)
            ]
    _settle(judged, {read.receipt.submission_id: _reported(read) for read in reads}, catalog)
    return judged


def _on_trial(finding: Finding, register: Register) -> bool:
    return register.rule(finding.rule, finding.form).trial


def _reported(read: Read) -> date | None:
    return read.receipt.received_at.date() if read.receipt.arrival_known else None


def _unreadable(judged: Judged, read: Read, register: Register, catalog: Catalog) -> None:
    receipt = read.receipt
    findings = file_findings(read.reading, receipt.submission_id, register, catalog)
    judged.tables.append(None)
    judged.outcomes.append(
        SubmissionOutcome(receipt.submission_id, receipt.file, None, None, receipt.department, receipt.period, None,
                          "unreadable", 0, 0, tuple(findings))
    )  # fmt: skip


def _record(judged: Judged, read: Read, table: Table, findings: list[Finding], catalog: Catalog) -> None:
    form = catalog.forms[table.form]
    judged.tables.append(table)
    judged.outcomes.append(
        SubmissionOutcome(
            submission_id=read.receipt.submission_id,
            file=read.receipt.file,
            form=form.id,
            title=form.title,
            department=table.department,
            period=table.period,
            sheet=table.sheet,
            verdict=verdict(form, findings),
            data_rows=len(table.rows),
            held_rows=len(held_rows(form, findings)),
            findings=tuple(findings),
            is_restricted=form.restricted is not None,
        )
    )


def _settle(judged: Judged, reported: dict[str, date | None], catalog: Catalog) -> None:
    """Decide what lands. Several sheets of one form, department and period stand or fall together."""
    rejected = {_one(outcome) for outcome in judged.outcomes if outcome.verdict == "rejected"}
    for number, (outcome, table) in enumerate(zip(judged.outcomes, judged.tables, strict=True)):
        if outcome.form is None or table is None:
            continue
        if _one(outcome) in rejected:
            judged.outcomes[number] = replace(outcome, verdict="rejected")
            continue
        held = frozenset(row for _, row in held_rows(catalog.forms[outcome.form], outcome.findings))
        landed = Accepted(outcome.submission_id, reported[outcome.submission_id], table, held)
        judged.accepted[outcome.form].append(landed)


def _one(outcome: SubmissionOutcome) -> tuple[str | None, ...]:
    """What is accepted or not as one: a submission's form, department and period."""
    return (outcome.submission_id, outcome.form, outcome.department, outcome.period)


def repeated(read: Read, table: Table, register: Register, title: str) -> list[Finding]:
    """A07: the same bytes were sent for another period."""
    others = [twin.period or twin.file for twin in read.twins if twin.period != read.receipt.period]
    if not others:
        return []
    place = Place(table.form, title, table.department, table.period, read.receipt.submission_id, table.sheet)
    return [register.finding("A07", place, previous=f"{others[0]}的文件")]
