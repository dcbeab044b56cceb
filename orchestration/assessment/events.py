"""Parts 2 to 4 of a score: what was added, what was taken, and what the evaluators gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from orchestration.assessment.facts import Ballot, Event
from orchestration.assessment.result import EventScore
from sources.published.restricted import FEWEST
from sources.scoring.points import ZERO, exact, shown
from sources.scoring.scheme import Scheme
from sources.scoring.totals import Item, counted


def scored_events(events: Sequence[Event]) -> Iterator[EventScore]:
    """Yield the events with what each counts; of one matter marked 同项取高 only the highest does."""
    items = [Item(e.category, e.matter, e.level, e.points or Decimal(0), e.is_highest_only) for e in events]
    kept = {id(item) for item in counted([item for item, e in zip(items, events, strict=True) if e.points is not None])}
    for event, item in zip(events, items, strict=True):
        note = None
        if event.points is None:
            note = "尚未认定，不计分"
        elif id(item) not in kept:
            note = "同一事项按最高级别计一次"
        yield EventScore(
            category=event.category,
            matter=event.matter,
            level=event.level,
            day=event.day.isoformat(),
            points=item.points,
            is_counted=note is None,
            note=note,
            sources=event.sources,
        )


def item_of(event: EventScore) -> Item:
    """Return an event as the rules of totals take it."""
    return Item(event.category, event.matter, event.level, event.points)


def evaluation(ballots: Sequence[Ballot], scheme: Scheme) -> tuple[Fraction | None, str]:
    """Return the points of the 党工委评价 and how they came about; means and counts only, the ballots are secret.

    Where one kind of evaluator cast fewer than ``FEWEST`` ballots no mean is told: the points minus the others' would be it.
    """
    by_kind: dict[str, list[Decimal]] = defaultdict(list)
    for ballot in ballots:
        by_kind[ballot.evaluator].append(ballot.points)
    points = scheme.evaluation(by_kind)
    if points is None:
        return None, "没有党工委评价"
    is_told = all(len(scores) >= FEWEST for scores in by_kind.values())
    means = "、".join(
        f"{kind} {len(scores)} 票，{_mean(scores) if is_told else ''}权重 {scheme.evaluators[kind]}"
        for kind, scores in by_kind.items()
    )
    hidden = "" if is_told else f"；有一类少于 {FEWEST} 票，不列均分"
    return points, f"{means}{hidden}；满分 {scheme.evaluation_points}"


def _mean(scores: Sequence[Decimal]) -> str:
    return f"均分 {shown(sum(map(exact, scores), ZERO) / len(scores))}，"
