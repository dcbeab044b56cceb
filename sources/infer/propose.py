"""A table of a department's own workbook to the YAML of a form that reads this workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sources.contract import Catalog, Form
from sources.infer.cells import Page
from sources.infer.detect import tables_of
from sources.infer.fields import Draft, drafts_of
from sources.infer.form_text import form_yaml
from sources.infer.key import is_complete, key_of
from sources.infer.naming import guess_period, title_of
from sources.infer.structure import FoundTable
from sources.infer.sums import fields_off_their_totals
from sources.reader.model import Reading, Table
from sources.reader.read import Chosen, read_sheets
from sources.reader.sheet_name import worksheet_of
from sources.reader.workbook import Workbook

#: Name of a form until its file has one.
NEW_FORM = "new_form"
#: A draft is read again at most so often; every time at least one field becomes wider.
TRIES = 12


@dataclass(frozen=True)
class Proposal:
    """A proposed form: its object, its YAML, how it read the workbook, and what a person should look at."""

    form: Form
    yaml: str
    reading: Reading
    remarks: tuple[str, ...] = ()


@dataclass
class _Work:
    """What a proposal is made from."""

    book: Workbook
    table: FoundTable
    catalog: Catalog
    file: str
    department: str
    drafts: list[Draft]
    beside: list[FoundTable]
    remarks: list[str] = field(default_factory=list)


def propose(book: Workbook, table: FoundTable, catalog: Catalog, file: str, department: str | None = None) -> Proposal:
    """Return the form that reads a table of this workbook. ``department`` is the folder that the form will lie in.

    The draft is tried on the workbook itself: a type that some cell does not fit is widened, a column that another one
    cannot be told from is left out with a remark. Raises ``ValueError`` when fewer than two columns have a name of their own.
    """
    sheet = next(page for page in book.sheets if page.name == table.sheet)
    one = Workbook([sheet], book.properties)
    owner = department or next(iter(catalog.code_lists["departments"].codes))
    beside = [other for other in tables_of(sheet) if other.range != table.range]
    work = _Work(one, table, catalog, file, owner, drafts_of(Page(sheet), table), beside)
    _name_left_out(work)
    if not work.drafts:
        raise ValueError("表头没有可以区分的列名")
    reading = _settle(work)
    found = reading.tables[0] if reading.tables else None
    if found is not None:
        sums = fields_off_their_totals(found)
        work.drafts = [
            replace(draft, required=is_complete(reading.tables, draft.name), adds=draft.name not in sums)
            for draft in work.drafts
        ]
        _name_sums(work, sums)
        _name_sender(work, found)
        _name_other_rows(work, found)
    key = key_of(reading.tables, work.drafts)
    if key is None:
        work.remarks.append("没有一组列能区分所有行（有完全相同的行），已写 repeats: true；最好补充一列编号作为主键")
    form = _form(work, key or tuple(draft.name for draft in work.drafts))
    if key is None:
        form = form.model_copy(update={"repeats": True})
    form, again = _in_whole_book(replace(work, book=book), form)
    if not again.tables:
        raise ValueError("按表头认不出这张表：至少要有两列各有名称")
    return Proposal(form, form_yaml(form), again, tuple(work.remarks))


def _in_whole_book(work: _Work, form: Form) -> tuple[Form, Reading]:
    """Return the form as it has to be for the whole workbook: its sheets, the other tables there, where its period is from."""
    reading = _read(work, form)
    if any(worksheet_of(table.sheet) != work.table.sheet for table in reading.tables):
        form = form.model_copy(update={"sheets": (work.table.sheet,)})
        reading = _read(work, form)
        work.remarks.append(f"其他工作表也有相似的表，本表单只读“{work.table.sheet}”；如同为一张表，请删去 sheets")
    if any(hazard.rule in ("A19", "A21") for table in reading.tables for hazard in table.hazards):
        # The workbook was made with other tables in it: whoever keeps the form should not be asked about them monthly.
        form = form.model_copy(update={"other_tables": "left"})
    if any(table.period is None for table in reading.tables):
        form = form.model_copy(update={"dated": "receipt"})
    return form, _read(work, form)


def _name_left_out(work: _Work) -> None:
    kept = {draft.column.index for draft in work.drafts}
    lost = [column.letter for column in work.table.columns if column.index not in kept]
    if lost:
        work.remarks.append(f"{'、'.join(lost)}列的表头与其他列相同或为空，无法区分，未列入字段")


def _name_sums(work: _Work, sums: set[str]) -> None:
    titles = [draft.title for draft in work.drafts if draft.name in sums]
    if titles:
        work.remarks.append(f"合计行不等于明细之和的列：{'、'.join(titles)}（已写 adds: false，如应相等请删去）")


def _name_sender(work: _Work, found: Table) -> None:
    if found.department is None and found.department_found:
        work.remarks.append(
            f"填报单位“{found.department_found}”不在部门清单：请在 departments.csv 补充其名称，或在报送时选择部门"
        )


def _name_other_rows(work: _Work, found: Table) -> None:
    """Say where other tables on the sheet are taken for rows of this one, or are not read by this form at all."""
    table = work.table
    beyond = [row for row in found.rows if row > table.data[1]]
    if beyond:
        work.remarks.append(f"第{beyond[0]}行起属于同一工作表的另一张表，按本表读取会混入，请分开工作表后报送")
    below = [other.range for other in work.beside if other.header[0] > table.data[1]] if not beyond else []
    if below:
        work.remarks.append(f"下方{'、'.join(below)}是另一张表，本表单只读 {table.range}，请分开工作表后报送")
    beside = [other.range for other in work.beside if other.columns[0].index > table.columns[-1].index]
    if beside:
        work.remarks.append(f"右侧另有表 {'、'.join(beside)}，本表单只读 {table.range}，请上下排列后报送")


def _settle(work: _Work) -> Reading:
    """Widen types until the workbook is read without a complaint about its cells."""
    for _ in range(TRIES):
        reading = _read(work, _form(work, tuple(draft.name for draft in work.drafts[:1])))
        if not reading.tables or not _widen(work, reading.tables):
            return reading
    return reading


def _widen(work: _Work, tables: Sequence[Table]) -> bool:
    """Loosen every field that some cell does not fit, drop those without a column; say whether anything changed."""
    unfit = {problem.field for table in tables for problem in table.problems if problem.rule[0] in "BG"}
    unfit |= {name for table in tables for name in table.unitless}
    bound = {column.field for table in tables for column in table.columns}
    changed = False
    drafts = []
    for draft in work.drafts:
        if draft.name not in bound:
            work.remarks.append(f"{draft.column.letter}列“{draft.title}”与其他列无法区分，未列入字段")
            changed = True
            continue
        wider = draft.loosened() if draft.name in unfit else draft
        changed = changed or wider != draft
        drafts.append(wider)
    work.drafts = drafts or work.drafts
    return changed and bool(drafts)


def _read(work: _Work, form: Form) -> Reading:
    catalog = Catalog({form.id: form}, work.catalog.code_lists)
    return read_sheets(work.book, catalog, Chosen(form=form.id), work.file, "")


def _form(work: _Work, key: tuple[str, ...]) -> Form:
    titles = {draft.name: draft.title for draft in work.drafts}
    period, _ = guess_period(work.table, work.book.sheets[0], work.file)
    said = {"month": "每月", "quarter": "每季度", "year": "每年", "event": ""}[period]
    return Form.model_validate(
        {
            "id": NEW_FORM,
            "department": work.department,
            "title": title_of(work.table, work.file),
            "code": _free_code(work.catalog),
            "grain": f"每个{'、'.join(titles[name] for name in key)}{said}一行（请核对）",
            "means": "请写明本表用途和口径",
            "period": period,
            "key": key,
            "fields": {draft.name: _field(draft) for draft in work.drafts},
        }
    )


def _field(draft: Draft) -> Mapping[str, Any]:
    given: dict[str, Any] = {"title": draft.title, "aliases": draft.aliases, "type": draft.type, "unit": draft.unit,
                             "required": draft.required, "values": draft.values, "means": draft.means}  # fmt: skip
    shown = {name: value for name, value in given.items() if value}
    return shown if draft.adds else {**shown, "adds": False}


def _free_code(catalog: Catalog) -> str:
    """Return the first code after those in use."""
    used = [int(match[1]) for form in catalog if (match := re.match(r"F(\d{2})", form.code))]
    return f"F{min(max(used, default=0) + 1, 99):02d}"
