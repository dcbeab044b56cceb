"""Headers that differ by nothing but their period, or by nothing at all.

A form for every month calls a column 本月 or 本年. A header with 2023年 beside 2022年 has two such columns; here 2022年
becomes 上年, 2024年4月 or 2024.4 beside 2024年5月 becomes 上个月, so that next year's edition (2024年, 2023年) says the same again.
Months across (1月, 2月 … 12月) are the same every year: they keep their names. Of columns with one name (项目, 预算数 on both
sides of a budget) the second is called so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sources.reader.headers import name_of
from sources.reader.measures import split_unit

_MONTH = re.compile(r"((?:19|20)\d\d)(?:年(?P<said>0?[1-9]|1[0-2])月|\.(?P<short>0?[1-9]|1[0-2])$)")
#: A year, or a cell that holds nothing else.
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年|(?<=^\d{4})$)")
#: A month of no year, alone or as the end of a range: 5月, 1—5月.
_BARE_MONTH = re.compile(
    r"(?<![\d年])(?P<since>(?:0?1|元)月?[-–—~至])?(?<![\d.])(?P<month>0?[1-9]|1[0-2])月份?(?![-–—~至\d])"
)
_NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二")
#: So many months across are those of a calendar; fewer are the last ones, unless they begin with January.
_CALENDAR = 4

#: Longer texts are prose, in which no period tells columns apart.
_LONGEST = 200

Path = tuple[str, ...]


def relative(paths: Sequence[Path]) -> list[Path]:
    """Return the paths with earlier periods written by their distance, and numbers, where two columns would have one name."""
    found = list(paths)
    groups: dict[str, list[int]] = defaultdict(list)
    for position, path in enumerate(paths):
        if path and sum(map(len, path)) <= _LONGEST:
            groups["/".join(map(name_of, path))].append(position)
    for positions in groups.values():
        if len(positions) > 1:
            _tell_apart(found, positions)
    return found


def _tell_apart(paths: list[Path], positions: list[int]) -> None:
    """Rename the columns of one name by their periods, then those that still have one name by their place."""
    dated = [at for at in positions if any(_YEAR.search(part) or _MONTH.search(part) for part in paths[at])]
    if len({paths[at] for at in dated}) > 1:
        _by_distance(paths, dated)
    elif not dated:
        _by_month(paths, positions)
    _by_place(paths, positions)


def _by_distance(paths: list[Path], positions: list[int]) -> None:
    latest = max(_period(paths[position]) for position in positions)
    for position in positions:
        year, month = _period(paths[position])
        if (year, month) != latest:
            paths[position] = tuple(_renamed(part, latest[0] - year, latest[1] - month) for part in paths[position])


def _by_month(paths: list[Path], positions: list[int]) -> None:
    """Call months of no year by their names in words, or by their distance when they are but the last two or three."""
    months = {at: int(match["month"]) for at in positions if (match := _BARE_MONTH.search("/".join(paths[at])))}
    known = set(months.values())
    if len(known) < 2:
        return
    calendar = known == set(range(1, len(known) + 1)) or len(known) >= _CALENDAR
    for at, month in months.items():
        distance = 0 if calendar else max(known) - month
        if calendar or distance:
            paths[at] = tuple(_BARE_MONTH.sub(_month_named(month, distance), part) for part in paths[at])


def _month_named(month: int, distance: int) -> str:
    return rf"\g<since>{_ago(distance, '个月')}" if distance else rf"\g<since>{_NUMERALS[month]}月"


def _by_place(paths: list[Path], positions: list[int]) -> None:
    """Number columns that say the very same, from the second."""
    seen: dict[Path, int] = defaultdict(int)
    for at in positions:
        path = paths[at]
        seen[path] += 1
        if seen[path] > 1:
            paths[at] = (*path[:-1], f"{split_unit(path[-1])[0]}（第{seen[path]}个）")


def _period(path: Path) -> tuple[int, int]:
    """Return year and month that a path names, month 0 when it names none."""
    if match := next(filter(None, map(_MONTH.search, path)), None):
        return int(match[1]), int(match["said"] or match["short"])
    match = next(filter(None, map(_YEAR.search, path)), None)
    return (int(match[1]), 0) if match else (0, 0)


def _renamed(part: str, years: int, months: int) -> str:
    if months == 0 and _YEAR.search(part):
        return _YEAR.sub(_ago(years, "年"), part)
    return _MONTH.sub(_ago(12 * years + months, "个月"), part)


def _ago(distance: int, unit: str) -> str:
    if distance == 1:
        return "上年" if unit == "年" else "上个月"
    return f"前{distance}{unit}"
