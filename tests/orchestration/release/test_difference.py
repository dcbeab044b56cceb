"""What the comparison of two releases tells."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from orchestration.dbt_build import BuildOutcome
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.difference import RowChange, ValueChange, diff


def test_only_what_changed_is_told_with_both_values(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    replaced = "update fct_submissions set submission_id = 's2', file = '更正.xlsx'"
    before = publish(home, make_warehouse(z05="1.500000", projects=2), built, batch_id=None)
    after = publish(home, make_warehouse(z05="2.500000", projects=3, more=replaced), built, batch_id=None)

    found = diff(before, after)

    assert found.rows == (RowChange("fct_project_months", 2, 3),)
    assert found.values == (
        ValueChange("Z05", "年度累计完成投资", "亿元", "2026-03", None, Decimal("1.500000"), Decimal("2.500000")),
    )
    assert [entry["file"] for entry in found.submissions_in] == ["更正.xlsx"]
    assert [entry["file"] for entry in found.submissions_out] == ["重点项目3月.xlsx"]


def test_a_figure_that_only_one_release_has_has_one_value(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    gone = "delete from indicator_values where period = '2026-02'"
    before = publish(home, make_warehouse(), built, batch_id=None)
    after = publish(home, make_warehouse(more=gone), built, batch_id=None)

    (change,) = diff(before, after).values

    assert (change.period, change.before, change.after) == ("2026-02", Decimal("0.800000"), None)


def test_a_release_does_not_differ_from_itself(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    release = publish(home, make_warehouse(), built, batch_id=None)

    found = diff(release, release)

    assert (found.rows, found.values, found.submissions_in, found.submissions_out) == ((), (), (), ())
