"""Dagster's watchmen: one misses a night that did not run, one tells of failed runs, one sends what did not leave."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import dagster as dg

from orchestration.duty.heartbeat import due_at, missed, tell
from orchestration.night.failure import CLASS
from orchestration.night.failure_class import FailureClass, class_of_names
from sources.home import Home
from sources.inbox import now
from sources.periods import SHANGHAI

INTERVAL_SECONDS = 600


def heartbeat_sensor(home: Home, nightly: str, clock: Callable[[], datetime] = now) -> dg.SensorDefinition:
    """Return the sensor that misses the night; a night that ran and failed is told by ``failure_sensor``."""

    @dg.sensor(
        name="heartbeat",
        minimum_interval_seconds=INTERVAL_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="04:00 以后还没有当夜的运行，就告知值班人员，一夜一次。",
    )
    def heartbeat(context: dg.SensorEvaluationContext) -> dg.SkipReason:
        at = clock()
        sentence = missed(home, at)
        if sentence is None:
            return dg.SkipReason("当夜的版本已发布")
        since = dg.RunsFilter(job_name=nightly, created_after=due_at(at).replace(tzinfo=SHANGHAI))
        if context.instance.get_runs_count(since):
            return dg.SkipReason("当夜的作业运行过，结果见运行页")
        return dg.SkipReason(f"{sentence}（已告知 {tell(home, sentence, at)} 处）")

    return heartbeat


def failure_sensor(home: Home, clock: Callable[[], datetime] = now) -> dg.SensorDefinition:
    """Return the sensor that tells each failed run once, to whom its class concerns, with the runbook page."""

    @dg.run_failure_sensor(
        name="failed_runs",
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="作业失败时按类别（运行环境、程序或配置、数据）告知有关人员一次，并附处理办法。",
    )
    def failed_runs(context: dg.RunFailureSensorContext) -> None:
        found, said = failure_of(context)
        sent = tell_failure(home, found, context.dagster_run.job_name, context.dagster_run.run_id, said, clock())
        context.log.info(f"{context.dagster_run.run_id} {found.value} {sent}")

    return failed_runs


def unsent_sensor(home: Home) -> dg.SensorDefinition:
    """Return the sensor that sends what a server did not take, for a day."""

    @dg.sensor(
        name="unsent",
        minimum_interval_seconds=INTERVAL_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="没有送出的消息每 10 分钟再试，一天为限；不知是否送达的不再发。",
    )
    def unsent(_context: dg.SensorEvaluationContext) -> dg.SkipReason:
        from orchestration.messages.configuration import load_configuration
        from orchestration.messages.outbox import deliver_failed

        tried = deliver_failed(home, load_configuration(home))
        sent = sum(one.state == "sent" for one in tried)
        return dg.SkipReason(f"再试 {len(tried)} 条，送出 {sent} 条" if tried else "没有待送出的消息")

    return unsent


def failure_of(context: dg.RunFailureSensorContext) -> tuple[FailureClass, str]:
    """Return the class of a failed run and what it said: its own word where it has one, else by its exceptions' names."""
    for event in context.get_step_failure_events():
        data: Any = event.event_specific_data
        given = data.user_failure_data
        if given is not None and CLASS in given.metadata:
            return FailureClass(given.metadata[CLASS].value), given.description or ""
    errors = [event.event_specific_data for event in context.get_step_failure_events()] + [
        context.failure_event.event_specific_data
    ]
    names = [name for data in errors for name in _names(getattr(data, "error", None))]
    return class_of_names(names), context.failure_event.message or "运行中断，没有留下说明"


def _names(error: Any) -> Iterator[str]:
    while error is not None:
        yield error.cls_name or ""
        error = error.cause or error.context


def tell_failure(home: Home, of: FailureClass, job: str, run_id: str, said: str, at: datetime) -> int:
    """Tell whom a failure concerns; the same trouble of a job is told once a day, however often the job is tried."""
    from orchestration.messages.configuration import load_configuration
    from orchestration.messages.outbox import deliver
    from orchestration.messages.reminder import alarms

    configuration = load_configuration(home)
    title = f"台账作业失败（{of.chinese}）：{job}"
    text = f"{said}\n运行编号 {run_id}，{at:%Y-%m-%d %H:%M}。\n处理办法：{of.page}\n\n{of.page.read_text(encoding='utf-8')}"
    about = f"failure {job} {of.value} {said}"
    return sum(one.state == "sent" for one in deliver(home, configuration, alarms(configuration, of, at.date(), about, title, text)))  # fmt: skip
