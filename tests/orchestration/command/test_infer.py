"""``taizhang infer``: a form for people, the structure for programs, one line for what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from orchestration.command import main
from tests.workbooks import write_sheet

ROWS = [
    ["2024年5月项目台账", None, None],
    ["项目名称", "总投资（万元）", "完成率（%）"],
    ["甲项目", 1000.5, 20.5],
    ["乙项目", 2000, 30],
    ["合计", 3000.5, None],
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_sheet(tmp_path / "台账.xlsx", ROWS, merges=["A1:C1"], sheet="台账")


def infer(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["infer", *map(str, arguments)])


def test_the_form_goes_to_standard_output_and_the_rest_to_standard_error(ledger: Path) -> None:
    done = infer(ledger)
    assert done.exit_code == 0, done.output
    form = yaml.safe_load(done.stdout)
    assert form["title"] == "项目台账"
    assert form["key"] == ["xiangmumingcheng"]
    assert [field["type"] for field in form["fields"].values()] == ["text", "money", "ratio"]
    assert "找到 1 张表" in done.stderr
    assert "得 2 行" in done.stderr
    assert "请核对" not in done.stderr


def test_json_is_the_structure_of_the_file(ledger: Path) -> None:
    found = json.loads(infer(ledger, "--json").stdout)
    assert (found["file"], found["sheet"]) == ("台账.xlsx", "台账")
    (table,) = found["tables"]
    assert (table["range"], table["title_rows"], table["header_rows"]) == ("A2:C5", [1], [2])
    assert (table["data_rows"], table["total_rows"], table["note_rows"]) == ([3, 4], [5], [])
    assert table["columns"][1] == {"column": "B", "path": ["总投资"], "unit": "万元", "kind": "number"}


def test_the_form_is_written_once_and_never_over_another(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "projects" / "ledger.yaml"
    assert infer(ledger, "-o", target).exit_code == 0
    assert yaml.safe_load(target.read_text(encoding="utf-8"))["period"] == "month"
    again = infer(ledger, "-o", target)
    assert (again.exit_code, "已存在" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sheet", "没有"], "现有：台账"),
        (["--table", "3"], "第 3 张表不存在"),
        (["--department", "财神"], "没有部门"),
    ],
)
def test_what_cannot_be_used_ends_with_one_line(ledger: Path, arguments: list[str], said: str) -> None:
    done = infer(ledger, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_file_without_a_table_or_that_is_none_says_so(tmp_path: Path) -> None:
    prose = write_sheet(tmp_path / "说明.xlsx", [["填报说明"], ["每月五日前报送"]])
    assert (infer(prose).exit_code, "没有找到表" in infer(prose).stderr) == (2, True)
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    assert infer(broken, "--json").exit_code == 2
    assert infer(tmp_path / "无.xlsx").exit_code == 2
