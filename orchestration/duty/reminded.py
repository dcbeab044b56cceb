"""The daily round: letters drafted by the ladder, then one digest per person before and after due dates."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from collections import Counter
from datetime import date

import dagster as dg

from orchestration.duty.papers import TIMEZONE, in_shanghai
from orchestration.messages.outbox import Delivery
from orchestration.night.failure import as_failure
from sources.home import Home
from sources.inbox import now
from sources.periods import containing
from sources.workdays import CalendarEndsError, is_workday

REMIND = "remind"
#: When the office opens, after the night and the papers.
CRON = "30 8 * * *"
LADDER = "ladder"


def remind_job(home: Home) -> dg.JobDefinition:
    """Return the job; who is told, and whether anybody is, stands in ``messages.toml``."""

    @dg.op(description="按阶梯草拟函件；只拟稿，不发送。", out=dg.Out(list))
    def draft_letters(context: dg.OpExecutionContext) -> list[str]:
        with as_failure():
            drafts = drafted_today(home, now().date())
        context.add_output_metadata({"drafts": len(drafts)})
        return drafts

    @dg.op(description="每人每天一条提醒；已发过的不再发。", out=dg.Out(dict))
    def send_digests(context: dg.OpExecutionContext, drafts: list[str]) -> dict[str, int]:
        with as_failure():
            states = Counter(one.state for one in remind_today(home, now().date(), drafts))
        context.add_output_metadata({"states": dict(states)})
        return dict(states)

    @dg.job(name=REMIND, executor_def=dg.in_process_executor, description="到期前提醒，到期后按阶梯草拟函件。")
    def remind() -> None:
        send_digests(draft_letters())

    return remind


def drafted_today(home: Home, today: date) -> list[str]:
    """Draft what the ladder calls for now into ``papers/ladder/`` and return the letters' names. Raises ``ReleaseError``."""
    # Late: Word is needed by a run only.
    from orchestration.duty.shelved import shelve
    from orchestration.reports.letters import letters_now

    files = shelve(home, LADDER, containing(today, "month"), "current", letters_now)
    return [path.stem for path in files if path.suffix == ".docx"]


def remind_today(home: Home, today: date, drafts: list[str]) -> list[Delivery]:
    """Send the digests of a day; nothing is sent twice or unless messages are enabled. Raises ``ReleaseError``."""
    from orchestration.messages.configuration import load_configuration
    from orchestration.messages.outbox import deliver
    from orchestration.messages.reminder import reminders

    configuration = load_configuration(home)
    if not configuration.enabled:
        return []
    return deliver(home, configuration, reminders(home, configuration, today, drafts))


def remind_schedule() -> dg.ScheduleDefinition:
    """Return the schedule: every work day once, however many were missed."""

    @dg.schedule(
        name="every_workday",
        job_name=REMIND,
        cron_schedule=CRON,
        execution_timezone=TIMEZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="每个工作日 08:30（北京时间）：到期前提醒，到期后按阶梯草拟函件。",
    )
    def every_workday(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        today = in_shanghai(context.scheduled_execution_time).date()
        if _rests(today):
            return dg.SkipReason(f"{today} 不是工作日")
        return dg.RunRequest(run_key=f"{REMIND}:{today}")

    return every_workday


def _rests(day: date) -> bool:
    try:
        return not is_workday(day)
    except CalendarEndsError:
        # Where nobody knows the holidays, weekends are all that is known.
        return day.weekday() >= 5
