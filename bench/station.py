"""One refresh in a process of its own, timed station by station: what ``bench.province`` runs for each of its nights.

Prints one JSON object: seconds by station (``read``, ``judge``, ``land``, ``build``, ``publish``, ``refresh``), ``files``
taken in, ``rows`` landed and the ``peak`` of memory of this process and of its workers in MB.
"""

from __future__ import annotations

import json
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import expectations.data_docs  # noqa: F401  importing the judge is no part of judging
import orchestration.intake.judging as judging
import orchestration.intake.run as intake
from orchestration.night.refresh import refresh
from orchestration.night.run import Stage
from sources.home import Home
from sources.reader.worker import Readers

_STAGES = {Stage.BUILD: "build", Stage.PUBLISH: "publish"}


def main() -> None:
    """Run a refresh and print where its time went."""
    spent: Counter[str] = Counter()
    Readers.read = _iterated(Readers.read, spent, "read")  # type: ignore[method-assign]
    judging.judge_batch = _called(judging.judge_batch, spent, "judge")
    intake._stage = _called(intake._stage, spent, "land")
    began: dict[Stage, float] = {}

    def watch(stage: Stage, _what: str, _done: int, _total: int) -> None:
        began.setdefault(stage, time.perf_counter())

    start = time.perf_counter()
    report = refresh(Home.from_environment(), watch)
    end = time.perf_counter()
    assert report.release is not None, report.refused
    stages = sorted(began.items(), key=lambda one: one[1])
    for (stage, first), (_, last) in zip(stages, [*stages[1:], (None, end)], strict=True):
        if stage in _STAGES:
            spent[_STAGES[stage]] += last - first
    outcomes = report.intake.outcomes if report.intake else ()
    print(json.dumps({**spent, "refresh": end - start, "files": len(outcomes), "peak": _peak(),
                      "rows": sum(outcome.data_rows - outcome.held_rows for outcome in outcomes)}))  # fmt: skip


def _called(run: Callable[..., Any], spent: Counter[str], station: str) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return run(*arguments, **named)
        finally:
            spent[station] += time.perf_counter() - start  # type: ignore[assignment]

    return timed


def _iterated(run: Callable[..., Iterable[Any]], spent: Counter[str], station: str) -> Callable[..., Iterator[Any]]:
    def timed(*arguments: Any, **named: Any) -> Iterator[Any]:
        found = iter(run(*arguments, **named))
        while True:
            start = time.perf_counter()
            one = next(found, None)
            spent[station] += time.perf_counter() - start  # type: ignore[assignment]
            if one is None:
                return
            yield one

    return timed


def _peak() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


if __name__ == "__main__":
    main()
