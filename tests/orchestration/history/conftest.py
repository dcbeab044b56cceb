"""What happens in a small zone: submissions and decisions, each at its time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sources.decisions import Role, record
from sources.decisions.periods import PeriodLock, PeriodUnlock
from sources.home import Home
from tests.landed import PROJECT, LandedZone


@dataclass(frozen=True, order=True)
class Event:
    """A submission of the key projects (accepted or not), or a period locked or unlocked."""

    at: datetime
    kind: str
    period: str = "2026-01"
    amount: int = 100


def happened(home: Home, events: Iterable[Event]) -> Home:
    """Let events happen in a home, in the order of their times."""
    zone = LandedZone(home)
    for number, event in enumerate(sorted(events)):
        if event.kind in ("lock", "unlock"):
            kind = PeriodLock if event.kind == "lock" else PeriodUnlock
            said = {"taken_at": event.at, "by": "赵某", "role": Role.DESK, "reason": f"第{number}个决定"}
            record(home, kind(period=event.period, **said))
            continue
        rows = [PROJECT | {"investment_ytd_wan": Decimal(event.amount)}]
        sent = zone.submit("key_projects", event.period, rows, received=event.at, verdict=event.kind)
        zone.find(
            rule="C01", level="verify", message="请核实", form="key_projects", department="projects",
            period=event.period, submission_id=sent, sheet="Sheet1", row=5, cell="F5", row_key="甲", field="land_mu",
        )  # fmt: skip
    return zone.land()
