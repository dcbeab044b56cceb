"""What the next period's workbook begins with, and that it reads back with nothing wrong but what must be filled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.check import check
from sources.contract import FieldType, Form, load_catalog
from sources.home import Home
from sources.landing import SUBMISSIONS, rows_schema
from sources.periods import containing, previous
from sources.reader.read import read_workbook
from sources.returned import opening_of
from sources.rules import load_register
from sources.template import write_rows
from tests.sources.template.rows import full_rows

CATALOG = load_catalog()
#: Ranges and repeated rows: like a form's own rules they judge the values, which are made up here, not the template.
_OF_VALUES = {"B57", "R11"}
ROLLING = [pytest.param(form, id=form.id) for form in CATALOG if form.rows_continue]


@pytest.fixture
def accepted(tmp_path: Path) -> Callable[..., Home]:
    """Return a function that lands an accepted submission and returns the home."""
    home = Home(tmp_path / "var")

    def land(form: Form, period: str, rows: list[dict[str, Any]], *, identity: str = "1" * 16, department: str = "",
             verdict: str = "accepted", day: int = 5) -> Home:  # fmt: skip
        sent = {
            "submission_id": identity,
            "form": form.id,
            "period": period,
            "department": department or form.department,
        }
        at = datetime(2026, 4, day, 9)
        _write(
            home,
            "_submissions",
            [{**sent, "verdict": verdict, "received_at": at, "judged_at": at}],
            SUBMISSIONS,
            identity,
        )
        placed = [{**sent, "sheet": form.title, "sheet_row": 4 + number, **row} for number, row in enumerate(rows)]
        _write(home, form.id, placed, rows_schema(form), identity)
        return home

    return land


def _write(home: Home, name: str, rows: list[dict[str, Any]], schema: pa.Schema, identity: str) -> None:
    folder = home.landing / name
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"{identity}{rows[0]['period']}.parquet")


@pytest.mark.parametrize("form", ROLLING)
def test_the_next_workbook_reads_back_and_lacks_only_what_must_be_filled(
    form: Form, accepted: Callable[..., Home], tmp_path: Path
) -> None:
    period = containing(date(2026, 3, 1), form.period)
    rows = full_rows(CATALOG, form)
    begun = opening_of(accepted(form, previous(period), rows), form, form.department, period)
    assert begun.taken_from == previous(period)
    path = tmp_path / "表.xlsx"
    write_rows(
        form, CATALOG, path, begun.rows, period=period, department=form.department, filler="李一", reviewer="王二"
    )
    reading = read_workbook(path, CATALOG)
    assert reading.failures == []
    (table,) = reading.tables
    assert (table.problems, table.coercions, len(table.rows)) == ([], [], len(rows))
    for name in form.key:
        if form.fields[name].begins == "same":
            assert table.values[name] == [row[name] for row in rows], name
    missing = {name for name in form.required if form.fields_in(period).get(name) and None in table.values[name]}
    findings = check(reading, CATALOG, load_register(CATALOG), date(2026, 1, 1)).findings
    assert {one.field for one in findings if one.rule == "B55"} == missing, "必填而空着的，不多不少"
    assert [one for one in findings if one.rule not in {"B55", *_OF_VALUES, *form.rules}] == []
    assert all(form.fields[name].begins != "same" or form.fields[name].a_year_ago or form.fields[name].opens_with
               for name in missing)  # fmt: skip


def _projects(**more: Any) -> dict[str, Any]:
    return {
        "row_no": 7, "project_name": "新材料一期", "owner_name": "晨光公司", "total_investment_wan": Decimal(12000),
        "investment_prior_years_wan": Decimal(500), "planned_investment_year_wan": Decimal(5000),
        "investment_month_wan": Decimal(300), "investment_total_wan": Decimal(3500), "progress_text": "主体完工",
        "contact_name": "赵某", "contact_phone": "13800000000", **more,
    }  # fmt: skip


def test_within_a_year_plans_and_opening_values_stay_and_what_was_done_is_blank(
    accepted: Callable[..., Home],
) -> None:
    form = CATALOG.forms["key_projects"]
    (row,) = opening_of(accepted(form, "2026-03", [_projects()]), form, "projects", "2026-04").rows
    assert row["row_no"] == 1
    assert (row["investment_prior_years_wan"], row["planned_investment_year_wan"]) == (500, 5000)
    assert (row["total_investment_wan"], row["contact_name"]) == (12000, "赵某")
    assert not {"investment_month_wan", "investment_total_wan", "progress_text"} & set(row)


def test_a_new_year_opens_with_what_was_done_until_its_end(accepted: Callable[..., Home]) -> None:
    form = CATALOG.forms["key_projects"]
    (row,) = opening_of(accepted(form, "2026-12", [_projects()]), form, "projects", "2027-01").rows
    assert row["investment_prior_years_wan"] == 3500, "以前年度完成 = 上年末开工以来累计"
    assert "planned_investment_year_wan" not in row


def test_figures_of_a_year_ago_come_from_what_was_accepted_then(accepted: Callable[..., Home]) -> None:
    form = CATALOG.forms["industrial_months"]
    first, second = full_rows(CATALOG, form, 2)
    accepted(form, "2025-04", [{**second, "output_month_wan": Decimal(88)}], identity="a" * 16)
    home = accepted(form, "2026-03", [first, second], identity="b" * 16)
    found = opening_of(home, form, form.department, "2026-04").rows
    assert [row.get("output_prior_month_wan") for row in found] == [None, 88], "按主键对应，没有的空着"


def test_the_last_accepted_of_the_own_department_counts(accepted: Callable[..., Home]) -> None:
    form = CATALOG.forms["key_projects"]
    accepted(form, "2026-02", [_projects(project_name="二月")], identity="a" * 16)
    accepted(form, "2026-03", [_projects(project_name="三月")], identity="b" * 16)
    accepted(form, "2026-03", [_projects(project_name="三月改")], identity="c" * 16, day=9)
    accepted(form, "2026-03", [_projects(project_name="被退回")], identity="d" * 16, day=10, verdict="rejected")
    home = accepted(
        form, "2026-03", [_projects(project_name="别的部门")], identity="e" * 16, department="finance", day=11
    )
    names = {
        period: [row["project_name"] for row in opening_of(home, form, "projects", period).rows]
        for period in ("2026-04", "2026-03", "2026-02")
    }
    assert names == {"2026-04": ["三月改"], "2026-03": ["二月"], "2026-02": []}
    waiting = opening_of(home, form, "projects", "2026-04", without={"c" * 16})
    assert waiting.rows[0]["project_name"] == "三月"


def test_what_just_happens_begins_empty(accepted: Callable[..., Home]) -> None:
    form = CATALOG.forms["party_activities"]
    assert opening_of(accepted(form, "2026-03", full_rows(CATALOG, form)), form, form.department, "2026-04").rows == ()


def test_every_quantity_that_is_taken_over_is_declared() -> None:
    taken = [f"{form.id}.{name}" for form in CATALOG for name, field in form.fields.items()
             if field.type is FieldType.MONEY and ("_month" in name or "_ytd" in name) and field.begins == "same"]  # fmt: skip
    assert taken == [], "本期数不能由上期带入"
