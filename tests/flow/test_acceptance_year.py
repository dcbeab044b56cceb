"""The zone's year as its own report tells it, computed from submitted rows and led back to their cells (brief.md)."""

from __future__ import annotations

import re

import openpyxl
import pytest

from sources.inbox import original
from tests.flow.conftest import Zone

YEAR = "2021-12"


@pytest.mark.parametrize(
    ("indicator", "figures"),
    [
        ("Z01", {"Z01": 41}),
        ("Z02", {"Z02a": 4, "Z02b": 11, "Z02c": 26}),
        ("Z39", {"Z39a": 3, "Z39b": 5}),
        ("Z40", {"Z40a": 16, "Z40b": 30}),
    ],
)
def test_the_figures_of_the_report(zone: Zone, indicator: str, figures: dict[str, int]) -> None:
    assert zone.figure(indicator, YEAR) == figures


def test_high_tech_applications_and_what_they_should_come_to(zone: Zone) -> None:
    assert zone.json("indicators", "show", "Z36", "--period", YEAR)["value"] == 39
    forecast = zone.json("indicators", "show", "Z38", "--period", YEAR)
    assert forecast["value"] > 80
    assert forecast["status"] == "estimated"


def test_fifty_enterprises_enter_the_directory(zone: Zone) -> None:
    assert zone.json("indicators", "show", "Z34", "--period", YEAR)["value"] == 50


def test_enterprises_above_scale_pass_160(zone: Zone) -> None:
    assert zone.figure("Z35", YEAR)["Z35"] > 160


def test_seven_reform_tasks(zone: Zone) -> None:
    assert zone.figure("Z59", YEAR)["Z59a"] == 7


@pytest.mark.parametrize("indicator", ["Z01", "Z05", "Z36", "Z39b", "Z40a", "Z59a"])
def test_a_figure_leads_back_to_the_cells_it_came_from(zone: Zone, indicator: str) -> None:
    traced = zone.json("indicators", "trace", indicator, "--period", YEAR)
    assert traced
    value = zone.json("indicators", "show", indicator, "--period", YEAR)["value"]
    if indicator != "Z01":
        assert sum(
            row["value"]
            for row in {(row["submission_id"], row["sheet"], row["row_key"]): row for row in traced}.values()
        ) == pytest.approx(value)
    for row in traced[:5]:
        book = openpyxl.load_workbook(original(zone.home, row["submission_id"]), data_only=True)
        shown = str(book[row["sheet"]][row["cell"]].value)
        assert re.sub(r"\.0$| 00:00:00$", "", shown) == row["raw"]


def test_every_published_figure_has_its_sources(zone: Zone) -> None:
    orphans = zone.json(
        "query",
        "select v.indicator_id, v.period from indicator_values v left join indicator_sources s using (indicator_id, period) "
        "where s.indicator_id is null and v.value <> 0 and v.indicator_id not in ('Z07', 'Z69a')",
    )
    assert orphans == []
