"""The moment that ``--as-of`` names."""

from __future__ import annotations

from datetime import datetime

import pytest

from orchestration.history.moment import past_moment
from sources.published.errors import ReleaseError

NOW = datetime(2026, 4, 8, 10)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-31", datetime(2026, 3, 31, 23, 59, 59, 999000)),
        ("2026-03-31 08:00", datetime(2026, 3, 31, 8)),
        ("2026-03-31T08:00:05", datetime(2026, 3, 31, 8, 0, 5)),
        ("2026-03-31T00:00:00+00:00", datetime(2026, 3, 31, 8)),
        ("2026-04-08T10:00", NOW),
    ],
)
def test_a_day_ends_when_it_ends_and_a_time_is_that_of_shanghai(text: str, moment: datetime) -> None:
    assert past_moment(text, NOW) == moment


@pytest.mark.parametrize("text", ["昨天", "2026-02-30", "2026-3-1", "20260331", "", "2026-03-31T25:00"])
def test_what_is_no_moment_is_said_with_an_example(text: str) -> None:
    with pytest.raises(ReleaseError, match=r"不是日期或时刻，应形如 2026-03-31"):
        past_moment(text, NOW)


@pytest.mark.parametrize("text", ["2026-04-08", "2026-04-08T10:00:01", "2999-01-01"])
def test_what_has_not_passed_cannot_be_looked_back_at(text: str) -> None:
    with pytest.raises(ReleaseError, match=r"还没有到（现在是北京时间 2026-04-08 10:00:00）"):
        past_moment(text, NOW)
