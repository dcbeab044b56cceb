"""What departments sent a year before the season: the figures that the season's lists begin with or compare with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bench.season_rules import Row
from sources.contract import Catalog
from sources.sample.delivery import Delivery, Sheet
from sources.sample.layouts import layout_of

#: Figures of a firm's row → what it says of the year before.
_PRIOR = (
    "output_month_wan",
    "output_ytd_wan",
    "sales_month_wan",
    "sales_ytd_wan",
    "export_month_wan",
    "export_ytd_wan",
)


def history(catalog: Catalog, good: Sequence[Delivery]) -> Iterator[Delivery]:
    """Yield the industrial list of the season's last month a year ago, and the project list of last December.

    Both agree with what the season says of them, so that D11 and D19 have something to compare with.
    """
    sheets = sorted((sheet for delivery in good for sheet in delivery.sheets), key=lambda sheet: sheet.period)
    months = [sheet for sheet in sheets if sheet.form == "industrial_months"][-1]
    projects = next(sheet for sheet in sheets if sheet.form == "key_projects")
    year = int(months.period[:4]) - 1
    yield _sent(catalog, replace(months, period=f"{year}{months.period[4:]}", rows=tuple(map(_year_ago, months.rows))))
    closings = tuple(_closing(row, year) for row in projects.rows if row["investment_prior_years_wan"] > 0)
    yield _sent(catalog, replace(projects, period=f"{year}-12", rows=closings))


def _sent(catalog: Catalog, sheet: Sheet) -> Delivery:
    form = catalog.form(sheet.form)
    numbered = tuple({**row, "row_no": number} for number, row in enumerate(sheet.rows, start=1))
    drawn = replace(sheet, rows=numbered, style=layout_of(form, None).style(form, numbered))
    year, month = int(sheet.period[:4]), int(sheet.period[5:7])
    received = datetime(year + month // 12, month % 12 + 1, 3, 9, 30)
    return Delivery(form.department, f"{form.title}{sheet.period}.xlsx", received, (drawn,))


def _year_ago(row: Row) -> dict[str, Any]:
    figures = {name: row[name.replace("_month", "_prior_month").replace("_ytd", "_prior_ytd")] for name in _PRIOR}
    before = {
        name.replace("_month", "_prior_month").replace("_ytd", "_prior_ytd"): value for name, value in figures.items()
    }
    total = figures["output_ytd_wan"]
    return {**row, **figures, **before, "revenue_ytd_wan": total, "main_revenue_ytd_wan": total}


def _closing(row: Row, year: int) -> dict[str, Any]:
    """December of the year before: half of what was spent until then fell into that year."""
    spent = row["investment_prior_years_wan"]
    half = (spent / 2).quantize(spent)
    sums = {
        "investment_prior_years_wan": spent - half,
        "planned_investment_year_wan": half,
        "investment_month_wan": (half / 10).quantize(spent),
        "investment_ytd_wan": half,
        "investment_total_wan": spent,
        "statistics_investment_ytd_wan": half,
    }
    parts = dict.fromkeys(("completion_rate", "civil_investment_wan", "installation_investment_wan", "land_cost_wan"))
    open_yet = {"year_status": "续建", "actual_end_date": None, "problem_text": None, "next_step_text": None}
    begun = min(row["actual_start_date"], date(year, 11, 30))
    text = f"{year}年12月主体施工正常推进，设备陆续进场。"
    return {**row, **sums, **parts, **open_yet, "actual_start_date": begun, "progress_text": text}
