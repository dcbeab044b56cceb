"""From points to a total, a rank and a grade: BONUS, TOTAL, VETO, RANK (domain.md 4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from sources.scoring.points import ZERO, Number, clamp, exact

#: Levels of an honour, the highest first: the same matter counts once, at its highest.
LEVELS = ("国家", "省", "市", "区")


@dataclass(frozen=True)
class Item:
    """One event that adds (or takes) points: its kind, what it is about, at which level, and its points (≥ 0)."""

    category: str
    matter: str
    level: str | None
    points: Decimal
    is_highest_only: bool = False


def counted(items: Sequence[Item]) -> list[Item]:
    """Return the items that count: of one matter marked 同项取高 only the one of the highest level (then most points)."""
    kept: dict[str, Item] = {}
    for item in items:
        if item.is_highest_only:
            kept[item.matter] = max(kept.get(item.matter, item), item, key=_height)
    return [item for item in items if not item.is_highest_only or kept[item.matter] is item]


def _height(item: Item) -> tuple[int, Decimal, str]:
    """Order by level, then points; the kind decides last, so that the order of the items never does."""
    return (-LEVELS.index(item.level) if item.level in LEVELS else -len(LEVELS), item.points, item.category)


def bonus(items: Sequence[Item], caps: Mapping[str, Number]) -> Fraction:
    """BONUS: Σ over the categories of min(cap, Σ points); a category without a cap has none."""
    sums: dict[str, Fraction] = {}
    for item in counted(items):
        sums[item.category] = sums.get(item.category, ZERO) + exact(item.points)
    return sum((min(points, exact(caps[name])) if name in caps else points for name, points in sums.items()), ZERO)


def total(
    basic: Number,
    added: Number,
    deducted: Number,
    *,
    added_cap: Number | None = None,
    deducted_cap: Number | None = None,
    evaluation: Number = ZERO,
    floor_points: Number = ZERO,
) -> Fraction:
    """TOTAL: 实得基本分 + min(cap, 加分) − min(cap, 扣分) + 党工委评价, not under ``floor_points``."""
    plus = exact(added) if added_cap is None else min(exact(added), exact(added_cap))
    minus = exact(deducted) if deducted_cap is None else min(exact(deducted), exact(deducted_cap))
    return clamp(exact(basic) + plus - minus + exact(evaluation), exact(floor_points), None)


def is_vetoed(events: Iterable[str], vetoes: Iterable[str]) -> bool:
    """VETO: whether one of the events takes away the right to be named best (取消评先评优资格)."""
    return not set(events).isdisjoint(vetoes)


def ranks(totals: Mapping[str, Number]) -> dict[str, int]:
    """RANK: the rank of each by its unrounded total; ties share the better rank (1, 2, 2, 4)."""
    values = [exact(value) for value in totals.values()]
    return {name: 1 + sum(other > exact(value) for other in values) for name, value in totals.items()}


def grades(
    totals: Mapping[str, Number],
    excellent_share: Number,
    good_share: Number,
    pass_points: Number,
    vetoed: Iterable[str] = (),
) -> dict[str, str]:
    """Return 优秀, 良好, 合格 or 不合格 for each of a group.

    Places are ⌊n·share⌋; those who tie at the edge share the better grade only while the places last. Who is below
    ``pass_points`` fails, whatever the rank; who is vetoed is 合格 at best.
    """
    placed, barred = ranks(totals), set(vetoed)
    first, second = (
        floor(len(totals) * exact(share)) for share in (excellent_share, exact(excellent_share) + exact(good_share))
    )
    last_of = {rank: rank - 1 + sum(other == rank for other in placed.values()) for rank in set(placed.values())}

    def grade(name: str) -> str:
        if exact(totals[name]) < exact(pass_points):
            return "不合格"
        if name in barred:
            return "合格"
        last = last_of[placed[name]]
        return "优秀" if last <= first else "良好" if last <= second else "合格"

    return {name: grade(name) for name in totals}


@dataclass(frozen=True)
class Relief:
    """A lower target that was asked for and approved (RELIEF)."""

    new_target: Decimal
    reported_date: date
    approved_date: date


def target_in_force(
    target: Decimal, reliefs: Sequence[Relief], year: int, last_month: int = 10
) -> tuple[Decimal, Relief | None]:
    """RELIEF: the last approved lower target that was reported by the end of October; else the target as it was."""
    in_time = [
        relief for relief in reliefs if (relief.reported_date.year, relief.reported_date.month) <= (year, last_month)
    ]
    if not in_time:
        return target, None
    relief = max(in_time, key=lambda one: one.approved_date)
    return relief.new_target, relief
