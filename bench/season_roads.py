"""What reaches the warehouse on another road than the drop folder: chosen periods, locked periods, reports in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from docx import Document

from sources.contract import Catalog
from sources.decisions import PeriodLock, Role, record
from sources.home import Home
from sources.inbox import submit
from sources.sample.delivery import Answer, Delivery, Sheet
from sources.sample.layouts import layout_of
from sources.sample.write import write_delivery

#: What is locked before its files are judged: nothing that was sent for it takes force. And what is locked after that.
LOCKED, LOCKED_LATER = ("party_activities", "2026-08"), ("service_centers", "2026-08")
#: A report in words and how its numbers relate to what is published: the first one never can.
REPORT, REPORT_PERIOD = "自查报告（E22）.docx", "2026-10"
_SENTENCES = ("本年谋划实施重点项目9871个。", "本年谋划实施重点项目{projects}个。")


@dataclass(frozen=True)
class Sent:
    """A workbook that a person submits with choices of their own."""

    rule: str
    file: str
    department: str | None
    period: str | None
    above: tuple[str, ...] = ()
    is_titled: bool = True


def send_by_hand(folder: Path, catalog: Catalog, good: Delivery, sheet: Sheet) -> list[Answer]:
    """Submit the talks for another period than they say, for two periods, and for nobody; return what is planted.

    A05: the period chosen is not that of the sheet. A07: the same bytes for the next period. A17: no department.
    """
    sent = (
        Sent("A05", "在谈项目（A05）.xlsx", good.department, "2026-08-H1"),
        Sent("", "在谈项目（首次）.xlsx", good.department, "2025-03-H1", is_titled=False),
        Sent("A07", "在谈项目（A07）.xlsx", good.department, "2025-03-H2", is_titled=False),
        Sent("A17", "在谈项目（A17）.xlsx", None, sheet.period, above=("填报单位：筹备组某某办公室",)),
    )
    return [answer for one in sent for answer in _submitted(folder, catalog, good, sheet, one)]


def _submitted(folder: Path, catalog: Catalog, good: Delivery, sheet: Sheet, sent: Sent) -> Iterator[Answer]:
    form = catalog.form(sheet.form)
    style = layout_of(form, None).style(form, sheet.rows)
    title = style.title if sent.is_titled else form.title
    drawn = replace(sheet, style=replace(style, title=title, above=sent.above or style.above), faults=())
    work = folder / "by-hand" / (sent.rule or "first")
    file = f"{form.title}{sheet.period if sent.is_titled else ''}.xlsx"
    write_delivery(work, Delivery(good.department, file, good.received_at, (drawn,)), catalog)
    (work / file).rename(work / sent.file)
    submit(Home(folder), work / sent.file, department=sent.department, period=sent.period, received_at=good.received_at)
    if sent.rule:
        yield Answer(sent.file, form.title, sent.rule, "", "", "")


def lock(folder: Path, good: Sequence[Delivery]) -> list[Answer]:
    """Lock a form's period before anything is judged; return what then waits for a correction (R12)."""
    for (form, period), year in ((LOCKED, 2026), (LOCKED_LATER, 2099)):
        taken, who = datetime(year, 9, 1, 9, 0), {"by": "锁定人", "role": Role.DESK, "reason": "示例锁定"}
        record(Home(folder), PeriodLock(taken_at=taken, form=form, period=period, **who))
    files = [one.file for one in good for sheet in one.sheets if (sheet.form, sheet.period) == LOCKED]
    return [Answer(file, LOCKED[0], "R12", "", "", "") for file in files]


def write_report(folder: Path, projects: int) -> list[Answer]:
    """Write a report whose first number is not what is published, and whose second one is; return what is planted."""
    document = Document()
    for sentence in _SENTENCES:
        document.add_paragraph(sentence.format(projects=projects))
    document.save(str(folder / REPORT))
    return [Answer(REPORT, "", "E22", "", "", "")]
