"""Templates, written by the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

Run = Callable[..., Result]


@pytest.mark.parametrize("named", ["F01", "key_projects", "重点项目月度调度表"])
def test_a_form_is_named_by_code_id_or_title(named: str, taizhang: Run, tmp_path: Path) -> None:
    result = taizhang(
        "template", named, "-o", str(tmp_path / "表.xlsx"), "--period", "2026-03", "--department", "办公室"
    )

    assert (result.exit_code, load_workbook(tmp_path / "表.xlsx").worksheets[0]["A1"].value) == (
        0,
        "重点项目月度调度表（2026年3月）",
    )
    assert load_workbook(tmp_path / "表.xlsx").worksheets[0]["A2"].value == "填报单位：综合办公室"


def test_a_folder_gets_a_file_of_the_forms_name(taizhang: Run, tmp_path: Path) -> None:
    taizhang("template", "F06", "-o", f"{tmp_path}/模板/", "--period", "2026-03")

    assert [path.name for path in (tmp_path / "模板").iterdir()] == ["企业名录（2026年3月）.xlsx"]


def test_a_file_that_nobody_named_is_not_overwritten(
    taizhang: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert taizhang("template", "F07").exit_code == 0
    (tmp_path / "企业培育库.xlsx").write_bytes(b"filled in")

    again = taizhang("template", "F07")

    assert (again.exit_code, (tmp_path / "企业培育库.xlsx").read_bytes()) == (2, b"filled in")
    assert "已存在" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("F99",), "没有表“F99”"),
        (("F01", "--period", "2026-13"), "不是期间"),
        (("F01", "--period", "2026-Q1"), "应形如 2026-03"),
        (("F01", "--department", "不存在部"), "没有部门“不存在部”"),
        (("F01", "-o", "/proc/表.xlsx"), "写不了文件"),
    ],
)
def test_bad_input_gives_one_line(
    words: tuple[str, ...], said: str, taizhang: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = taizhang("template", *words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
