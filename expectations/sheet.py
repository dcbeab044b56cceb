"""Findings about a sheet as a whole, from what the reader says stands on it: the rules A01–A18."""

from __future__ import annotations

from typing import Any

from expectations.hazards import report_hazards
from expectations.reporter import Reporter
from expectations.wording import day, shown
from sources.contract import Catalog, Level
from sources.finding import Finding
from sources.obligations import due_date_of
from sources.periods import chinese, kind_of
from sources.reader.closest import closest_header, unbound
from sources.reader.model import Failure, Reading
from sources.rules import Place, Register
from sources.workdays import CalendarEndsError, workdays_late

#: From this many work days on, lateness must be explained (domain.md section 2.6, A01: N→V).
EXPLAIN_FROM = 5


def report_sheet(reporter: Reporter, catalog: Catalog) -> None:
    """Report everything that is wrong with the sheet itself."""
    _report_origin(reporter, catalog)
    _report_lateness(reporter, catalog)
    _report_header(reporter)
    table = reporter.rows.table
    if unsigned := [signature.label for signature in table.signatures if not signature.name]:
        reporter.sheet("A08", who="和".join(dict.fromkeys(unsigned)))
    if table.hidden:
        reporter.sheet("A11", where="、".join(table.hidden))
    if not table.rows and not table.is_nil:
        reporter.sheet("A16")
    if reporter.rows.copy_of is not None:
        reporter.sheet("A18", other=reporter.rows.copy_of)
    _report_counts(reporter)
    _report_headline(reporter)
    report_hazards(reporter)


def _report_origin(reporter: Reporter, catalog: Catalog) -> None:
    """Department, period and version of the template."""
    table, form = reporter.rows.table, reporter.rows.form
    kind = kind_of(table.period) if table.period else None
    if kind is None or form.period not in ("event", kind):
        reporter.sheet("A15", value=table.period)
    if table.period and table.period_found and table.period_found != table.period:
        found, chosen = chinese(table.period_found), chinese(table.period)
        reporter.sheet("A05", value=table.period_found, found=found, chosen=chosen, expected=chosen)
    if table.department is None:
        departments = catalog.code_lists["departments"]
        reporter.sheet("A17", value=table.department_found, choices="、".join(departments.names))
    if table.version_found is not None and table.version_found != form.version:
        reporter.sheet(
            "A02", value=table.version_found, expected=form.version, old=table.version_found, new=form.version
        )


def _report_lateness(reporter: Reporter, catalog: Catalog) -> None:
    """A submission is late when it came after the due day; beyond the calendar's end nothing is guessed."""
    received, table = reporter.rows.part.received_on, reporter.rows.table
    period = table.period
    if received is None or period is None or kind_of(period) is None:
        return
    try:
        due = due_date_of(catalog, reporter.rows.form, table.department, period)
        late = workdays_late(due, received) if due else 0
    except CalendarEndsError:
        return
    if due is None or received <= due:
        return
    level = Level.VERIFY if late >= EXPLAIN_FROM else None
    reporter.sheet(
        "A01",
        level=level,
        value=received.isoformat(),
        expected=f"不晚于{due.isoformat()}",
        difference=f"{late}个工作日",
        form_title=reporter.rows.form.title,
        due=day(due),
        days=late or "不足1",
    )


def _report_header(reporter: Reporter) -> None:
    table, form = reporter.rows.table, reporter.rows.form
    in_force = form.fields_in(table.period)
    missing = [field.title for name, field in in_force.items() if field.required and table.column_of(name) is None]
    if missing:
        told = "、".join(f"{title}{_like('最接近的表头', closest_header(title, table))}" for title in missing)
        reporter.sheet("A03", columns=told, expected="、".join(missing))
    letters = [column.letter for column in table.columns if column.field is None and any(column.path)]
    extra = [
        f"{letter}列“{header}”{_like('最接近', title)}"
        for letter, (header, title) in zip(letters, unbound(table, form), strict=True)
    ]
    if extra:
        reporter.sheet("A04", columns="、".join(extra))
    for name in table.unitless:
        column = table.column_of(name)
        cell = f"{column.letter}{table.header_rows[-1]}" if column and table.header_rows else None
        unit = f"“{column.unit_read}”" if column and column.unit_read else ""
        reporter.sheet("A06", field=name, cell=cell, value=column.unit_read if column else None, unit=unit)


def _like(words: str, name: str | None) -> str:
    return f"（{words}“{name}”）" if name else ""


def _report_headline(reporter: Reporter) -> None:
    """R03: the number of projects in the sentence over the header is that of the rows."""
    table = reporter.rows.table
    if table.form not in reporter.register.rule("R03").forms:
        return
    for stated in table.counts:
        if stated.is_headline and stated.number != len(table.rows):
            reporter.sheet("R03", cell=stated.cell, value=f"{stated.number}", expected=f"{len(table.rows)}",
                           stated=stated.number, rows=len(table.rows))  # fmt: skip


def _report_counts(reporter: Reporter) -> None:
    """R02: the numbers of projects by level, as the section titles state them, add up to the total; else to the rows."""
    table = reporter.rows.table
    if table.form not in reporter.register.rule("R02").forms:
        return
    counts = [stated for stated in table.counts if not stated.is_headline]
    sections = [stated.number for stated in counts if not stated.is_total]
    totals = [stated for stated in counts if stated.is_total]
    by_level = sum(sections) if sections else len(table.rows)
    total = totals[-1].number if totals else len(table.rows)
    if counts and by_level != total:
        where = (totals or counts)[-1]
        reporter.sheet("R02", cell=where.cell, value=f"{total}", expected=f"{by_level}", sum=by_level, total=total)


def file_findings(reading: Reading, submission_id: str | None, register: Register, catalog: Catalog) -> list[Finding]:
    """Return the findings about a file, or a sheet of it, that gave no table (A13, XL-ENCRYPTED, XL-UNREADABLE …)."""
    return [_file_finding(failure, reading.file, submission_id, register, catalog) for failure in reading.failures]


def _file_finding(
    failure: Failure, file: str, submission_id: str | None, register: Register, catalog: Catalog
) -> Finding:
    told: dict[str, Any] = {name: shown(text) for name, text in failure.shown.items()}
    if failure.rule == "A13":
        told["expected"] = "、".join(form.title for form in catalog)
    place = Place(submission_id=submission_id, sheet=failure.sheet, row_key=file)
    return register.finding(failure.rule, place, **{**told, "value": file})
