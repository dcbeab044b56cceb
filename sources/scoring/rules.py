"""The rules about one indicator. ``weight`` is in points (分), a cap is a multiple of it; every result is ≥ 0.

The code before each formula is that of domain.md 4.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from sources.scoring.points import ZERO, Number, ScoringError, clamp, exact

ONE = Decimal(1)


def lin(weight: Number, value: Number, target: Number, cap: Number = ONE, *, negative: bool = False) -> Fraction:
    """LIN: w·min(m, x/t); of a negative indicator (less is better) w·min(m, t/x).

    Raises ``ScoringError`` for a target of 0: such an indicator is scored by an event rule, never divided. A negative
    indicator at 0 has done all that can be done.
    """
    w, x, t, m = exact(weight), exact(value), exact(target), exact(cap)
    if t == 0:
        raise ScoringError("目标值为 0，不能按完成比例计分，请改用事件规则（EVENT-）")
    if negative:
        return w * (m if x <= 0 else clamp(t / x, ZERO, m))
    return w * clamp(x / t, ZERO, m)


def base80(
    weight: Number,
    difference: Number,
    cap: Number,
    *,
    per_point: Number = Decimal("0.5"),
    base: Number = Decimal("0.8"),
) -> Fraction:
    """BASE80: clamp(0.8w + 0.5·Δ, 0, m·w); Δ in percentage points above (below) what was expected."""
    w = exact(weight)
    return clamp(exact(base) * w + exact(per_point) * exact(difference), ZERO, exact(cap) * w)


def flat80(
    weight: Number,
    growth: Number,
    cap: Number = Decimal("1.5"),
    *,
    step: Number = Decimal(5),
    points: Number = ONE,
    base: Number = Decimal("0.8"),
) -> Fraction:
    """FLAT80: clamp(0.8w + ⌊g / 5 %⌋·1, 0, 1.5w); ``growth`` over last year in per cent (8 is 8 %)."""
    w = exact(weight)
    if step <= 0:
        raise ScoringError("每档增幅应大于 0")
    steps = floor(exact(growth) / exact(step))
    return clamp(exact(base) * w + steps * exact(points), ZERO, exact(cap) * w)


def count(
    weight: Number,
    value: Number,
    target: Number | None,
    *,
    each: Number = Decimal(3),
    bonus: Number = Decimal(0),
    cap: Number | None = None,
) -> Fraction:
    """COUNT: w + 3·(x − t), ``bonus`` more when the target is met; nothing without a target."""
    if target is None or target == 0:
        return ZERO
    w, over = exact(weight), exact(value) - exact(target)
    points = w + exact(each) * over + (exact(bonus) if over >= 0 else ZERO)
    return clamp(points, ZERO, None if cap is None else exact(cap) * w)


def best(weight: Number, value: Number, peers: Sequence[Number]) -> Fraction:
    """BEST: w·x / max(x) of the peer group, itself included; 0 when nobody has anything."""
    highest = max((exact(peer) for peer in (*peers, value)), default=ZERO)
    return exact(weight) * max(exact(value), ZERO) / highest if highest > 0 else ZERO


def band(value: Number, bands: Sequence[tuple[Number, Number]], each_below: Number = ONE) -> Fraction:
    """BAND: the points of the highest band that is reached; below the lowest, ``each_below`` less per unit, not under 0.

    ``bands`` are (from, points): 20:10, 15:9, 10:8. Raises ``ScoringError`` without bands.
    """
    if not bands:
        raise ScoringError("没有分档")
    falling = sorted(((exact(start), exact(points)) for start, points in bands), reverse=True)
    x = exact(value)
    for start, points in falling:
        if x >= start:
            return points
    lowest, points = falling[-1]
    # Whole units are missed: 9.5 days are one day short of 10.
    missed = -floor(x - lowest)
    return clamp(points - exact(each_below) * missed, ZERO, None)


def eff(
    value: Number, satisfactory: Number, unacceptable: Number, *, low: Number = ZERO, high: Number = Decimal(100)
) -> Fraction:
    """EFF 功效系数, on a scale of 100: 60 + (x − 不允许值) / (满意值 − 不允许值) × 40, within [low, high].

    Where less is better the unacceptable value is the larger one. Raises ``ScoringError`` when both are equal.
    """
    h, s = exact(satisfactory), exact(unacceptable)
    if h == s:
        raise ScoringError("满意值与不允许值相等，功效系数无法计算")
    return clamp(60 + 40 * (exact(value) - s) / (h - s), exact(low), exact(high))


def level4(value: Number, levels: Sequence[Number]) -> Fraction:
    """LEVEL4: levels A, B, C, D are worth 4, 3, 2, 1; above A 4, below D 0, linear between two levels.

    Falling levels (A < D) are for indicators where less is better. Raises ``ScoringError`` when they are not in order.
    """
    a, b, c, d = (exact(level) for level in _four(levels))
    x = exact(value)
    if a < d:
        a, b, c, d, x = -a, -b, -c, -d, -x
    if not a > b > c > d:
        raise ScoringError("四级标准应依次递减（或依次递增）")
    if x < d:
        return ZERO
    for (lower, points), (upper, _) in zip(((d, 1), (c, 2), (b, 3)), ((c, 2), (b, 3), (a, 4)), strict=True):
        if x < upper:
            return points + (x - lower) / (upper - lower)
    return Fraction(4)


def _four(levels: Sequence[Number]) -> Sequence[Number]:
    if len(levels) != 4:
        raise ScoringError("四级标准应有 A、B、C、D 四个值")
    return levels


def event_plus(events: Sequence[tuple[Number, int]]) -> Fraction:
    """EVENT+: Σ v/k; each event is worth v and shared equally by k."""
    return sum((exact(worth) / sharers for worth, sharers in events), ZERO)


def event_minus(weight: Number, events: Sequence[Number]) -> Fraction:
    """EVENT−: what is left of the item's points after the deductions, not under 0."""
    return clamp(exact(weight) - sum((exact(worth) for worth in events), ZERO), ZERO, None)


def rank_points(weight: Number, rank: int, size: int, spread: Number) -> Fraction:
    """RANK: w·(1 − (r − 1)/(n − 1)·k); the only one of its group has all points."""
    if size < 2:
        return exact(weight)
    return clamp(exact(weight) * (1 - Fraction(rank - 1, size - 1) * exact(spread)), ZERO, None)


def mix(parts: Sequence[tuple[Number, Number]]) -> Fraction:
    """MIX: Σ share × weight; each part is (score out of 100, weight in points)."""
    return sum((exact(score) / 100 * exact(weight) for score, weight in parts), ZERO)
