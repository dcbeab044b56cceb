"""Reading in processes of their own: a file that hangs, swells or kills its reader takes down one worker, not the run."""

from __future__ import annotations

import multiprocessing
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from sources.contract import Catalog
from sources.reader.apart import MEGABYTES, SECONDS, SWELLS, apart, limit, too_slow, what_ended
from sources.reader.model import Failure, Reading
from sources.reader.read import read_workbook
from sources.reader.refusal import TOO_LARGE, UNREADABLE, UnreadableError

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
    received_on: date | None = None


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
    limit(megabytes)


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
            job.path,
            catalog,
            form=job.form,
            department=job.department,
            period=job.period,
            name=job.name,
            received_on=job.received_on,
        )
    except (MemoryError, RecursionError):
        return _failed(job, TOO_LARGE, SWELLS)
    except Exception as error:
        return _failed(
            job, UNREADABLE, f"文件的结构读不通（{type(error).__name__}），请用 Excel 或 WPS 另存为 .xlsx 再报送"
        )


def _failed(job: Job, rule: str, reason: str) -> Reading:
    return Reading(job.name, job.sha256, [], [Failure(rule, shown={"reason": reason})])


def _ended(job: Job, code: int | None) -> Reading:
    return _failed(job, *what_ended(code))


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
            return _failed(job, TOO_LARGE, too_slow(self._seconds))
        except MemoryError:
            return _failed(job, TOO_LARGE, SWELLS)
        except ProcessExpired as expired:
            return _ended(job, expired.exitcode)


def read_apart(job: Job, catalog: Catalog, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Reading:
    """Read one file in a process of its own (``apart``); what ends the process is a failure of the file."""
    try:
        return apart(lambda: _read_with(job, catalog), seconds=seconds, megabytes=megabytes)
    except UnreadableError as error:
        return _failed(job, error.rule, str(error))
