"""The command as a whole: help, unknown words, our own failures."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from orchestration.command import group, main
from orchestration.command.errors import CommandError
from orchestration.command.wording import _WORDS
from sources.contract import ContractError


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of commands, each of which fails in its own way; TAIZHANG_HOME beside it."""
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / "var"))
    return tmp_path / "var"


def failing(error: BaseException) -> click.Command:
    """Return a group whose only command raises."""
    commands = group.Commands(name="taizhang")

    @click.command()
    def command() -> None:
        raise error

    commands.add_command(command, "fail")
    commands.get_command = lambda ctx, name: click.Group.get_command(commands, ctx, name)  # type: ignore[method-assign]
    return commands


def test_the_help_lists_every_command_without_importing_what_it_needs() -> None:
    heavy = ("duckdb", "rich", "openpyxl", "pandas", "dagster", "yaml", "orchestration.command.query")
    script = (
        "import sys\nfrom orchestration.command import main\n"
        "try: main(['--help'])\nexcept SystemExit as end: assert end.code == 0\n"
        f"print('imported', sorted(set({heavy!r}) & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "imported []" in done.stdout
    for name in ("findings", "forms", "indicators", "query", "releases", "submit"):
        assert f"\n  {name} " in done.stdout
    assert "列出全部表" in done.stdout


def test_the_installed_command_answers() -> None:
    done = subprocess.run([Path(sys.executable).with_name("taizhang"), "--help"], capture_output=True, text=True)

    assert done.returncode == 0
    assert "台账" in done.stdout
    assert "用法：" in done.stdout


def test_every_command_has_help_with_an_example() -> None:
    for name in main.list_commands(click.Context(main)):
        result = CliRunner().invoke(main, [name, "--help"])
        assert "例：" in result.stdout, name


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["form"], "没有命令“form”。现有："),
        (["forms", "--jso"], "没有选项 --jso。"),
        (["query"], "缺少参数"),
        (["query", "select 1", "--timeout", "x"], "“x”不是"),
        (["query", "select 1", "--format", "pdf"], "“pdf”不在可选范围"),
        (["forms", "more"], "多余的参数：more"),
    ],
)
def test_a_wrong_word_is_answered_in_chinese_with_exit_code_2(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_every_translation_still_matches_what_click_says() -> None:
    from click import core, decorators, exceptions, formatting, parser, types

    modules = (core, decorators, exceptions, formatting, parser, types)
    source = "".join(inspect.getsource(module) for module in modules)
    assert [words for words in _WORDS if f'"{words.encode("unicode_escape").decode()}"' not in source] == []


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CommandError("不行"), 2, "不行\n"),
        (CommandError("检查未通过", 1), 1, "检查未通过\n"),
        (ContractError("a.yaml", "fields.x", "不认识的键"), 2, "a.yaml：fields.x：不认识的键\n"),
    ],
)
def test_a_known_error_is_one_line_with_its_exit_code(broken: Path, error: Exception, code: int, said: str) -> None:
    result = CliRunner().invoke(failing(error), ["fail"])

    assert (result.exit_code, result.stderr) == (code, said)
    assert not broken.exists()


def test_our_own_failure_is_one_line_and_the_traceback_is_in_the_log(broken: Path) -> None:
    result = CliRunner().invoke(failing(ValueError("two\nlines")), ["fail"])

    log = broken / "log" / "taizhang.log"
    assert result.exit_code == 3
    assert result.stderr == f"台账内部出错（ValueError：two）；详情见 {log}。\n"
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_full_disk_is_named(broken: Path) -> None:
    result = CliRunner().invoke(failing(OSError(28, "No space left on device")), ["fail"])

    assert result.exit_code == 3
    assert result.stderr.startswith("磁盘空间不足")
