"""What the indicators of the report's year and of a recent month must give: counted with pandas from the written rows.

``indicator_truth.csv`` holds the counts of the usual seed (period, indicator, part, value): whoever computes an indicator
another way must come to the same. The report's own figures stand here once more, as the report gives them.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from sources.contract import load_catalog
from sources.sample import make_deliveries
from tests.sources.sample.truth import Ledger, Truth, truth

CATALOG = load_catalog()
TABLE = Path(__file__).with_name("indicator_truth.csv")
PERIODS = ("2021-12", "2026-09")
#: The report: 41 key projects, 4 provincial, 11 municipal; 39 applications for 高企 and more than 80 in all; 50 new 规上
#: and more than 160; 3 new and 5 valid 瞪羚; 16 and 30 专精特新; 7 reform tasks; 2 platform companies.
REPORT = {
    ("Z01", ""): 41,
    ("Z02", "省级"): 4,
    ("Z02", "市级"): 11,
    ("Z34", "毛增"): 50,
    ("Z35", ""): 162,
    ("Z36", ""): 39,
    ("Z38", ""): 85,
    ("Z39", "新增"): 3,
    ("Z39", "有效"): 5,
    ("Z40", "省级"): 16,
    ("Z40", "市级"): 30,
    ("Z56", "公司数"): 2,
    ("Z59", "任务数"): 7,
}


def ledger_of(seed: int | None = None) -> Ledger:
    """Return the rows that the departments send, without what is sent back."""
    deliveries = make_deliveries(CATALOG, months=6) if seed is None else make_deliveries(CATALOG, months=1, seed=seed)
    sheets = [sheet for delivery in deliveries for sheet in delivery.sheets]
    rows = {(s.form, s.period): s.rows for s in sheets if not any(fault.rule[0] in "ABR" for fault in s.faults)}

    def ledger(form: str, period: str) -> pd.DataFrame:
        fields = list(CATALOG.form(form).fields)
        values = [[row.get(name) for name in fields] for row in rows.get((form, period), ())]
        return pd.DataFrame(values, columns=fields, dtype=object)

    return ledger


@pytest.fixture(scope="module")
def counted() -> dict[str, Truth]:
    ledger = ledger_of()
    return {period: truth(ledger, period) for period in PERIODS}


def test_the_counts_are_those_of_the_table(counted: dict[str, Truth]) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        table = {(row["period"], row["indicator"], row["part"]): row["value"] for row in csv.DictReader(file)}
    found = {(period, *key): str(value) for period, values in counted.items() for key, value in values.items()}
    assert found == table


def test_the_report_is_given_back(counted: dict[str, Truth]) -> None:
    assert {key: counted["2021-12"][key] for key in REPORT} == REPORT
    assert {city for name, city in counted["2021-12"] if name == "Z29"} >= {"上海", "杭州", "厦门"}
    assert len([part for name, part in counted["2021-12"] if name == "Z61"]) == 4


def test_another_seed_gives_the_report_back_too() -> None:
    found = truth(ledger_of(7), "2021-12")
    assert {key: found[key] for key in REPORT} == REPORT


def test_talks_are_dispatched_every_half_month() -> None:
    ledger = ledger_of()
    halves = [f"2021-{month:02d}-{half}" for month in range(1, 13) for half in ("H1", "H2")]
    assert all(len(ledger("talks", half)) for half in halves)
