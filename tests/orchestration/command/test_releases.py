"""What is published, seen from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from orchestration.dbt_build import BuildOutcome
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.release import Release
from sources.published.shelf import current

Run = Callable[..., Result]


def test_before_the_first_release_the_list_is_empty(taizhang: Run) -> None:
    assert "还没有发布任何版本" in taizhang("releases").stdout
    assert json.loads(taizhang("releases", "--json").stdout) == []


def test_the_list_marks_the_current_release(taizhang: Run, published: Release) -> None:
    (row,) = json.loads(taizhang("releases", "list", "--json").stdout)

    assert (row["release_id"], row["current"], row["inputs"]) == (published.release_id, True, 1)
    assert f"●   {published.release_id}" in taizhang("releases").stdout


def test_a_release_is_shown_with_its_inputs_rows_and_checks(taizhang: Run, published: Release) -> None:
    shown = taizhang("releases", "show", "current").stdout

    for text in (published.release_id, "重点项目3月.xlsx", "fct_project_months", "应有的表都在", "核实 1"):
        assert text in shown
    assert json.loads(taizhang("releases", "show", "current", "--json").stdout)["batch_id"] == "b1"


def test_an_unknown_release_is_told_with_the_choices(taizhang: Run, published: Release) -> None:
    result = taizhang("releases", "show", "20200101T000000")

    assert (result.exit_code, result.stderr) == (2, f"没有版本“20200101T000000”。现有：{published.release_id}\n")


def test_diff_and_rollback(
    taizhang: Run, home: Home, published: Release, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    newer = publish(home, make_warehouse(z05="9.500000"), built, batch_id=None)

    shown = taizhang("releases", "diff", published.release_id, "current").stdout
    assert "年度累计完成投资" in shown
    assert "9.5" in shown
    (change,) = json.loads(taizhang("releases", "diff", published.release_id, "current", "--json").stdout)["values"]
    assert (change["before"], change["after"]) == (1.54567, 9.5)
    assert "数据相同" in taizhang("releases", "diff", "current", "current").stdout

    assert taizhang("releases", "rollback", published.release_id).exit_code == 0
    assert current(home) == published
    assert newer.warehouse.is_file()
