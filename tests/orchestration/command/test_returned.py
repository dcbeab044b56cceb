"""The marked workbook, asked for by the command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

from orchestration.intake import run_intake
from sources.home import Home
from sources.inbox import read_receipt, submissions, submit
from sources.published.release import Release
from sources.published.returns import returns
from tests.workbooks import project, write_projects

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def _judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    home = Home(folder / "var")
    for period in ("2026年3月", "2026年4月"):
        title = f"重点项目月度调度表（{period}）"
        submit(home, write_projects(folder / f"{period}.xlsx", [project(项目级别="国家级")], title=title))
    run_intake(home)
    submit(home, write_projects(folder / "未审.xlsx", [project()]))
    return home.root


@pytest.fixture
def submitted(home: Home, _judged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return file name → id, in this test's home; the test runs in an empty folder."""
    shutil.copytree(_judged, home.root, dirs_exist_ok=True)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return {read_receipt(home, identity).file: identity for identity in submissions(home)}


def test_a_few_characters_of_the_id_are_enough(taizhang: Run, submitted: dict[str, str]) -> None:
    result = taizhang("returned", submitted["2026年3月.xlsx"][:8])

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("已生成：2026年3月（退回修改）.xlsx（强制 1 项")
    assert load_workbook("2026年3月（退回修改）.xlsx").sheetnames == ["问题清单", "Sheet1"]


def test_what_is_there_is_not_overwritten_unless_asked(taizhang: Run, submitted: dict[str, str]) -> None:
    identity, path = submitted["2026年3月.xlsx"], Path("退回.xlsx")
    path.write_bytes(b"answers")

    refused = taizhang("returned", identity, "-o", str(path))
    assert (refused.exit_code, path.read_bytes()) == (2, b"answers")
    assert "已存在" in refused.stderr
    assert taizhang("returned", identity, "-o", str(path), "--force").exit_code == 0
    assert load_workbook(path).sheetnames[0] == "问题清单"


def test_a_folder_or_a_name_without_ending_is_understood(taizhang: Run, submitted: dict[str, str]) -> None:
    taizhang("returned", submitted["2026年3月.xlsx"], "-o", "退回/")
    taizhang("returned", submitted["2026年4月.xlsx"], "-o", "四月")

    assert sorted(str(path) for path in Path().rglob("*.xlsx")) == ["四月.xlsx", "退回/2026年3月（退回修改）.xlsx"]


def test_an_unknown_submission_is_answered_with_what_may_be_meant(taizhang: Run, submitted: dict[str, str]) -> None:
    by_file = taizhang("returned", "2026年4月.xlsx")
    nothing = taizhang("returned", "zzzz")
    identity = submitted["2026年3月.xlsx"]
    mistyped = taizhang("returned", identity[:-1] + ("0" if identity[-1] != "0" else "1"))

    assert [result.exit_code for result in (by_file, nothing, mistyped)] == [2, 2, 2]
    assert f"{submitted['2026年4月.xlsx']}  2026年4月.xlsx" in by_file.stderr
    assert identity in mistyped.stderr
    assert "收件箱里没有报送“zzzz”" in nothing.stderr
    assert "taizhang findings" in nothing.stderr
    assert list(Path().iterdir()) == []


def test_an_ambiguous_beginning_names_the_submissions(taizhang: Run, home: Home, submitted: dict[str, str]) -> None:
    twin = submitted["2026年3月.xlsx"][:6] + "x" * 10
    shutil.copytree(home.inbox / submitted["2026年3月.xlsx"], home.inbox / twin)

    result = taizhang("returned", twin[:6])
    assert result.exit_code == 2
    assert "请多写几位" in result.stderr


def test_what_waits_to_be_judged_cannot_be_returned(taizhang: Run, submitted: dict[str, str]) -> None:
    result = taizhang("returned", submitted["未审.xlsx"])

    assert result.exit_code == 2
    assert result.stderr == f"报送 {submitted['未审.xlsx']}（未审.xlsx）还没有审核，请先运行 taizhang refresh。\n"


@pytest.mark.parametrize(("output", "said"), [("表.xls", "只能写成 .xlsx"), ("/proc/表.xlsx", "写不了文件")])
def test_a_place_that_cannot_be_written_gives_one_line(
    output: str, said: str, taizhang: Run, submitted: dict[str, str]
) -> None:
    result = taizhang("returned", submitted["2026年3月.xlsx"], "-o", output)

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr


def test_what_rules_between_submissions_found_is_on_the_list_too(
    taizhang: Run, home: Home, published: Release, submitted: dict[str, str]
) -> None:
    # The published findings are about a submission called s1: the inbox gets it.
    shutil.copytree(home.inbox / submitted["2026年3月.xlsx"], home.inbox / "s1")
    receipt = home.inbox / "s1" / "receipt.json"
    receipt.write_text(receipt.read_text("utf-8").replace(submitted["2026年3月.xlsx"], "s1"), "utf-8")

    result = taizhang("returned", "s1", "-o", "s1.xlsx")

    assert result.exit_code == 0, result.stderr
    listed = load_workbook("s1.xlsx")["问题清单"].iter_rows(min_col=2, max_col=4, values_only=True)
    places = {(level, str(rule)[:3]): place for level, rule, place in listed}
    assert places["核实", "D01"] == "Sheet1 F5"
    assert places["强制", "B05"] == "Sheet1 C3"
    assert ("强制", "B08") not in places


def test_a_submission_is_returned_as_a_whole_with_its_marked_workbook(
    taizhang: Run, submitted: dict[str, str], home: Home
) -> None:
    identity = submitted["2026年3月.xlsx"]
    given = ("--text", "口径改了，请重报", "--by", "李某")
    result = taizhang("returned", identity, "--due", "2099-01-05", *given)

    assert result.exit_code == 0, result.stderr
    assert "已整份退回：《重点项目月度调度表》，请部门在 2099-01-05 前重报" in result.stdout
    assert Path("2026年3月（退回修改）.xlsx").exists()
    (taken,) = returns(home)[identity]
    assert (taken.period, taken.reason, taken.by) == ("2026-03", "口径改了，请重报", "李某")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--text", "口径改了"), "要写全 --text、--due、--by"),
        (("--text", "口径改了", "--by", "李某", "--due", "2020-01-05"), "新的截止日应在今天以后"),
    ],
)
def test_half_a_return_is_refused_before_anything_is_written(
    options: tuple[str, ...], complaint: str, taizhang: Run, submitted: dict[str, str], home: Home
) -> None:
    result = taizhang("returned", submitted["2026年3月.xlsx"], *options)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert returns(home) == {}
    assert list(Path().iterdir()) == []
