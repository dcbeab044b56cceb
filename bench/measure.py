"""Measuring: the median of several runs, and whole processes with their peak memory."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """One line of the report: what was measured against what, and the bound that the project set itself."""

    what: str
    seconds: float
    against: str
    base: float
    bound: float | None

    @property
    def ratio(self) -> float:
        """Return how many times the base it took."""
        return self.seconds / self.base

    @property
    def kept(self) -> str:
        """Say whether the bound holds."""
        return "" if self.bound is None else ("✓" if self.ratio <= self.bound else "✗")


def median(run: Callable[[], object], times: int = 5) -> float:
    """Return the median seconds of several runs, after one that is not counted."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def in_turns(*runs: Callable[[], object], times: int = 7) -> list[float]:
    """Return the median seconds of several runs that take turns, so that what else the machine does falls on all alike."""
    for run in runs:
        run()
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(times):
        for run, seconds in zip(runs, taken, strict=True):
            start = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - start)
    return [statistics.median(seconds) for seconds in taken]


def fastest(run: Callable[[], object], times: int = 15) -> float:
    """Return the processor seconds of the fastest of several runs: for bounds in seconds, whatever else the machine does."""
    run()
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def process(arguments: list[str], environment: Mapping[str, str]) -> float:
    """Run a Python process to its end and return its seconds. Raises ``CalledProcessError`` when it fails."""
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return time.perf_counter() - start


def printed(arguments: list[str], environment: Mapping[str, str]) -> str:
    """Run a Python process to its end and return what it printed, whatever its exit code."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    ).stdout


def peak_megabytes() -> float:
    """Return the largest resident memory of any process this one has waited for."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def taizhang(*arguments: str) -> list[str]:
    """Return the arguments that run the command line in a process of its own."""
    return ["-c", "from orchestration.command import main; main(prog_name='taizhang')", *arguments]


def home(folder: Path) -> dict[str, str]:
    """Return the environment of a warehouse in a folder, with bytecode cached as after an installation."""
    return {"TAIZHANG_HOME": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
