"""When a workbook arrives: mostly in time, some days late now and then."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from sources.contract import Form
from sources.periods import last_day
from sources.workdays import CalendarEndsError, due_date

#: One delivery in this many comes after its due date.
_ONE_LATE_IN = 9


def arrival(rng: random.Random, form: Form, period: str) -> datetime:
    """Return when the workbook of a form and period arrived: 1–3 days before the due date, or some days after it.

    What is owed at the start of a year is sent in January. Other forms never arrive before the period ends.
    """
    if form.due and form.due.counted_from == "start":
        return datetime(int(period), 1, 26, 10, 15)
    end = last_day(period)
    try:
        due = due_date(form, period) or end + timedelta(days=5)
    except CalendarEndsError:
        due = end + timedelta(days=5)
    late = rng.randrange(_ONE_LATE_IN) == 0
    day = (
        due + timedelta(days=rng.randint(1, 4))
        if late
        else max(due - timedelta(days=rng.randint(0, 2)), end + timedelta(days=1))
    )
    return datetime(day.year, day.month, day.day, rng.randint(9, 17), rng.randrange(0, 60, 5))
