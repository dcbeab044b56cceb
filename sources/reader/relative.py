"""Headers that differ by nothing but their period: the latest keeps its name, the others are named by their distance.

A form for every month calls a column 本月 or 本年. A header with 2023年 beside 2022年 has two such columns; here 2022年
becomes 上年, 2024年4月 or 2024.4 beside 2024年5月 becomes 上个月, so that next year's edition (2024年, 2023年) says the same again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sources.reader.headers import name_of

_MONTH = re.compile(r"((?:19|20)\d\d)(?:年(?P<said>0?[1-9]|1[0-2])月|\.(?P<short>0?[1-9]|1[0-2])$)")
_YEAR = re.compile(r"((?:19|20)\d\d)年")

Path = tuple[str, ...]


def relative(paths: Sequence[Path]) -> list[Path]:
    """Return the paths with earlier periods written by their distance, where two columns would have one name."""
    found = list(paths)
    dated = [
        position
        for position, path in enumerate(paths)
        if any(_YEAR.search(part) or _MONTH.search(part) for part in path)
    ]
    if len(dated) < 2:
        return found
    groups: dict[str, list[int]] = defaultdict(list)
    for position in dated:
        groups["/".join(map(name_of, paths[position]))].append(position)
    for positions in groups.values():
        if len({paths[position] for position in positions}) > 1:
            _tell_apart(found, positions)
    return found


def _tell_apart(paths: list[Path], positions: list[int]) -> None:
    latest = max(_period(paths[position]) for position in positions)
    for position in positions:
        year, month = _period(paths[position])
        if (year, month) != latest:
            paths[position] = tuple(_renamed(part, latest[0] - year, latest[1] - month) for part in paths[position])


def _period(path: Path) -> tuple[int, int]:
    """Return year and month that a path names, month 0 when it names none."""
    text = "".join(path)
    if match := _MONTH.search(text):
        return int(match[1]), int(match["said"] or match["short"])
    match = _YEAR.search(text)
    return (int(match[1]), 0) if match else (0, 0)


def _renamed(part: str, years: int, months: int) -> str:
    if months == 0 and _YEAR.search(part):
        return _YEAR.sub(_ago(years, "年"), part)
    return _MONTH.sub(_ago(12 * years + months, "个月"), part)


def _ago(distance: int, unit: str) -> str:
    if distance == 1:
        return "上年" if unit == "年" else "上个月"
    return f"前{distance}{unit}"
