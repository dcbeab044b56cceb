"""Real workbooks through two contracts: their rows are typed, land, and lead back to their cells."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pytest

from orchestration.intake import run_intake
from sources.contract import load_catalog
from sources.home import Home
from sources.inbox import submit

REAL = Path(__file__).parents[3] / "shared" / "data" / "real"
CATALOG = load_catalog(Path(__file__).parent / "contracts")

pytestmark = pytest.mark.skipif(not REAL.exists(), reason="真实工作簿不在本机（不随项目分发）")


def the(part: str) -> Path:
    (found,) = [path for path in REAL.glob("*.xlsx") if part in path.name]
    return found


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("real"))
    for part in ("社会消费品零售总额增长3.7%", "2024年1—8月份全国规模以上工业企业利润"):
        submit(home, the(part))
    report = run_intake(home, catalog=CATALOG)
    assert {(o.form, o.verdict) for o in report.outcomes} == {
        ("industrial_profits", "accepted"),
        ("retail_sales", "accepted"),
    }
    # The groups of industry overlap (国有控股 lies across the sectors): their sum is asked about, nothing else.
    assert {finding.rule for outcome in report.outcomes for finding in outcome.findings} <= {"A12"}
    return home


def rows(home: Home, sql: str) -> list[tuple[object, ...]]:
    return duckdb.connect().execute(sql.replace("@", str(home.landing))).fetchall()


def test_profits_of_industry_are_typed_in_the_base_unit(landed: Home) -> None:
    found = rows(
        landed,
        "select period, revenue_wan, revenue_growth_rate from '@/industrial_profits/*.parquet' where group_name = '制造业'",
    )
    assert found == [("2024-08", Decimal("7500554000.0000"), Decimal("0.025000"))]


def test_retail_sales_of_the_month_and_the_year_are_kept_apart(landed: Home) -> None:
    found = rows(
        landed,
        "select period, sales_month_wan, sales_ytd_wan from '@/retail_sales/*.parquet' where item_name = '社会消费品零售总额'",
    )
    assert found == [("2024-05", Decimal("392110000.0000"), Decimal("1952370000.0000"))]


@pytest.mark.parametrize(
    ("form", "part"),
    [("industrial_profits", "2024年1—8月份全国规模以上工业企业利润"), ("retail_sales", "社会消费品零售总额增长3.7%")],
)
def test_every_number_leads_back_to_the_text_of_its_cell(landed: Home, form: str, part: str) -> None:
    page = openpyxl.load_workbook(the(part)).worksheets[0]
    traced = rows(landed, f"select cell, raw from '@/_coercions/*.parquet' where form = '{form}'")
    assert len(traced) > 30
    assert all(str(page[str(cell)].value).strip() == str(raw).strip() for cell, raw in traced)
