"""Checking a file without submitting it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.workbooks import project, write_projects

Run = Callable[..., Result]


def test_a_good_workbook_passes(taizhang: Run, tmp_path: Path) -> None:
    result = taizhang("check", str(write_projects(tmp_path / "重点项目3月.xlsx", [project()])))

    assert result.exit_code == 0, result.output
    for text in (
        "重点项目3月.xlsx：通过",
        "《重点项目月度调度表》，项目建设部，2026年3月",
        "数据 1 行",
        "没有发现问题",
    ):
        assert text in result.stdout


def test_a_mandatory_finding_names_the_cell_and_ends_with_1(taizhang: Run, tmp_path: Path) -> None:
    path = write_projects(tmp_path / "a.xlsx", [project(), project(项目名称="二期", **{"本月完成投资（万元）": 3200})])
    result = taizhang("check", str(path))

    assert result.exit_code == 1, result.output
    for text in ("退回", "强制（必须改正）", "S4", "B08", "本月3200、本年累计3000"):
        assert text in result.stdout


def test_json_is_one_object_with_the_rows_when_asked(taizhang: Run, tmp_path: Path) -> None:
    path = str(write_projects(tmp_path / "a.xlsx", [project()]))
    plain = json.loads(taizhang("check", path, "--json").stdout)
    full = json.loads(taizhang("check", path, "--json", "--rows").stdout)

    assert (plain["verdict"], plain["findings"]) == ("accepted", [])
    assert "rows" not in plain["submissions"][0]
    (row,) = full["submissions"][0]["rows"]
    assert row["values"]["总投资"] == {"value": 12000, "raw": "12000", "cell": "P3"}


def test_what_the_sender_says_holds_and_a_contradiction_is_found(taizhang: Run, tmp_path: Path) -> None:
    path = str(write_projects(tmp_path / "a.xlsx", [project()]))
    result = taizhang("check", path, "--form", "F01", "--department", "招商引资部", "--period", "2026-04", "--json")
    shown = json.loads(result.stdout)

    (submission,) = shown["submissions"]
    assert (submission["form"], submission["department"], submission["period"]) == (
        "key_projects",
        "investment",
        "2026-04",
    )
    assert "A05" in [finding["rule"] for finding in shown["findings"]]
    assert result.exit_code == 1


def test_a_file_that_is_no_workbook_ends_with_2(taizhang: Run, tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"not a workbook")
    result = taizhang("check", str(path), "--json")

    assert result.exit_code == 2
    shown = json.loads(result.stdout)
    assert (shown["verdict"], [finding["rule"] for finding in shown["findings"]]) == ("unreadable", ["XL-UNREADABLE"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--form", "没有的表"], "没有表“没有的表”"),
        (["--department", "没有的部门"], "没有部门“没有的部门”"),
        (["--period", "三月"], "“三月”不是期间"),
    ],
)
def test_an_option_that_cannot_be_used_ends_with_2_and_one_line(taizhang: Run, tmp_path: Path, words, said) -> None:
    path = str(write_projects(tmp_path / "a.xlsx", [project()]))
    result = taizhang("check", path, *words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_file_ends_with_2(taizhang: Run, tmp_path: Path) -> None:
    result = taizhang("check", str(tmp_path / "无.xlsx"))

    assert result.exit_code == 2
    assert "没有文件" in result.stderr
