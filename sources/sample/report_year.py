"""What departments sent about the report's year, complete and clean: templates, and files with several neat sheets."""

from __future__ import annotations

from typing import Any

from sources.contract import Catalog
from sources.periods import chinese
from sources.sample.assessments import indicator_rows, result_rows
from sources.sample.delivery import Delivery, Sheet
from sources.sample.enterprises import register_rows
from sources.sample.names import Seed, stream
from sources.sample.packets import monthly_deliveries, yearly_delivery
from sources.sample.projects import project_rows
from sources.sample.schedule import arrival
from sources.sample.tasks import task_rows
from sources.sample.titles import title_rows
from sources.sample.zone import Year


def report_deliveries(catalog: Catalog, year: Year, seed: Seed) -> list[Delivery]:
    """Return the workbooks of the report's year, by department and period."""
    rng = stream(seed, "arrivals of the report's year")
    rows = report_rows(year)
    made = []
    for (form, period), content in rows.items():
        declared = catalog.form(form)
        received = arrival(rng, declared, period)
        name = f"{declared.title}（{chinese(period)}）.xlsx"
        sheet = Sheet(form, period, tuple(content))
        made.append(Delivery(declared.department, name, received, (sheet,)))
    for month in range(1, 13):
        period = f"{year.year}-{month:02d}"
        made += monthly_deliveries(catalog, year.ledgers, rng, period, None, f"{{title}}（{chinese(period)}）.xlsx")
    made.append(yearly_delivery(catalog, year.ledgers, rng, f"{year.year}", f"{{title}}（{year.year}年）.xlsx"))
    return made


def report_rows(year: Year) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return the rows of the report's year by (form, period)."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    books = year.books
    for month in range(1, 13):
        period = f"{year.year}-{month:02d}"
        found["key_projects", period] = project_rows(list(books.projects), period)
        found["enterprises", period] = register_rows(year.enterprises, period)
        found["enterprise_titles", period] = title_rows(books.records, period)
        found["reform_tasks", period] = task_rows(list(books.tasks), period, year.year)
        found["assessment_results", period] = result_rows(year.indicators, books, period)
    found["assessment_indicators", f"{year.year}"] = indicator_rows(year.indicators, year.year)
    return found
