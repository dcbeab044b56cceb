"""One indicator of the library (F14a) with what was reached (F14b): its points, and the formula with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sources.contract.codes import CodeList
from sources.scoring import rules
from sources.scoring.parameters import Parameters, parse
from sources.scoring.points import Number, ScoringError, exact, written
from sources.scoring.totals import ranks

NEGATIVE = "逆"


@dataclass(frozen=True)
class Measured:
    """What a rule looks at. ``target`` is the one in force (RELIEF), ``peers`` the values of the whole peer group."""

    weight: Decimal
    value: Decimal
    target: Number | None
    base: Decimal | None
    cap: Decimal
    direction: str
    peers: Mapping[str, Decimal]
    subject: str


@dataclass(frozen=True)
class Scored:
    """Exact points, and the formula as a person would write it with the numbers filled in."""

    points: Fraction
    formula: str


@dataclass(frozen=True)
class Rule:
    """A rule of the zone's list: its code, Chinese name and default parameters."""

    code: str
    name: str
    defaults: Parameters

    def score(self, measured: Measured, text: str | None) -> Scored:
        """Return the points of an indicator. Raises ``ScoringError`` for parameters or facts the rule cannot use."""
        parameters = parse(text, self.code, self.defaults.names).over(self.defaults)
        return _SCORES[self.code](measured, parameters)


def read_rules(listed: CodeList) -> dict[str, Rule]:
    """Return the rules by every spelling (code, name, alias) of the code list ``scoring_rules``.

    Raises ``ScoringError`` for a code that the engine does not have, or defaults that cannot be read.
    """
    found: dict[str, Rule] = {}
    for row in listed.rows:
        code = row["scoring_rule"]
        if code not in _SCORES:
            raise ScoringError(f"scoring_rules.csv 中的计分规则 {code} 没有对应的算法，可用：{'、'.join(_SCORES)}")
        rule = Rule(code, row["name"], parse(row["parameters"], code))
        for spelling in (code, row["name"], *filter(None, row["aliases"].split("、"))):
            found[spelling] = rule
    return found


def rule_named(known: Mapping[str, Rule], text: str) -> Rule:
    """Return a rule by its spelling. Raises ``ScoringError`` with the choices."""
    try:
        return known[text.strip()]
    except KeyError:
        choices = "、".join(dict.fromkeys(rule.code for rule in known.values()))
        raise ScoringError(f"没有计分规则“{text}”（见 scoring_rules.csv），可用：{choices}") from None


def _target(measured: Measured) -> Number:
    if measured.target is None:
        raise ScoringError("没有目标值")
    return measured.target


def _lin(m: Measured, _parameters: Parameters) -> Scored:
    target, negative = _target(m), m.direction == NEGATIVE
    points = rules.lin(m.weight, m.value, target, m.cap, negative=negative)
    ratio = f"{written(target)} ÷ {written(m.value)}" if negative else f"{written(m.value)} ÷ {written(target)}"
    return Scored(points, f"{written(m.weight)} × min({written(m.cap)}, {ratio})")


def _base80(m: Measured, p: Parameters) -> Scored:
    points = rules.base80(m.weight, m.value, m.cap, per_point=p["每点"], base=p["基本"])
    formula = f"{written(p['基本'])} × {written(m.weight)} + {written(p['每点'])} × {written(m.value)}，不超过 {written(m.cap)} 倍"
    return Scored(points, formula)


def _flat80(m: Measured, p: Parameters) -> Scored:
    if m.base is None or m.base <= 0:
        raise ScoringError("没有基期值，不能与上年比")
    growth = (Fraction(m.value) - Fraction(m.base)) / Fraction(m.base) * 100
    points = rules.flat80(m.weight, growth, m.cap, step=p["每档"], points=p["每档分"], base=p["基本"])
    formula = f"{written(p['基本'])} × {written(m.weight)} + ⌊{written(growth)}% ÷ {written(p['每档'])}%⌋ × {written(p['每档分'])}，不超过 {written(m.cap)} 倍"
    return Scored(points, formula)


def _count(m: Measured, p: Parameters) -> Scored:
    points = rules.count(m.weight, m.value, m.target, each=p["每个"], bonus=p["完成加分"], cap=m.cap)
    if not m.target:
        return Scored(points, "没有目标，不得分")
    extra = f" + {written(p['完成加分'])}" if p["完成加分"] and m.value >= exact(m.target) else ""
    formula = f"{written(m.weight)} + {written(p['每个'])} × ({written(m.value)} − {written(m.target)}){extra}，不超过 {written(m.cap)} 倍"
    return Scored(points, formula)


def _best(m: Measured, _parameters: Parameters) -> Scored:
    peers = list(m.peers.values())
    return Scored(
        rules.best(m.weight, m.value, peers),
        f"{written(m.weight)} × {written(m.value)} ÷ {written(max([*peers, m.value]))}（本组最高）",
    )


def _band(m: Measured, p: Parameters) -> Scored:
    points = rules.band(m.value, p.bands, p["每少"])
    listed = "、".join(f"≥{written(start)} 得 {written(worth)}" for start, worth in p.bands)
    # A band table promises points of its own; it never gives more than the indicator has.
    return Scored(min(points, Fraction(m.weight) * Fraction(m.cap)), f"{written(m.value)} 落档：{listed}，以下每少 1 减 {written(p['每少'])}")  # fmt: skip


def _eff(m: Measured, p: Parameters) -> Scored:
    score = rules.eff(m.value, p["满意值"], p["不允许值"], low=p["下限"], high=p["上限"])
    s, h = written(p["不允许值"]), written(p["满意值"])
    return Scored(
        score / 100 * Fraction(m.weight),
        f"{written(m.weight)} × [60 + ({written(m.value)} − {s}) ÷ ({h} − {s}) × 40] ÷ 100",
    )


def _level4(m: Measured, p: Parameters) -> Scored:
    levels = [p[name] for name in "ABCD"]
    score = rules.level4(m.value, levels)
    return Scored(score / 4 * Fraction(m.weight), f"{written(m.weight)} × {written(score)} ÷ 4（四级标准）")


def _event_plus(m: Measured, p: Parameters) -> Scored:
    if m.value != m.value.to_integral_value() or p["分享"] != p["分享"].to_integral_value() or p["分享"] < 1:
        raise ScoringError("事件数与分享人数应为整数")
    points = rules.event_plus([(p["每个"], int(p["分享"]))] * int(m.value))
    return Scored(
        min(points, Fraction(m.weight) * Fraction(m.cap)),
        f"{written(m.value)} 个 × {written(p['每个'])} ÷ {written(p['分享'])}，不超过 {written(m.weight * m.cap)}",
    )


def _event_minus(m: Measured, p: Parameters) -> Scored:
    points = rules.event_minus(m.weight, [Fraction(m.value) * Fraction(p["每个"])])
    return Scored(points, f"{written(m.weight)} − {written(m.value)} 次 × {written(p['每个'])}，扣完为止")


def _rank(m: Measured, p: Parameters) -> Scored:
    group: dict[str, Decimal] = {**m.peers, m.subject: m.value}
    if m.direction == NEGATIVE:
        group = {name: -value for name, value in group.items()}
    place = ranks(group)[m.subject]
    points = rules.rank_points(m.weight, place, len(group), p["差距"])
    return Scored(points, f"第 {place} 名，共 {len(group)} 个：{written(m.weight)} × [1 − ({place} − 1) ÷ ({len(group)} − 1) × {written(p['差距'])}]")  # fmt: skip


_SCORES: Mapping[str, Callable[[Measured, Parameters], Scored]] = {
    "LIN": _lin,
    "BASE80": _base80,
    "FLAT80": _flat80,
    "COUNT": _count,
    "BEST": _best,
    "BAND": _band,
    "EFF": _eff,
    "LEVEL4": _level4,
    "EVENT+": _event_plus,
    "EVENT-": _event_minus,
    "RANK": _rank,
}
