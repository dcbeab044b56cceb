"""The sensor that has new files judged within a minute of their arrival."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import suppress

import dagster as dg

from orchestration.night.lock import is_busy
from sources.home import Home
from sources.inbox import pending, waiting

INTERVAL_SECONDS = 30
#: The same files are tried again only after this: a file that cannot be taken in must not start a run per tick.
RETRY_SECONDS = 600

#: Runs that will begin. One that began holds the lock; a killed one stays "started" in Dagster's books for hours.
_ABOUT_TO_BEGIN = [dg.DagsterRunStatus.QUEUED, dg.DagsterRunStatus.NOT_STARTED, dg.DagsterRunStatus.STARTING]


def inbox_sensor(home: Home, job_name: str) -> dg.SensorDefinition:
    """Return the sensor; it only looks, the job collects and judges under the warehouse's lock."""

    @dg.sensor(
        name="inbox",
        job_name=job_name,
        minimum_interval_seconds=INTERVAL_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="投递文件夹或收件箱有新文件时，启动审核。",
    )
    def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        files = sorted(waiting_files(home))
        if not files:
            return dg.SkipReason("没有等待审核的文件")
        if is_busy(home) or context.instance.get_runs_count(dg.RunsFilter(statuses=_ABOUT_TO_BEGIN)):
            return dg.SkipReason(f"{len(files)} 个文件在等待：已有作业正在运行")
        return _request(files, context.cursor)

    return inbox


def _request(files: list[str], cursor: str | None) -> dg.SensorResult | dg.SkipReason:
    digest = hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
    last = json.loads(cursor) if cursor else {}
    now = time.time()
    if last.get("waiting") == digest and now - last["at"] < RETRY_SECONDS:
        return dg.SkipReason(f"{len(files)} 个文件刚刚审核过但仍在等待，{RETRY_SECONDS // 60} 分钟后重试")
    return dg.SensorResult(
        run_requests=[dg.RunRequest(run_key=f"{digest}-{now:.0f}", tags={"files": str(len(files))})],
        cursor=json.dumps({"waiting": digest, "at": now}),
    )


def waiting_files(home: Home) -> Iterator[str]:
    """Yield what waits: submissions that are not judged yet, and files in the drop folder with their size and time."""
    yield from pending(home)
    for path in waiting(home):
        # A run that began meanwhile may have taken the file in.
        with suppress(FileNotFoundError):
            stat = path.stat()
            yield f"{path.relative_to(home.drop)}:{stat.st_size}:{stat.st_mtime_ns}"
