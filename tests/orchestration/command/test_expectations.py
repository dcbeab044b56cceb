"""The suite of a form, listed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("name", ["key_projects", "F01", "重点项目月度调度表"])
def test_a_form_is_found_by_id_code_and_title(taizhang: Run, name: str) -> None:
    rows = json.loads(taizhang("expectations", name, "--json").stdout)
    (b08,) = (row for row in rows if row["rule"] == "B08")

    assert b08["columns"] == ["investment_month_wan", "investment_ytd_wan", "investment_total_wan"]
    assert (b08["level"], b08["mostly"]) == ("mandatory", 1.0)
    assert "大小关系不符" in b08["message"]


def test_a_bound_of_a_field_is_shown_with_its_column(taizhang: Run) -> None:
    rows = json.loads(taizhang("expectations", "key_projects", "--json").stdout)
    negative = next(row for row in rows if row["rule"] == "B07" and row["columns"] == ["total_investment_wan"])

    assert (negative["type"], negative["bounds"]) == ("expect_column_values_to_be_between", {"min_value": 0.0})
    (unique,) = (row for row in rows if row["rule"] == "R11")
    assert unique["type"] == "expect_compound_columns_to_be_unique"


def test_the_table_speaks_chinese(taizhang: Run) -> None:
    shown = taizhang("expectations", "改革任务台账").stdout

    assert all(text in shown for text in ("《改革任务台账》的期望", "强制", "提示语"))


def test_an_unknown_form_ends_with_2(taizhang: Run) -> None:
    result = taizhang("expectations", "没有的表")

    assert result.exit_code == 2
    assert "没有表“没有的表”" in result.stderr
