"""One piece of work in a forked process with limits on time and memory: what kills it is told, the caller lives on."""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import resource
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from sources.reader.refusal import TOO_LARGE, UNREADABLE, UnreadableError

T = TypeVar("T")

#: A workbook that takes longer, or its worker more memory, is not read.
SECONDS = 20
MEGABYTES = 1200
SWELLS = "读取所需内存超过上限，文件过大或结构异常；请删除表格之外的内容、另存为 .xlsx 再报送"


def limit(megabytes: int) -> None:
    """Limit this process's memory and silence what a panic would print."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    faulthandler.disable()
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def too_slow(seconds: float) -> str:
    """Say that the time was up."""
    return f"读取超过{seconds:g}秒，文件过大或结构异常；请删除表格之外的内容、另存为 .xlsx 再报送"


def what_ended(code: int | None) -> tuple[str, str]:
    """Name what killed a worker: an allocation that failed aborts the Rust reader, everything else is damage."""
    if code in (-signal.SIGABRT, -signal.SIGKILL):
        return TOO_LARGE, SWELLS
    return UNREADABLE, "文件使读取程序中断，可能已损坏；请用 Excel 或 WPS 打开并修复后另存为 .xlsx 再报送"


def apart(work: Callable[[], T], *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> T:
    """Return what ``work`` returns, computed in a process of its own, made by forking: for commands without threads.

    Keeps the same limits as ``Readers`` without the time that a pool needs to start. Raises ``UnreadableError`` when
    the process takes too long, swells or dies.
    """
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        _work_in_child(work, sending, megabytes)
    os.close(sending)
    answer = _answer(receiving, time.monotonic() + seconds)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if answer is None:
        raise UnreadableError(too_slow(seconds), TOO_LARGE)
    if not answer:
        rule, reason = what_ended(os.waitstatus_to_exitcode(status))
        raise UnreadableError(reason, rule)
    found: T | _Broken = pickle.loads(answer)
    if isinstance(found, _Broken):
        raise UnreadableError(found.reason, found.rule)
    return found


@dataclass(frozen=True)
class _Broken:
    """What a child says when the work itself failed: no word about the file, which may be sound."""

    rule: str
    reason: str


def _work_in_child(work: Callable[[], object], sending: int, megabytes: int) -> NoReturn:
    """Work, send and end without running what the parent meant to do at its own end.

    What the parent left to be collected stays: its libraries' threads (DuckDB, Arrow) do not live in a fork, and freeing
    their objects here ends the process.
    """
    gc.freeze()
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) if Path("/proc").exists() else 0
        limit(megabytes + (pages * os.sysconf("SC_PAGE_SIZE") >> 20))
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(_answer_of(work))
    finally:
        os._exit(0)


def _answer_of(work: Callable[[], object]) -> bytes:
    """Return what the work gives, or why it gave nothing, as the parent takes it."""
    try:
        return pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL)
    except (MemoryError, RecursionError):
        return pickle.dumps(_Broken(TOO_LARGE, SWELLS))
    except Exception as error:
        said = f"读取这个文件时程序出错（{type(error).__name__}：{error}），文件未必有问题；请把文件交给管理员查看"
        return pickle.dumps(_Broken(UNREADABLE, said))


def _answer(receiving: int, until: float) -> bytes | None:
    """Return what the child sends, b"" when it ends without a word, None when it takes too long."""
    parts: list[bytes] = []
    with os.fdopen(receiving, "rb", buffering=0) as pipe:
        while (left := until - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                part = pipe.read(1 << 20)
                if not part:
                    return b"".join(parts)
                parts.append(part)
    return None
