"""What departments sent about the recent months: each in its own style, another one every month."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime

from sources.contract import Catalog
from sources.sample import enterprise_styles, office_styles
from sources.sample.assessments import indicator_rows, result_rows
from sources.sample.delivery import Delivery, Sheet
from sources.sample.enterprises import register_rows
from sources.sample.names import Seed, stream
from sources.sample.packets import monthly_deliveries
from sources.sample.project_styles import PROJECT_STYLES
from sources.sample.projects import project_rows
from sources.sample.schedule import arrival
from sources.sample.tasks import task_rows
from sources.sample.titles import title_rows
from sources.sample.zone import RECENT_YEAR, Year

LAST_MONTH = 10
#: How people name their files.
_NAMES = (
    "{title}{year}年{month}月.xlsx",
    "{month}月{title}（最终版）.xlsx",
    "{year}.{month:02d}{title}.xlsx",
    "{title}（{month}月）最终版2.xlsx",
)


def recent_periods(months: int) -> list[str]:
    """Return the last ``months`` periods up to October of the recent year, at most ten."""
    return [f"{RECENT_YEAR}-{month:02d}" for month in range(LAST_MONTH - months + 1, LAST_MONTH + 1)]


def recent_deliveries(catalog: Catalog, year: Year, seed: Seed, months: int) -> list[Delivery]:
    """Return the workbooks of the recent months without their faults; no month, no workbook."""
    periods = recent_periods(months)
    made = _yearly(catalog, year, stream(seed, "arrival of the yearly list")) if periods else []
    for period in periods:
        rng = stream(seed, f"arrivals of {period}")
        made.append(_projects(catalog, year, rng, period))
        made.extend(_enterprises(catalog, year, rng, period))
        made.extend(_office(catalog, year, rng, period))
        name = _file("{title}", period)
        made.extend(monthly_deliveries(catalog, year.ledgers, rng, period, int(period[5:]), name))
    return made


def _yearly(catalog: Catalog, year: Year, rng: random.Random) -> list[Delivery]:
    form = catalog.form("assessment_indicators")
    rows = tuple(indicator_rows(year.indicators, year.year))
    received = arrival(rng, form, f"{year.year}")
    return [Delivery("office", f"{year.year}年绩效考核指标库.xlsx", received, (Sheet(form.id, f"{year.year}", rows),))]


def _file(title: str, period: str) -> str:
    month = int(period[5:])
    return _NAMES[month % len(_NAMES)].format(title=title, year=period[:4], month=month)


def _projects(catalog: Catalog, year: Year, rng: random.Random, period: str) -> Delivery:
    style = PROJECT_STYLES[int(period[5:]) % len(PROJECT_STYLES)]
    sheet = Sheet("key_projects", period, tuple(project_rows(list(year.books.projects), period)), style)
    received = arrival(rng, catalog.form("key_projects"), period)
    return Delivery("projects", _file("重点项目调度表", period), received, (sheet,))


def _enterprises(catalog: Catalog, year: Year, rng: random.Random, period: str) -> list[Delivery]:
    """Even months: both forms as sheets of one workbook in the department's style; odd months: two templates."""
    register = tuple(register_rows(year.enterprises, period))
    ladder = tuple(title_rows(year.books.records, period))
    received = arrival(rng, catalog.form("enterprises"), period)
    if int(period[5:]) % 2 == 0:
        sheets = (
            Sheet("enterprises", period, register, enterprise_styles.REGISTER),
            Sheet("enterprise_titles", period, ladder, enterprise_styles.LADDER),
        )
        return [Delivery("enterprises", _file("企业名录和培育库", period), received, sheets)]
    return _apart(
        period, received, (("企业名录", "enterprises", register), ("企业培育库", "enterprise_titles", ladder))
    )


def _apart(
    period: str, received: datetime, contents: Sequence[tuple[str, str, tuple[dict[str, object], ...]]]
) -> list[Delivery]:
    return [
        Delivery("enterprises", _file(title, period), received, (Sheet(form, period, rows),))
        for title, form, rows in contents
    ]


def _office(catalog: Catalog, year: Year, rng: random.Random, period: str) -> list[Delivery]:
    tasks = tuple(task_rows(list(year.books.tasks), period, year.year))
    results = tuple(result_rows(year.indicators, year.books, period))
    results_style = office_styles.RESULTS if int(period[5:]) % 3 else None
    return [
        Delivery(
            "office",
            _file("改革任务台账", period),
            arrival(rng, catalog.form("reform_tasks"), period),
            (Sheet("reform_tasks", period, tasks, office_styles.MILESTONES),),
        ),
        Delivery(
            "office",
            _file("绩效考核完成情况表", period),
            arrival(rng, catalog.form("assessment_results"), period),
            (Sheet("assessment_results", period, results, results_style),),
        ),
    ]
