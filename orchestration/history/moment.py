"""The moment that somebody asks for: ``2026-03-31`` is the end of that day, ``2026-03-31 08:00`` that minute."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from sources.periods import SHANGHAI
from sources.published.errors import ReleaseError

#: The last moment of a day that the warehouse can tell apart (times are kept to the millisecond).
_END_OF_DAY = time(23, 59, 59, 999000)

_SHAPE = re.compile(r"^\d{4}-\d{2}-\d{2}($|[ T]\d{2}:\d{2})")


def past_moment(text: str, now: datetime) -> datetime:
    """Return the moment a text names, Shanghai time without zone; ``now`` is the present one.

    A time with an offset is converted. Raises ``ReleaseError`` for what cannot be read, or has not passed yet.
    """
    moment = _read(text.strip())
    if moment is None:
        raise ReleaseError(f"“{text}”不是日期或时刻，应形如 2026-03-31（当天结束时）或 2026-03-31T08:00（北京时间）")
    if moment > now:
        raise ReleaseError(
            f"{moment:%Y-%m-%d %H:%M:%S} 还没有到（现在是北京时间 {now:%Y-%m-%d %H:%M:%S}），只能回看已经过去的时刻；"
            "只写日期指当天结束时，今天请写到时刻"
        )
    return moment


def _read(text: str) -> datetime | None:
    if not _SHAPE.match(text):
        return None
    try:
        if len(text) == len("2026-03-31"):
            return datetime.combine(date.fromisoformat(text), _END_OF_DAY)
        moment = datetime.fromisoformat(text)
        return moment.astimezone(SHANGHAI).replace(tzinfo=None) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
