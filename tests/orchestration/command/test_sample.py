"""The sample zone, written by the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from sources.home import Home

Run = Callable[..., Result]


def test_the_departments_asked_for_get_folders_and_the_key_lies_beside_them(taizhang: Run, tmp_path: Path) -> None:
    result = taizhang("sample", "-o", str(tmp_path / "样例"), "--months", "1", "--departments", "office，项目建设部")

    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "样例").iterdir()} == {"office", "projects", "答案.csv"}
    assert "综合办公室" in result.stdout


def test_in_the_drop_folder_the_key_is_kept_away_from_submissions(taizhang: Run, home: Home) -> None:
    taizhang("sample", "-o", str(home.drop), "--months", "0", "--departments", "office")

    assert (home.root / "答案.csv").exists()
    assert [path.name for path in home.drop.iterdir()] == ["office"]


def test_an_unknown_department_gives_one_line(taizhang: Run, tmp_path: Path) -> None:
    result = taizhang("sample", "-o", str(tmp_path / "样例"), "--departments", "税务分局")

    assert result.exit_code == 2
    assert "示例园区没有部门“税务分局”" in result.stderr
    assert not (tmp_path / "样例").exists()
