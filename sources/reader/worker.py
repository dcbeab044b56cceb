"""Reading in processes of their own: a file that hangs, swells or kills its reader takes down one worker, not the run."""

from __future__ import annotations

import faulthandler
import gc
import multiprocessing
import os
import pickle
import resource
import select
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from sources.contract import Catalog
from sources.reader.model import Failure, Reading
from sources.reader.read import read_workbook
from sources.reader.refusal import TOO_LARGE, UNREADABLE, UnreadableError

T = TypeVar("T")

#: A workbook that takes longer, or its worker more memory, is not read.
SECONDS = 20
MEGABYTES = 1200
_SWELLS = "读取所需内存超过上限，文件过大或结构异常；请删除表格之外的内容、另存为 .xlsx 再报送"
#: A first worker that has not answered by then never will: it cannot start.
START_SECONDS = 30
#: A worker is replaced after so many files, so that what one left behind does not last.
FILES_PER_WORKER = 500


@dataclass(frozen=True)
class Job:
    """One file to read and what its sender chose (``read_workbook``)."""

    path: Path
    name: str
    sha256: str
    form: str | None = None
    department: str | None = None
    period: str | None = None


class StartError(RuntimeError):
    """No reading process can start, so that nothing can be read within limits."""

    def __init__(self) -> None:
        super().__init__(
            '读取进程启动不了。用脚本调用时，请把脚本存成文件，并把调用放在 if __name__ == "__main__": 之下；'
            "不要从标准输入运行脚本。"
        )


_catalog: Catalog | None = None


def _start(catalog: str, megabytes: int) -> None:
    """Limit the worker's memory and give it the forms, once. A panic of the Rust reader is a failure, not an output."""
    global _catalog
    _catalog = pickle.loads(Path(catalog).read_bytes())
    _limit(megabytes)


def _limit(megabytes: int) -> None:
    """Limit this process's memory and silence what a panic would print."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    faulthandler.disable()
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _answers() -> bool:
    """What a worker that has started says."""
    return True


def _read(job: Job) -> Reading:
    assert _catalog is not None
    return _read_with(job, _catalog)


def _read_with(job: Job, catalog: Catalog) -> Reading:
    """Read a file; whatever it makes of the reader is a failure of this file and of no other."""
    try:
        return read_workbook(
            job.path, catalog, form=job.form, department=job.department, period=job.period, name=job.name
        )
    except (MemoryError, RecursionError):
        return _failed(job, TOO_LARGE, _SWELLS)
    except Exception as error:
        return _failed(
            job, UNREADABLE, f"文件的结构读不通（{type(error).__name__}），请用 Excel 或 WPS 另存为 .xlsx 再报送"
        )


def _failed(job: Job, rule: str, reason: str) -> Reading:
    return Reading(job.name, job.sha256, [], [Failure(rule, shown={"reason": reason})])


def _slow(seconds: float) -> str:
    return f"读取超过{seconds:g}秒，文件过大或结构异常；请删除表格之外的内容、另存为 .xlsx 再报送"


def _ended(job: Job, code: int | None) -> Reading:
    return _failed(job, *_what_ended(code))


def _what_ended(code: int | None) -> tuple[str, str]:
    """Name what killed a worker: an allocation that failed aborts the Rust reader, everything else is damage."""
    if code in (-signal.SIGABRT, -signal.SIGKILL):
        return TOO_LARGE, _SWELLS
    return UNREADABLE, "文件使读取程序中断，可能已损坏；请用 Excel 或 WPS 打开并修复后另存为 .xlsx 再报送"


class Readers:
    """A pool of reading processes. Use as a context; the processes start with the first file."""

    def __init__(
        self, catalog: Catalog, workers: int = 2, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
    ) -> None:
        self._seconds = seconds
        self._started = False
        # What goes to a worker through its pipe must be small: one that dies early leaves the sender of more waiting.
        self._folder = tempfile.TemporaryDirectory(prefix="taizhang-")
        forms = Path(self._folder.name) / "forms"
        forms.write_bytes(pickle.dumps(catalog, protocol=pickle.HIGHEST_PROTOCOL))
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=FILES_PER_WORKER,
            initializer=_start,
            initargs=(str(forms), megabytes),
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
        self._folder.cleanup()

    def read(self, jobs: Sequence[Job]) -> Iterator[Reading]:
        """Yield the readings in the order of the jobs. A file that cannot be read within the limits gives a failure.

        Raises ``StartError`` when no process can start: each imports the caller's main module, and one without a
        ``__main__`` guard, or read from standard input, cannot be imported. The pool itself would try for ever.
        """
        if not self._started:
            self._wait_for_start()
        futures = [self._pool.schedule(_read, args=(job,), timeout=self._seconds) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            yield self._result(job, future)

    def _wait_for_start(self) -> None:
        try:
            self._started = self._pool.schedule(_answers).result(timeout=START_SECONDS)
        except (FutureTimeoutError, BrokenProcessPool):
            raise StartError from None

    def _result(self, job: Job, future: ProcessFuture[Reading]) -> Reading:
        try:
            return future.result()
        except FutureTimeoutError:
            return _failed(job, TOO_LARGE, _slow(self._seconds))
        except MemoryError:
            return _failed(job, TOO_LARGE, _SWELLS)
        except ProcessExpired as expired:
            return _ended(job, expired.exitcode)


def read_apart(job: Job, catalog: Catalog, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Reading:
    """Read one file in a process of its own (``apart``); what ends the process is a failure of the file."""
    try:
        return apart(lambda: _read_with(job, catalog), seconds=seconds, megabytes=megabytes)
    except UnreadableError as error:
        return _failed(job, error.rule, str(error))


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
        raise UnreadableError(_slow(seconds), TOO_LARGE)
    if not answer:
        rule, reason = _what_ended(os.waitstatus_to_exitcode(status))
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
        _limit(megabytes + (pages * os.sysconf("SC_PAGE_SIZE") >> 20))
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(_answer_of(work))
    finally:
        os._exit(0)


def _answer_of(work: Callable[[], object]) -> bytes:
    """Return what the work gives, or why it gave nothing, as the parent takes it."""
    try:
        return pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL)
    except (MemoryError, RecursionError):
        return pickle.dumps(_Broken(TOO_LARGE, _SWELLS))
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
