"""Contradictions between good workbooks: figures of the last period edited so that they deny the period before or another form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bench.season_cells import stranger
from bench.season_rules import Row
from sources.contract import Catalog
from sources.sample.delivery import Delivery, Fault, Sheet
from sources.sample.layouts import layout_of

#: The row and the same object's row of the period before → what becomes of the row; None: the row does not suit.
Change = Callable[[Row, Row], dict[str, Any] | None]
D = Decimal


@dataclass(frozen=True)
class Edit:
    """One contradiction. ``field`` is the cell that the finding must name; None where the row is left out.

    ``once``: further rows would be the same contradiction again, or have nothing to contradict. ``added``: the changed row
    is a further one at the end of the list. ``every``: all rows are changed, the list as a whole is wrong.
    """

    rule: str
    form: str
    field: str | None
    change: Change = lambda row, last: {}
    once: bool = False
    added: bool = False
    every: bool = False


def _falls(row: Row, last: Row) -> dict[str, Any] | None:
    """A cumulative figure that falls; the three grains of the month still agree."""
    if last["investment_ytd_wan"] < 1000:
        return None
    ytd = last["investment_ytd_wan"] - 300
    return {**_sums(row, ytd), "investment_month_wan": D(0)}


def _stands_still(row: Row, last: Row) -> dict[str, Any] | None:
    if row["year_status"] == "竣工投产":
        return None
    ytd = last["investment_ytd_wan"]
    return {**_sums(row, ytd), "investment_month_wan": D(0), "progress_text": last["progress_text"]}


def _sums(row: Row, ytd: Decimal) -> dict[str, Any]:
    parts = dict.fromkeys(("civil_investment_wan", "installation_investment_wan", "land_cost_wan"))
    return {**parts, "investment_ytd_wan": ytd, "investment_total_wan": row["investment_prior_years_wan"] + ytd}


def _month_differs(row: Row, last: Row) -> dict[str, Any] | None:
    month = row["investment_month_wan"] + 400
    return {"investment_month_wan": month} if month < row["investment_ytd_wan"] else None


def _stops(row: Row, last: Row) -> dict[str, Any] | None:
    same = {name: last[name] for name in ("output_ytd_wan", "sales_ytd_wan", "export_ytd_wan")}
    months = dict.fromkeys(("output_month_wan", "sales_month_wan", "export_month_wan"), D(0))
    return {**same, **months} if last["output_month_wan"] > 0 else None


def _refunded(row: Row, last: Row) -> dict[str, Any]:
    """A tax that falls below last month's sum; the sums of the row follow it."""
    less = row["vat_ytd_wan"] - last["vat_ytd_wan"] + 700
    return {name: row[name] - less for name in ("vat_ytd_wan", "tax_revenue_ytd_wan", "budget_revenue_ytd_wan")}


def _less_fees(row: Row, last: Row) -> dict[str, Any]:
    """Other revenue that falls below last month's sum; the sum of the row follows it."""
    fees = last["nontax_revenue_ytd_wan"] - 50
    return {"nontax_revenue_ytd_wan": fees, "budget_revenue_ytd_wan": row["tax_revenue_ytd_wan"] + fees}


def _later(name: str, days: int) -> Change:
    return lambda row, last: {name: row[name] + timedelta(days=days)} if row.get(name) and last.get(name) else None


def _more(name: str, amount: int) -> Change:
    return lambda row, last: {name: row[name] + amount} if row.get(name) is not None else None


#: In the order in which rows are taken; each row bears one contradiction.
EDITS: tuple[Edit, ...] = (
    Edit("D01", "key_projects", "investment_ytd_wan", _falls),
    Edit("D01", "signings", "funds_ytd_wan", lambda row, last: {"funds_ytd_wan": last["funds_ytd_wan"] - 100, "funds_month_wan": D(0)} if (last.get("funds_ytd_wan") or 0) > 500 else None, once=True),
    Edit("D01", "fiscal_revenue", "nontax_revenue_ytd_wan", _less_fees, once=True),
    Edit("D02", "key_projects", "investment_month_wan", _month_differs),
    Edit("D03", "key_projects", "total_investment_wan", _more("total_investment_wan", 30000)),
    Edit("D04", "key_projects", "progress_text", _stands_still),
    Edit("G01", "key_projects", "uscc", lambda row, last: {"uscc": stranger(row), "owner_name": f"外省{row['owner_name'][2:]}"}),
    Edit("D05", "talks", "stage", lambda row, last: {"stage": "线索"} if last["stage"] in ("深度洽谈", "论证评估") else None),
    Edit("D06", "talks", None),
    Edit("D07", "project_milestones", "done_date", lambda row, last: {"done_date": row["done_date"] - timedelta(days=1)} if last.get("document_no") and last["milestone_status"] == "已办" else None),
    Edit("A09", "industrial_months", None),
    Edit("B32", "industrial_months", "output_ytd_wan", _more("output_ytd_wan", 2000)),
    Edit("B35", "industrial_months", "output_month_wan", lambda row, last: {name: row[name] * 12 for name in row if name.startswith(("output_", "sales_", "export_")) and row[name] is not None}),
    Edit("D10", "industrial_months", "output_month_wan", lambda row, last: {"output_prior_month_wan": row["output_month_wan"] / 2}),
    Edit("D12", "industrial_months", "output_month_wan", _stops),
    Edit("G02", "industrial_months", "enterprise_name", lambda row, last: {"enterprise_name": f"中原{row['enterprise_name'][3:]}"}),
    Edit("E11", "industrial_months", None),
    Edit("D15", "reform_tasks", "planned_end_date", _later("planned_end_date", 31), once=True),
    Edit("D16", "platform_assets", None),
    Edit("D18", "debts", "balance_wan", lambda row, last: {"balance_wan": row["balance_wan"] + 90} if row["balance_wan"] + 90 < row["drawn_wan"] else None),
    Edit("E19", "platform_assets", "mortgage_wan", lambda row, last: {"mortgagee": "示范农商行", "mortgage_wan": D(3000), "mortgage_end_date": row["acquired_date"] + timedelta(days=9000)} if not row.get("mortgagee") else None),
    Edit("E21", "key_taxpayers", "enterprise_name", lambda row, last: {"uscc": stranger(row), "enterprise_name": f"外省{row['enterprise_name'][2:]}"}),
    Edit("E18", "assessment_results", "declared_value", lambda row, last: {"declared_value": row["declared_value"] + 50, "recognized_value": None} if row["indicator_name"] == "申报高企数" else None, once=True),
    Edit("E07", "upgrade_subsidies", "enterprise_name", lambda row, last: {"uscc": stranger(row), "enterprise_name": f"外省{row['enterprise_name'][2:]}"}),
    Edit("D14", "fiscal_revenue", "vat_ytd_wan", _refunded, once=True),
)  # fmt: skip


def with_contradictions(
    good: Sequence[Delivery],
    catalog: Catalog,
    unplaced: list[tuple[str, str]],
    per_rule: int,
    wanted: Sequence[Edit] = EDITS,
) -> list[Delivery]:
    """Return the files with every edit in the last period of its form; edits that no row suits go to ``unplaced``."""
    made = list(good)
    for form in dict.fromkeys(edit.form for edit in wanted):
        held = [(at, sheet) for at, delivery in enumerate(made) for sheet in delivery.sheets if sheet.form == form]
        ordered = sorted(held, key=lambda pair: pair[1].period)[-2:]
        (_, before), (at, last) = ordered[0], ordered[-1]
        key = catalog.form(form).key
        edits = [edit for edit in wanted if edit.form == form]
        edits += [edit for edit in edits if not edit.once] * (per_rule - 1)
        edited = _shown(_edited(last, before, key, edits, unplaced), last, catalog)
        sheets = tuple(edited if sheet is last else sheet for sheet in made[at].sheets)
        made[at] = replace(made[at], sheets=sheets)
    return made


def _edited(
    sheet: Sheet, before: Sheet, key: Sequence[str], edits: Sequence[Edit], unplaced: list[tuple[str, str]]
) -> Sheet:
    known = {tuple(row.get(name) for name in key): row for row in before.rows}
    lasts = [known.get(tuple(row.get(name) for name in key)) for row in sheet.rows]
    rows: list[Row | None] = list(sheet.rows)
    free = [at for at, last in enumerate(lasts) if last is not None]
    faults: list[Fault] = []
    for edit in edits:
        if edit.every:
            rows = [{**row, **(edit.change(row, row) or {})} if row else None for row in rows]
            faults.append(Fault(edit.rule, ""))
            continue
        for at, row, last in [(at, row, last) for at in free if (row := rows[at]) and (last := lasts[at])]:
            changes = edit.change(row, last)
            if changes is None:
                continue
            faults.append(_apply(edit, rows, at, changes))
            free.remove(at)
            break
        else:
            unplaced.append((edit.form, edit.rule))
    kept = [at for at, row in enumerate(rows) if row is not None]
    moved = {at: number for number, at in enumerate(kept)}
    told = tuple(replace(fault, row=moved.get(fault.row) if fault.row is not None else None) for fault in faults)
    return replace(sheet, rows=tuple(dict(row) for row in rows if row is not None), faults=told)


def _shown(sheet: Sheet, before: Sheet, catalog: Catalog) -> Sheet:
    """Lay a sheet out neatly when the department's own layout has no column for what is now said."""
    if sheet.style is None:
        return sheet
    there = {column.field for column in sheet.style.columns}
    old = {name for row in before.rows for name, value in row.items() if value is not None}
    new = {name for row in sheet.rows for name, value in row.items() if value is not None} - old
    if new | {fault.field for fault in sheet.faults if fault.field} <= there:
        return sheet
    form = catalog.form(sheet.form)
    return replace(sheet, style=layout_of(form, None).style(form, sheet.rows))


def _apply(edit: Edit, rows: list[Row | None], at: int, changes: dict[str, Any]) -> Fault:
    """Change, add or leave out a row; return what is wrong, and where."""
    row = rows[at] or {}
    if edit.added:
        rows.append({**row, **changes, "row_no": len(rows) + 1})
        return Fault(edit.rule, "", len(rows) - 1, edit.field)
    rows[at] = {**row, **changes} if edit.field else None
    return Fault(edit.rule, "", at if edit.field else None, edit.field)
