"""The nightly job in this process: the same assets, no daemon, no instance on disk."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from orchestration.night.report import NightReport
from orchestration.night.run import Night, Watcher, open_night
from orchestration.night.trouble import known_trouble
from orchestration.release.errors import ReleaseRefusedError
from sources.home import Home
from sources.inbox import now
from sources.published.difference import diff
from sources.published.shelf import current_or_none
from sources.workdays import calendar_warning

#: The summary tells what happened; Dagster's own log would tell it twice.
_QUIET: dict[str, Any] = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def refresh(home: Home, watch: Watcher, *, full: bool = False) -> NightReport:
    """Run a night and report it. A release refused for what is in it is part of the report.

    Raises what ended the night otherwise: ``NightBusyError``, ``OSError``, ``KeyboardInterrupt``, our own failures.
    What was accepted until then stays accepted.
    """
    started = time.monotonic()
    previous = current_or_none(home)
    with _rare_collections(), open_night(home, full=full, watch=watch) as night:
        run_nightly(night)
    refused = night.error if isinstance(night.error, ReleaseRefusedError) else None
    if night.error and (refused is None or known_trouble(refused)):
        raise night.error
    return NightReport(
        seconds=time.monotonic() - started,
        intake=night.intake,
        release=night.release,
        indicator_count=night.indicator_count,
        changes=diff(previous, night.release) if previous and night.release else None,
        refused=refused,
        calendar_warning=calendar_warning(now().date()),
        waiting=tuple(night.release.manifest["waiting"]) if night.release else (),
    )


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Collect garbage rarely: dbt and Dagster make millions of objects that stay, and walking them costs a second."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def run_nightly(night: Night) -> None:
    """Execute the job ``nightly`` on an instance that lives in memory; ``night.error`` says what went wrong."""
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "yes"
    # Late: Dagster takes half a second to import, and the lock should be asked for first.
    import dagster as dg

    from orchestration.definitions import definitions_for
    from orchestration.night.graph import NIGHTLY

    job = definitions_for(night.home).resolve_job_def(NIGHTLY)
    with dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}}) as instance:
        result = job.execute_in_process(
            instance=instance, raise_on_error=False, resources={"night": night}, run_config=_QUIET
        )
    if isinstance(night.error, dg.DagsterExecutionInterruptedError):
        raise KeyboardInterrupt from night.error
    if not result.success and night.error is None:
        night.error = RuntimeError(_first_failure(result))


def _first_failure(result: Any) -> str:
    """Return the text of the first step failure that no stage knows of: a defect in the assets themselves."""
    failures = [event.step_failure_data.error for event in result.all_events if event.is_step_failure]
    return next((error.to_string() for error in failures if error), "作业没有成功，也没有说明原因")
