"""A narrative report compared with a release, number by number (domain.md, check E22).

A number is compared when the words beside it name an indicator whose unit is of the same quantity; every other number is
told as not compared. What a number claims decides how: 85家, 突破80家, 不足80家, 约80家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from orchestration.reports.facts import ZONE, with_unit
from orchestration.reports.narrative import read_narrative
from orchestration.reports.numbers import Number, base_of, factor_of, numbers_in
from orchestration.reports.phrases import Phrase, first_in, last_in, phrases_of
from sources.contract import load_catalog
from sources.home import Home
from sources.periods import chinese, first_day, last_day
from sources.published.figures import STATUSES
from sources.published.read import open_file, rows_of
from sources.published.shelf import show
from sources.rules import load_register

RULE = "E22"
AGREES, DIFFERS, UNMATCHED = "agrees", "differs", "unmatched"

#: A period's own value where there is one, else that of its last month.
_VALUES = """
    select indicator_id, name, scope, unit, value, status, period
    from indicator_values
    where value is not null and (period = $period or (length(period) = 7 and period not like '%Q%' and period between $first and $last))
    qualify row_number() over (partition by indicator_id, scope order by period = $period desc, period desc) = 1
    order by indicator_id, scope <> $zone, scope
"""
_SENTENCE = re.compile(r"[^。；;！!？?]+")
#: What may stand between the words for an indicator and its number.
_JOINING = re.compile(
    r"(?:总数|总额|数量|合计|共计|累计|已经|已|共有|共|有|为|是|达到|达|到|至|完成|实现|增至|增加到|将|有望|预计"
    r"|约为|约|近|突破|超过|超|逾|不足|低于|下降|减少|回落|，|,|：|:|、|\s)*$"
)
#: A second claim about the same indicator: 高企总数85家，突破80家.
_AGAIN = re.compile(r"^[，,、]?(?:总数|共|将|有望|已|预计)*(?:突破|超过|超|逾|不足)$")
#: Words before a phrase that make it mean something else.
_OTHER = re.compile(r"(?:未[^，,。；;、]{0,6}|去年|上年|上年度|上年同期|同期|非|其他|计划|目标)$")
_ABOVE, _BELOW, _ABOUT = (
    re.compile(r"(?:突破|超过|超|逾)$"),
    re.compile(r"(?:不足|低于)$"),
    re.compile(r"(?:约为|约|近)$"),
)
_DOWN = re.compile(r"(?:下降|减少|回落|慢于序时)$")
#: How far a value may lie from a number said with 约 or 近.
_NEARLY = Decimal("0.05")
_OF = re.compile(r"^\s*的?")


@dataclass(frozen=True)
class Compared:
    """One number of a report. ``paragraph`` counts those that are not empty, from 1; ``reason`` says why none was compared."""

    paragraph: int
    sentence: str
    written: str
    state: str
    indicator: str | None = None
    name: str | None = None
    period: str | None = None
    scope: str | None = None
    published: str | None = None
    status: str | None = None
    message: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Comparison:
    """A report and a release, number by number; ``tables`` were not compared."""

    release: str
    period: str
    numbers: tuple[Compared, ...]
    tables: int

    def of(self, state: str) -> list[Compared]:
        """Return the numbers of a state in the order of reading."""
        return [one for one in self.numbers if one.state == state]

    @property
    def differing(self) -> list[Compared]:
        """The numbers that are not what was published."""
        return self.of(DIFFERS)


def compare_file(home: Home, release_id: str, path: Path, period: str) -> Comparison:
    """Compare a .docx with the indicators of a release in a period (a year means its own value or its last month's).

    Raises ``ReleaseError`` for a document that cannot be read and a release that is not there.
    """
    release = show(home, release_id)
    narrative = read_narrative(path)
    span = {"first": f"{first_day(period):%Y-%m}", "last": f"{last_day(period):%Y-%m}"}
    with open_file(release.warehouse) as connection:
        rows = rows_of(connection, _VALUES, {"period": period, "zone": ZONE, **span})
        names = rows_of(connection, "select indicator_id, name from dim_indicators order by indicator_id", {})
    values: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        values.setdefault(row["indicator_id"], []).append(row)
    phrases = phrases_of((row["indicator_id"], row["name"]) for row in names)
    found = compared(narrative.paragraphs, phrases, values, period)
    return Comparison(release.release_id, period, tuple(found), narrative.tables)


def compared(
    paragraphs: Sequence[str], phrases: Sequence[Phrase], values: dict[str, list[dict[str, Any]]], period: str
) -> Iterator[Compared]:
    """Yield every number of some paragraphs with what became of it; ``values`` are the published rows by indicator."""
    for place, paragraph in enumerate(paragraphs, start=1):
        earlier = ""
        for sentence in _SENTENCE.findall(paragraph):
            yield from _of_sentence(place, sentence.strip(), earlier, phrases, values, period)
            earlier = sentence


def _of_sentence(
    place: int,
    sentence: str,
    earlier: str,
    phrases: Sequence[Phrase],
    values: dict[str, list[dict[str, Any]]],
    period: str,
) -> Iterator[Compared]:
    begin, last = 0, ""
    phrases = [phrase for phrase in phrases if phrase.near in earlier + sentence]
    numbers = list(numbers_in(sentence))
    for index, number in enumerate(numbers):
        before = sentence[begin : number.start]
        until = numbers[index + 1].start if index + 1 < len(numbers) else len(sentence)
        indicator = _meant(phrases, before, sentence[number.end : until]) or (last if _AGAIN.match(before) else "")
        yield _judged(place, sentence, number, before, indicator, values, period)
        begin, last = number.end, indicator


def _meant(phrases: Sequence[Phrase], before: str, after: str) -> str:
    """Return the indicator that the words before a number name, else those that follow it (41个重点项目)."""
    named = last_in(phrases, before)
    if named is not None:
        phrase, end = named
        is_joined = _JOINING.match(before[end:]) and not _OTHER.search(before[: end - len(phrase.words)])
        return phrase.indicator if is_joined else ""
    following = first_in(phrases, _OF.sub("", after))
    return following.indicator if following and not _OTHER.search(before) else ""


def _judged(
    place: int,
    sentence: str,
    number: Number,
    before: str,
    indicator: str,
    values: dict[str, list[dict[str, Any]]],
    period: str,
) -> Compared:
    if not indicator:
        return Compared(place, sentence, number.written, UNMATCHED, reason="没有认出是哪个指标")
    rows = [row for row in values.get(indicator, ()) if base_of(row["unit"]) == number.base]
    if not rows:
        why = "单位与指标不同" if indicator in values else "系统没有该期的数"
        return Compared(place, sentence, number.written, UNMATCHED, indicator=indicator, reason=why)
    agreeing = [row for row in rows if _holds(number, before, row)]
    row = (agreeing or rows)[0]
    published = with_unit(row["value"], row["unit"])
    said = None
    if not agreeing:
        rule = load_register(load_catalog()).rule(RULE)
        said = rule.says.format(
            paragraph=place, text=sentence, stated=number.written, said_period=chinese(period), published=published
        )
    return Compared(
        place, sentence, number.written, AGREES if agreeing else DIFFERS, indicator, row["name"], row["period"],
        row["scope"], published, STATUSES.get(row["status"], row["status"]), said,
    )  # fmt: skip


def _holds(number: Number, before: str, row: dict[str, Any]) -> bool:
    """Say whether a published value bears out what a number claims."""
    # Shares are stored as fractions, which is what their numbers become too.
    value = row["value"] if number.base == "%" else row["value"] * factor_of(row["unit"])
    stated = -number.in_base if _DOWN.search(before) else number.in_base
    if _ABOVE.search(before):
        return bool(value > stated)
    if _BELOW.search(before):
        return bool(value < stated)
    allowed = abs(stated) * _NEARLY if _ABOUT.search(before) else number.half_a_place
    return bool(abs(value - stated) <= allowed)
