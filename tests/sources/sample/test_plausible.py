from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from sources.contract import load_catalog
from sources.identifiers import project_code, uscc
from sources.sample.delivery import Delivery, Sheet
from sources.sample.write import make_deliveries
from sources.sample.zone import make_zone

CATALOG = load_catalog()


@pytest.fixture(scope="module")
def deliveries() -> list[Delivery]:
    return make_deliveries(CATALOG, months=3)


@pytest.fixture
def clean(deliveries: list[Delivery]) -> list[Sheet]:
    return [sheet for delivery in deliveries for sheet in delivery.sheets if not sheet.faults]


def months_of(sheets: list[Sheet], form: str, name: str, year: int) -> list[list[dict[str, Any]]]:
    """Return the rows of each thing over the months of a year."""
    found: dict[str, list[dict[str, Any]]] = {}
    for sheet in sorted(sheets, key=lambda sheet: sheet.period):
        if sheet.form == form and sheet.period.startswith(f"{year}-"):
            for row in sheet.rows:
                found.setdefault(row[name], []).append(row)
    return list(found.values())


def test_codes_are_valid(clean: list[Sheet]) -> None:
    codes = {row["uscc"] for sheet in clean for row in sheet.rows if row.get("uscc")}
    assert len(codes) > 200
    assert all(uscc.is_valid(code) and uscc.organization_part_valid(code) and code[2:8] == "370105" for code in codes)
    projects = {row["project_code"] for sheet in clean for row in sheet.rows if row.get("project_code")}
    assert all(project_code.is_valid(code) for code in projects)


def test_cumulative_investment_is_the_sum_of_the_months(clean: list[Sheet]) -> None:
    for months in months_of(clean, "key_projects", "project_code", 2021):
        spent = 0
        assert len(months) == 12
        for row in months:
            spent += row["investment_month_wan"]
            assert row["investment_ytd_wan"] == spent
            assert (
                row["investment_total_wan"] == row["investment_prior_years_wan"] + spent <= row["total_investment_wan"]
            )


def test_investment_grows_through_the_year(clean: list[Sheet]) -> None:
    totals = [
        sum(row["investment_ytd_wan"] for row in sheet.rows)
        for sheet in sorted(clean, key=lambda sheet: sheet.period)
        if sheet.form == "key_projects" and sheet.period.startswith("2021")
    ]
    assert all(later > earlier for earlier, later in pairwise(totals))


@pytest.mark.parametrize(("form", "name"), [("key_projects", "project_code"), ("reform_tasks", "task_no")])
def test_progress_is_told_anew_each_month(clean: list[Sheet], form: str, name: str) -> None:
    for months in months_of(clean, form, name, 2021):
        texts = list(dict.fromkeys(row["progress_text"] for row in months))
        assert len(texts) == 12
        assert all(len(text) >= 15 for text in texts)


def test_keys_are_unique_and_required_fields_are_there(clean: list[Sheet]) -> None:
    for sheet in clean:
        form = CATALOG.form(sheet.form)
        keys = [tuple(row.get(name) for name in form.key) for row in sheet.rows]
        assert len(set(keys)) == len(keys)
        said = {column.field for column in sheet.style.columns if column.fallback} if sheet.style else set()
        assert all(row.get(name) is not None for row in sheet.rows for name in form.required if name not in said)


def test_ledgers_carry_on_from_month_to_month(clean: list[Sheet]) -> None:
    for before, after in pairwise(
        sorted(
            (s for s in clean if s.form == "enterprise_titles" and s.period.startswith("2021")), key=lambda s: s.period
        )
    ):
        keys = [{(row["uscc"], row["title_name"], row["batch"]) for row in sheet.rows} for sheet in (before, after)]
        assert keys[0] <= keys[1]


def test_most_workbooks_come_in_time_and_some_late(deliveries: list[Delivery]) -> None:
    from sources.workdays import due_date

    late = [
        delivery.received_at.date() > (due_date(CATALOG.form(sheet.form), sheet.period) or delivery.received_at.date())
        for delivery in deliveries
        for sheet in delivery.sheets
        if sheet.period.startswith("2021-")
    ]
    assert 0 < sum(late) < len(late) / 4


def test_zones_share_no_code_and_no_firm() -> None:
    keys = [
        {
            tuple(row.get(name) for name in CATALOG.form(form).key)
            for delivery in make_deliveries(CATALOG, months=1, zone=zone)
            for sheet in delivery.sheets
            if sheet.form in ("talks", "project_milestones", "leases", "reform_tasks", "appeals")
            for row in sheet.rows
            for form in [sheet.form]
        }
        for zone in (1, 2)
    ]
    assert len(keys[0]) > 200
    assert keys[0].isdisjoint(keys[1])
    firms = [
        {enterprise.uscc: enterprise.name for enterprise in make_zone(3, zone).recent.enterprises}
        for zone in (1, 2, 50)
    ]
    names = [set(list(zone.values())[2:]) for zone in firms]
    assert len(names[0] | names[1] | names[2]) == sum(map(len, names))
    assert len(firms[0] | firms[1] | firms[2]) == sum(map(len, firms))
    assert all(uscc.is_valid(code) for zone in firms for code in zone)
