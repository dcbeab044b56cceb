"""What a command says when it cannot go on: one Chinese line on stderr, and an exit code that scripts can rely on."""

from __future__ import annotations

import errno
import logging
import sqlite3
from typing import IO, Any

import click

from sources.home import Home
from sources.unquoted import UnquotedFormatter, words_of

#: Exit codes (architecture.md, *The command*); 0 is done.
FINDINGS = 1
UNUSABLE = 2
OUR_FAILURE = 3


class CommandError(click.ClickException):
    """Ends a command with a message for people. ``exit_code``: 1 failed check, 2 unusable input, 3 our own failure."""

    def __init__(self, message: str, exit_code: int = UNUSABLE) -> None:
        super().__init__(message)
        # click reads it from the exception it caught; its annotation says class only.
        self.exit_code = exit_code  # type: ignore[misc]

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message alone: it names the thing and the way out."""
        click.secho(self.message, file=file, err=file is None, fg="red")


def as_command_error(error: Exception) -> CommandError:
    """Return what to tell about an error that a command did not expect; the traceback goes to the log file."""
    # Late: these modules are needed only when something is wrong.
    from orchestration.release.errors import ReleaseRefusedError
    from sources.contract.errors import ContractError
    from sources.decisions import DecisionError
    from sources.published.errors import NothingPublishedError, ReleaseError

    if isinstance(error, ReleaseRefusedError | NothingPublishedError):
        return CommandError(str(error), FINDINGS)
    if isinstance(error, ContractError | DecisionError | ReleaseError):
        return CommandError(str(error))
    written = _write_log(error)
    where = f"详情见 {written}" if written else "日志也无法写入"
    return CommandError(f"{_said(error)}；{where}。", OUR_FAILURE)


def _said(error: Exception) -> str:
    """Say what went wrong on our side in the shortest words that help."""
    number = error.errno if isinstance(error, OSError) else None
    # DuckDB reports a full disk in words of its own class, without errno.
    if number in (errno.ENOSPC, errno.EDQUOT) or "No space left on device" in str(error):
        return "磁盘空间不足，没有写完；请清理磁盘后重试"
    if isinstance(error, PermissionError):
        return f"没有权限读写 {error.filename or '文件'}"
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return "另一个进程正在运行，请稍后重试"
    first = (words_of(error).splitlines() or [""])[0]
    return f"台账内部出错（{type(error).__name__}{f'：{first}' if first else ''}）"


def _write_log(error: Exception) -> str | None:
    """Append the traceback to ``log/taizhang.log`` of the home; None when even that is impossible."""
    path = Home.from_environment().root / "log" / "taizhang.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(UnquotedFormatter("%(asctime)s %(levelname)s %(message)s"))
    record = logging.LogRecord(
        "taizhang", logging.ERROR, __file__, 0, words_of(error), None, (type(error), error, error.__traceback__)
    )
    handler.handle(record)
    handler.close()
    return str(path)
