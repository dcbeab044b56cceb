"""Retention in Dagster: a job of its own after the night, with its counts on the run."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from datetime import timedelta

import dagster as dg

from orchestration.duty.papers import TIMEZONE
from orchestration.duty.retention import RUN_DAYS, tidy
from orchestration.night.failure import as_failure
from sources.home import Home
from sources.inbox import now
from sources.periods import SHANGHAI

RETENTION = "retention"
CRON = "0 5 * * *"


def retention_job(home: Home) -> dg.JobDefinition:
    """Return the job that throws away what is past its time, Dagster's own runs included."""

    @dg.op(description="清理过期的版本、工作文件、消息记录、函件拟稿和运行记录。", out=dg.Out(dict))
    def throw_away(context: dg.OpExecutionContext) -> dict[str, int]:
        with as_failure():
            counts = tidy(home, now()).as_counts() | {"runs": forget_runs(context.instance)}
        context.add_output_metadata(counts)
        return counts

    @dg.job(name=RETENTION, executor_def=dg.in_process_executor, description="清理过期的文件和记录。")
    def retention() -> None:
        throw_away()

    return retention


def forget_runs(instance: dg.DagsterInstance) -> int:
    """Delete finished runs that are older than their time; return how many."""
    before = (now() - timedelta(days=RUN_DAYS)).replace(tzinfo=SHANGHAI)
    ended = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]
    found = instance.get_runs(dg.RunsFilter(statuses=ended, created_before=before), limit=1000)
    for run in found:
        instance.delete_run(run.run_id)
    return len(found)


def retention_schedule() -> dg.ScheduleDefinition:
    """Return the schedule: once a day after the night."""
    return dg.ScheduleDefinition(
        name="every_morning",
        job_name=RETENTION,
        cron_schedule=CRON,
        execution_timezone=TIMEZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="每天 05:00（北京时间）",
    )
