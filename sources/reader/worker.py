"""Reading in processes of their own: a file that hangs, swells or kills its reader takes down one worker, not the run."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from sources.contract import Catalog
from sources.reader.model import Failure, Reading
from sources.reader.read import read_workbook

#: A workbook that takes longer, or its worker more memory, is not read.
SECONDS = 20
MEGABYTES = 1200
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


_catalog: Catalog | None = None


def _start(catalog: Catalog, megabytes: int) -> None:
    """Limit the worker's memory and give it the forms, once. A panic of the Rust reader is a failure, not an output."""
    global _catalog
    _catalog = catalog
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _read(job: Job) -> Reading:
    assert _catalog is not None
    return read_workbook(job.path, _catalog, form=job.form, department=job.department, period=job.period, name=job.name)


class Readers:
    """A pool of reading processes. Use as a context; the processes start with the first file."""

    def __init__(
        self, catalog: Catalog, workers: int = 2, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
    ) -> None:
        self._seconds = seconds
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=FILES_PER_WORKER,
            initializer=_start,
            initargs=(catalog, megabytes),
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def read(self, jobs: Sequence[Job]) -> Iterator[Reading]:
        """Yield the readings in the order of the jobs. A file that cannot be read within the limits gives a failure."""
        futures = [self._pool.schedule(_read, args=(job,), timeout=self._seconds) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            yield self._result(job, future)

    def _result(self, job: Job, future: ProcessFuture[Reading]) -> Reading:
        try:
            return future.result()
        except FutureTimeoutError:
            reason = f"读取超过 {self._seconds:g} 秒，文件过大或结构异常"
        except MemoryError:
            reason = "读取所需内存超过上限，文件过大或结构异常"
        except ProcessExpired:
            reason = "文件使读取程序中断，可能已损坏"
        return Reading(job.name, job.sha256, [], [Failure("A14", shown={"reason": reason})])
