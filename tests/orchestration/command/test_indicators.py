"""Figures, and the cells behind them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


def as_json(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_before_the_first_release_the_way_out_is_named(taizhang: Run) -> None:
    result = taizhang("indicators")

    assert result.exit_code == 1
    assert result.stderr == "还没有发布任何版本。请先运行 taizhang refresh。\n"


@pytest.mark.usefixtures("published")
class TestPublished:
    def test_the_list_names_id_name_and_unit(self, taizhang: Run) -> None:
        rows = as_json(taizhang("indicators", "list", "--json"))

        assert [(row["id"], row["name"], row["unit"]) for row in rows] == [
            ("Z02a", "省级重点项目数", "个"),
            ("Z02b", "市级重点项目数", "个"),
            ("Z05", "年度累计完成投资", "亿元"),
            ("Z06", "年度投资完成率", "%"),
        ]
        assert [row["target"] for row in rows] == [4, None, 12.5, 0.6]

    def test_without_a_word_the_list_is_shown(self, taizhang: Run) -> None:
        assert "年度累计完成投资" in taizhang("indicators").stdout
        assert as_json(taizhang("indicators", "--json"))[2]["id"] == "Z05"

    def test_a_figure_is_that_of_the_latest_period(self, taizhang: Run) -> None:
        figure = as_json(taizhang("indicators", "show", "Z05", "--json"))

        assert figure == {
            "id": "Z05",
            "name": "年度累计完成投资",
            "unit": "亿元",
            "owner": "projects",
            "period": "2026-03",
            "scope": None,
            "value": 1.54567,
            "target": 12.5,
            "attainment_rate": 0.123654,
            "due_rate": 0.25,
            "schedule_gap": -0.126346,
            "status": "final",
            "vintage": "2026-04-07T02:00:00",
        }

    def test_a_figure_of_another_period(self, taizhang: Run) -> None:
        assert as_json(taizhang("indicators", "show", "Z05", "--period", "2026-02", "--json"))["value"] == 0.8
        assert "0.8 亿元" in taizhang("indicators", "show", "Z05", "--period", "2026-02").stdout

    def test_an_indicator_with_parts_shows_the_first_and_lists_all(self, taizhang: Run) -> None:
        figure = as_json(taizhang("indicators", "show", "Z02", "--json"))

        assert (figure["id"], figure["name"], figure["value"]) == ("Z02", "省级重点项目数", 1)
        assert [part["id"] for part in figure["parts"]] == ["Z02a", "Z02b"]
        assert "parts" not in as_json(taizhang("indicators", "show", "Z02b", "--json"))

    def test_a_trace_ends_at_workbook_sheet_cell_and_raw_text(self, taizhang: Run) -> None:
        rows = as_json(taizhang("indicators", "trace", "Z05", "--period", "2026-03", "--json"))

        keys = ("file", "sheet", "cell", "raw", "cell_value", "cell_unit", "value", "unit")
        assert [tuple(row[key] for key in keys) for row in rows] == [
            ("重点项目3月.xlsx", "Sheet1", "F5", "１.2", 12000, "万元", 1.2, "亿元"),
            ("重点项目3月.xlsx", "Sheet1", "F6", "3456.7", 3456.7, "万元", 0.34567, "亿元"),
        ]
        assert {row["submission_id"] for row in rows} == {"s1"}

    def test_the_trace_of_a_count_ends_at_the_counted_names(self, taizhang: Run) -> None:
        rows = as_json(taizhang("indicators", "trace", "Z02", "--json"))

        assert [(row["id"], row["cell"], row["raw"]) for row in rows] == [
            ("Z02a", "B5", "甲项目"),
            ("Z02b", "B6", "乙项目"),
        ]

    def test_the_parts_of_a_ratio_have_no_common_unit_and_may_read_no_cell(self, taizhang: Run) -> None:
        rows = as_json(taizhang("indicators", "trace", "Z06", "--json"))

        assert [(row["cell"], row["raw"], row["unit"]) for row in rows] == [("F6", "3456.7", None), (None, None, None)]

    def test_a_ratio_is_stored_as_a_fraction_and_shown_as_percent(self, taizhang: Run) -> None:
        assert as_json(taizhang("indicators", "show", "Z06", "--json"))["value"] == 0.563
        shown = taizhang("indicators", "show", "Z06").stdout
        for text in ("Z06 年度投资完成率，2026年3月", "56.3 %", "60 %", "全区", "初步", "项目建设部"):
            assert text in shown

    def test_the_table_of_a_trace_shows_figure_and_cells(self, taizhang: Run) -> None:
        shown = taizhang("indicators", "trace", "Z05").stdout

        for text in ("Z05 年度累计完成投资，2026年3月", "1.54567 亿元", "来源（2 处）", "3,456.7", "F6"):
            assert text in shown

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["show", "Z99"], "没有指标“Z99”。"),
            (["show", "Z05", "--period", "2025-01"], "最近有数值的期间：2026-03、2026-02"),
            (["trace", "Z0"], "没有指标“Z0”。"),
        ],
    )
    def test_what_is_not_there_is_told_with_the_choices(self, taizhang: Run, words: list[str], said: str) -> None:
        result = taizhang("indicators", *words)

        assert result.exit_code == 2
        assert said in result.stderr
