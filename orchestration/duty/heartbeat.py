"""The heartbeat: a night that did not run leaves no failure, so somebody must miss it.

Looked at by a sensor of Dagster, and by ``taizhang heartbeat`` from the machine's own clock: the second also misses
Dagster itself.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from orchestration.night.failure_class import RUNBOOK, FailureClass
from sources.home import Home
from sources.published.shelf import list_releases

#: When the night begins, and how long after that it should have published.
BEGINS_HOUR = 2
GRACE = timedelta(hours=2)
PAGE = RUNBOOK / "heartbeat.md"


def due_at(at: datetime) -> datetime:
    """Return when the last night began that should be over at a moment (both Shanghai time)."""
    begun = at.replace(hour=BEGINS_HOUR, minute=0, second=0, microsecond=0)
    return begun if at - begun >= GRACE else begun - timedelta(days=1)


def missed(home: Home, at: datetime) -> str | None:
    """Return one sentence when nothing was published since the last night was due; None when all is well.

    A home that never published has no nights to miss.
    """
    newest = next(iter(list_releases(home)), None)
    if newest is None or newest.created_at >= due_at(at):
        return None
    return (
        f"{due_at(at):%-m月%-d日 %H:%M} 的夜间作业没有发布新版本，最近一版是 {newest.release_id}。"
        f"如果没有收到失败通知，说明作业没有运行：请按 {PAGE} 处理。"
    )


def tell(home: Home, sentence: str, at: datetime) -> int:
    """Tell whom it concerns, once per day; return how many messages are out. Nothing unless messages are enabled."""
    from orchestration.messages.configuration import load_configuration
    from orchestration.messages.outbox import deliver
    from orchestration.messages.reminder import alarms

    configuration = load_configuration(home)
    title = f"台账夜间作业没有运行（{due_at(at):%Y-%m-%d}）"
    found = alarms(configuration, FailureClass.INFRASTRUCTURE, due_at(at).date(), "heartbeat", title, sentence)
    return sum(one.state == "sent" for one in deliver(home, configuration, found))
