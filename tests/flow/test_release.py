"""What a release of the sample zone carries besides its figures."""

from __future__ import annotations

import re

import openpyxl

from sources.published.read import open_file
from sources.published.semantic import Metrics, Question
from sources.published.shelf import current
from sources.published.tables import tables_of
from tests.flow.conftest import Zone

#: A stock, a flow, rates of one and of several facts, a scope of its own, a quarter, a year, what findings feed.
ASKED = ("Z01", "Z05", "Z09", "Z06", "Z08", "Z26", "Z46", "Z52", "Z58b", "Z65", "Z64", "Z69a")


def test_the_release_carries_a_dictionary_with_chinese_titles(zone: Zone) -> None:
    book = openpyxl.load_workbook(zone.home.current / "dictionary.xlsx", read_only=True)
    assert {"表", "字段", "指标"} <= set(book.sheetnames)
    cells = {value for row in book["字段"].iter_rows(values_only=True) for value in row}
    assert {"investment_ytd_wan", "1–本月累计完成投资", "万元"} <= cells


def test_every_column_of_the_catalogue_has_a_chinese_title(zone: Zone) -> None:
    tables = tables_of(current(zone.home)).values()
    columns = [(table.name, column.name, column.title) for table in tables for column in table.columns]
    assert len(columns) > 5_000
    assert [one for one in columns if not re.search(r"[\u4e00-\u9fff]", one[2])] == []


def test_a_file_that_nobody_could_read_asks_the_department_that_sent_it(zone: Zone) -> None:
    asked = zone.json("query", "select asked_department from fct_findings where form is null and is_open")
    assert {row["asked_department"] for row in asked} == {"projects", "enterprises"}


def test_every_rule_of_the_register_has_a_result(zone: Zone) -> None:
    rows = zone.json(
        "query", "select rule, sum(evaluated) as evaluated, sum(failed) as failed from fct_rule_results group by rule"
    )
    counted = {row["rule"]: row for row in rows}
    assert {row["code"] for row in zone.json("rules")} == set(counted)
    assert counted["B08"]["evaluated"] > counted["B08"]["failed"] >= 0
    assert counted["D02"]["evaluated"] > 0


def test_a_metric_asked_anew_says_what_the_night_published(zone: Zone) -> None:
    release = current(zone.home)
    assert release.metrics is not None
    metrics = Metrics(release.metrics.read_text(encoding="utf-8"))
    with open_file(release.warehouse) as connection:
        for indicator in ASKED:
            grain = metrics.indicators[indicator]["grain"]
            answer = connection.execute(metrics.sql(Question(indicator, grain))).fetchall()
            published = connection.execute(
                "select period, scope, value from indicator_values where indicator_id = ? order by all", [indicator]
            ).fetchall()
            assert answer == published != [], indicator
    assert ("industry", "所属产业") in {(one.name, one.title) for one in metrics.dimensions("Z05")}
