"""Files on their way into the inbox."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sources.home import Home
from sources.inbox import pending, read_receipt

Run = Callable[..., Result]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "重点项目3月.xlsx"
    path.write_bytes(b"any bytes: judging comes later")
    return path


def test_a_file_waits_in_the_inbox_with_what_the_sender_said(taizhang: Run, home: Home, workbook: Path) -> None:
    result = taizhang("submit", str(workbook), "--form", "F01", "--department", "项目建设部", "--period", "2026-03")

    assert result.exit_code == 0
    (identity,) = pending(home)
    assert f"已收下  重点项目3月.xlsx  报送编号 {identity}" in result.stdout
    receipt = read_receipt(home, identity)
    assert (receipt.form, receipt.department, receipt.period) == ("key_projects", "projects", "2026-03")


def test_the_same_file_twice_is_one_submission(taizhang: Run, home: Home, workbook: Path) -> None:
    taizhang("submit", str(workbook))
    result = taizhang("submit", str(workbook))

    assert result.stdout.startswith("已报送过")
    assert len(pending(home)) == 1


def test_a_missing_file_does_not_stop_the_others(taizhang: Run, home: Home, workbook: Path) -> None:
    missing = workbook.with_name("没有.xlsx")

    result = taizhang("submit", str(missing), str(workbook.parent), str(workbook))

    assert result.exit_code == 2
    assert result.stderr == f"没有文件 {missing}\n{workbook.parent} 是文件夹，请给出其中的文件\n"
    assert len(pending(home)) == 1


def test_an_unknown_form_sends_nothing(taizhang: Run, home: Home, workbook: Path) -> None:
    result = taizhang("submit", str(workbook), "--form", "F99")

    assert result.exit_code == 2
    assert "没有表“F99”" in result.stderr
    assert pending(home) == []
