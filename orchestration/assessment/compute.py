"""Scores of a month (simulated) or a year, computed from facts: no files, no clock, no database.

Domain.md 4.1: a month looks at linear annual targets only, against t·m/12; what has no data after its deadline gets 0
and a note; nothing is interpolated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from orchestration.assessment.events import evaluation, item_of, scored_events
from orchestration.assessment.facts import Facts, Result, Target
from orchestration.assessment.result import Assessment, IndicatorScore, SubjectScore
from sources.contract.codes import CodeList
from sources.scoring import ScoringError
from sources.scoring.indicator import Measured, Rule, rule_named
from sources.scoring.points import ZERO, exact, shown
from sources.scoring.scheme import Scheme
from sources.scoring.totals import Relief, bonus, grades, is_vetoed, ranks, target_in_force, total

TASKS = "工作目标任务"
YEARLY, LINEAR = "年累计", "LIN"
#: Kind of department that a type of subject means; the types that are missing are whoever has a result.
_KINDS = {"部门": "department", "公司": "company"}


@dataclass(frozen=True)
class Ground:
    """What a computation stands on besides the facts. ``is_past_deadline``: no data now means none."""

    period: str
    scheme: Scheme
    rules: Mapping[str, Rule]
    reliefs: Mapping[tuple[str | None, str], Sequence[Relief]]
    departments: CodeList
    is_past_deadline: bool
    release_id: str

    @property
    def year(self) -> int:
        """The year of the period."""
        return int(self.period[:4])

    @property
    def month(self) -> int | None:
        """The month that is simulated; None for a year."""
        return int(self.period[5:7]) if len(self.period) > 4 else None


def assess(facts: Facts, ground: Ground) -> Assessment:
    """Return the scores of every subject. What cannot be scored is a problem of its indicator, never a guess."""
    by_subject: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in facts.targets:
        if target.part == TASKS:
            for subject in _subjects(target, facts, ground.departments):
                by_subject[target.subject_type, subject].append(target)
    subjects = [_subject(kind, name, targets, facts, ground) for (kind, name), targets in by_subject.items()]
    placed = subjects if ground.month is not None else _placed(subjects, ground.scheme)
    return Assessment(
        period=ground.period,
        is_simulated=ground.month is not None,
        scheme=ground.scheme.code,
        document_no=ground.scheme.document_no,
        release_id=ground.release_id,
        subjects=tuple(sorted(placed, key=lambda one: (one.subject_type, one.rank or 0, -one.total, one.subject))),
    )


def _subjects(target: Target, facts: Facts, departments: CodeList) -> list[str]:
    if target.subject is not None:
        return [target.subject]
    if target.subject_type in _KINDS:
        kind = _KINDS[target.subject_type]
        return [row["name"] for row in departments.rows if row["kind"] == kind]
    return sorted({subject for subject, no in facts.results if no == target.no})


def _subject(kind: str, name: str, targets: Sequence[Target], facts: Facts, ground: Ground) -> SubjectScore:
    indicators = tuple(_indicator(target, name, facts, ground) for target in targets)
    mine = [event for event in facts.events if event.subject == name]
    added = tuple(scored_events([event for event in mine if event.adds]))
    deducted = tuple(scored_events([event for event in mine if not event.adds]))
    weight = sum((target.weight for target in targets), Decimal(0))
    basic = sum((one.points for one in indicators if one.points is not None), ZERO)
    part1 = basic / exact(weight) * exact(ground.scheme.target_points) if weight else ZERO
    if ground.scheme.target_cap is not None:
        part1 = min(part1, exact(ground.scheme.target_cap))
    plus = bonus([item_of(event) for event in added if event.is_counted], ground.scheme.category_caps)
    minus = sum((exact(event.points) for event in deducted if event.is_counted), ZERO)
    ballots = [ballot for ballot in facts.ballots if ballot.subject == name]
    part4, note = (None, None) if ground.month else evaluation(ballots, ground.scheme)
    return SubjectScore(
        subject=name,
        subject_type=kind,
        indicators=indicators,
        added=added,
        deducted=deducted,
        evaluation_note=note,
        evaluation_sources=tuple(source for ballot in ballots for source in ballot.sources),
        target_points=part1,
        added_points=plus,
        deducted_points=minus,
        evaluation_points=part4,
        total=total(
            part1,
            plus,
            minus,
            added_cap=ground.scheme.bonus_cap,
            deducted_cap=ground.scheme.deduction_cap,
            evaluation=part4 or ZERO,
            floor_points=ground.scheme.floor_points,
        ),
        scored_weight=sum((one.weight for one in indicators if one.points is not None), Decimal(0)),
        weight=weight,
        is_vetoed=is_vetoed((event.category for event in deducted if event.is_counted), ground.scheme.vetoes),
    )


def _indicator(target: Target, subject: str, facts: Facts, ground: Ground) -> IndicatorScore:
    result = facts.results.get((subject, target.no))
    goal, relief = _goal(target, subject, ground)
    known = IndicatorScore(
        no=target.no,
        name=target.name,
        weight=target.weight,
        rule=target.rule,
        parameters=target.parameters,
        target=goal,
        value=result.value if result else None,
        points=None,
        formula=None,
        note=f"目标经批准由 {target.target} 调为 {goal}（{relief.approved_date}）" if relief else None,
        problem=None,
        sources=(*target.sources, *(result.sources if result else ())),
    )
    try:
        rule = rule_named(ground.rules, target.rule)
        if result is None or result.value is None:
            return _without_data(known, ground)
        if ground.month is not None and (target.measure, rule.code) != (YEARLY, LINEAR):
            return _noted(known, _progress(result.value, goal))
        return _scored(known, rule, target, result, goal, subject, facts, ground)
    except ScoringError as error:
        return replace(known, problem=str(error))


def _goal(target: Target, subject: str, ground: Ground) -> tuple[Decimal | None, Relief | None]:
    if target.target is None:
        return None, None
    asked = [relief for who in (subject, None) for relief in ground.reliefs.get((who, target.no), ())]
    return target_in_force(target.target, asked, ground.year)


def _without_data(known: IndicatorScore, ground: Ground) -> IndicatorScore:
    """Nothing came: 0 once the deadline has passed, no score before it."""
    if ground.is_past_deadline:
        return _noted(replace(known, points=ZERO), "期限已过，没有完成数据，按 0 分计")
    note = _noted(known, "未到报送期限，尚无完成数据，暂不计分")
    return note if ground.month else replace(note, problem="未到报送期限，尚无完成数据")


def _progress(value: Decimal, goal: Decimal | None) -> str:
    """Say how far an indicator is that no month is scored by."""
    done = f"，为全年目标的 {shown(exact(value) / exact(goal) * 100, 1)}%" if goal else ""
    return f"不按月计分{done}"


def _scored(
    known: IndicatorScore,
    rule: Rule,
    target: Target,
    result: Result,
    goal: Decimal | None,
    subject: str,
    facts: Facts,
    ground: Ground,
) -> IndicatorScore:
    assert result.value is not None
    due = exact(goal) * ground.month / 12 if goal is not None and ground.month else goal
    measured = Measured(
        weight=target.weight,
        value=result.value,
        target=due,
        base=target.base,
        cap=target.cap,
        direction=target.direction,
        peers=_peers(target, facts),
        subject=subject,
    )
    scored = rule.score(measured, target.parameters)
    found = replace(known, points=scored.points, formula=scored.formula)
    if ground.month:
        found = _noted(found, f"模拟：目标按 {ground.month}/12 折算")
    return found if result.is_recognized else _noted(found, "按申报值计，尚未认定")


def _peers(target: Target, facts: Facts) -> dict[str, Decimal]:
    """Return the values of the peer group: the same indicator (by name) of subjects of the same type."""
    same = {one.no for one in facts.targets if (one.name, one.subject_type) == (target.name, target.subject_type)}
    return {
        subject: result.value
        for (subject, no), result in facts.results.items()
        if no in same and result.value is not None
    }


def _noted(score: IndicatorScore, note: str) -> IndicatorScore:
    return replace(score, note="；".join(filter(None, (score.note, note))))


def _placed(subjects: Sequence[SubjectScore], scheme: Scheme) -> list[SubjectScore]:
    """Rank and grade the subjects of each type among themselves."""
    placed = []
    for kind in dict.fromkeys(one.subject_type for one in subjects):
        group = [one for one in subjects if one.subject_type == kind]
        totals = {one.subject: one.total for one in group}
        vetoed = [one.subject for one in group if one.is_vetoed]
        rank = ranks(totals)
        grade = grades(totals, scheme.excellent_share, scheme.good_share, scheme.pass_points, vetoed)
        placed += [replace(one, rank=rank[one.subject], grade=grade[one.subject]) for one in group]
    return placed
