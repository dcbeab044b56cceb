"""The outcome of an assessment as values: exact while computed, plain (JSON) when shown or locked."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from orchestration.assessment.facts import Source
from sources.scoring import shown


@dataclass(frozen=True)
class IndicatorScore:
    """One indicator of one subject. ``points`` None: not scored (``note`` or ``problem`` says why)."""

    no: str
    name: str
    weight: Decimal
    rule: str
    parameters: str | None
    target: Decimal | None
    value: Decimal | None
    points: Fraction | None
    formula: str | None
    note: str | None
    problem: str | None
    sources: tuple[Source, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return the score as JSON can hold it."""
        return {
            "no": self.no,
            "name": self.name,
            "weight": _decimal(self.weight),
            "rule": self.rule,
            "parameters": self.parameters,
            "target": _decimal(self.target),
            "value": _decimal(self.value),
            **_points("points", self.points),
            "formula": self.formula,
            "note": self.note,
            "problem": self.problem,
            "sources": [asdict(source) for source in self.sources],
        }


@dataclass(frozen=True)
class EventScore:
    """One event that added or took points, or did not count (``note`` says why)."""

    category: str
    matter: str
    level: str | None
    day: str
    points: Decimal
    is_counted: bool
    note: str | None
    sources: tuple[Source, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return the event as JSON can hold it."""
        plain = {name: getattr(self, name) for name in ("category", "matter", "level", "day", "is_counted", "note")}
        return {**plain, "points": _decimal(self.points), "sources": [asdict(source) for source in self.sources]}


@dataclass(frozen=True)
class SubjectScore:
    """The score of one subject. In a month there is no evaluation, no rank and no grade."""

    subject: str
    subject_type: str
    indicators: tuple[IndicatorScore, ...]
    added: tuple[EventScore, ...]
    deducted: tuple[EventScore, ...]
    evaluation_note: str | None
    evaluation_sources: tuple[Source, ...]
    target_points: Fraction
    added_points: Fraction
    deducted_points: Fraction
    evaluation_points: Fraction | None
    total: Fraction
    scored_weight: Decimal
    weight: Decimal
    is_vetoed: bool
    rank: int | None = None
    grade: str | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What kept indicators from being scored."""
        return tuple(f"{self.subject} {one.no}《{one.name}》：{one.problem}" for one in self.indicators if one.problem)

    def as_plain(self) -> dict[str, Any]:
        """Return the score as JSON can hold it: points with two decimals, and exactly beside them."""
        return {
            "subject": self.subject,
            "subject_type": self.subject_type,
            **_points("total", self.total),
            **_points("target_points", self.target_points),
            **_points("added_points", self.added_points),
            **_points("deducted_points", self.deducted_points),
            **_points("evaluation_points", self.evaluation_points),
            "scored_weight": _decimal(self.scored_weight),
            "weight": _decimal(self.weight),
            "rank": self.rank,
            "grade": self.grade,
            "is_vetoed": self.is_vetoed,
            "indicators": [one.as_plain() for one in self.indicators],
            "added": [one.as_plain() for one in self.added],
            "deducted": [one.as_plain() for one in self.deducted],
            "evaluation_note": self.evaluation_note,
            "evaluation_sources": [asdict(source) for source in self.evaluation_sources],
        }


@dataclass(frozen=True)
class Assessment:
    """All scores of one period under one scheme, out of one release."""

    period: str
    is_simulated: bool
    scheme: str
    document_no: str
    release_id: str
    subjects: tuple[SubjectScore, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """What must be settled before a year is locked."""
        return tuple(problem for subject in self.subjects for problem in subject.problems)

    def as_plain(self) -> dict[str, Any]:
        """Return the assessment as JSON can hold it."""
        return {
            "period": self.period,
            "is_simulated": self.is_simulated,
            "scheme": self.scheme,
            "document_no": self.document_no,
            "release": self.release_id,
            "problems": list(self.problems),
            "subjects": [subject.as_plain() for subject in self.subjects],
        }


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what differs between two plain assessments: subject, what, before, after; numbers only, not their cells."""
    old, new = _figures(before), _figures(after)
    return [
        {"subject": subject, "what": what, "before": old.get((subject, what)), "after": new.get((subject, what))}
        for subject, what in sorted({*old, *new})
        if old.get((subject, what)) != new.get((subject, what))
    ]


_PARTS = {
    "total_exact": "总分",
    "target_points_exact": "工作目标任务",
    "added_points_exact": "加分项目",
    "deducted_points_exact": "扣分项目",
    "evaluation_points_exact": "党工委评价",
    "rank": "排名",
    "grade": "等次",
}
_OF_INDICATOR = {
    "weight": "权重",
    "rule": "规则",
    "parameters": "参数",
    "target": "目标",
    "value": "完成值",
    "points_exact": "得分",
}


def _figures(plain: dict[str, Any]) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {("", "考核方案"): f"{plain['scheme']}（{plain['document_no']}）"}
    for subject in plain["subjects"]:
        name = subject["subject"]
        found |= {(name, title): subject[key] for key, title in _PARTS.items()}
        for one in subject["indicators"]:
            found |= {(name, f"{one['no']} {title}"): one[key] for key, title in _OF_INDICATOR.items()}
        for event in (*subject["added"], *subject["deducted"]):
            what = f"{event['category']}：{event['matter']}（{event['level'] or '—'}）"
            found[name, what] = event["points"] if event["is_counted"] else "不计"
    return found


def _points(name: str, points: Fraction | None) -> dict[str, Any]:
    if points is None:
        return {name: None, f"{name}_exact": None}
    return {name: f"{shown(points):f}", f"{name}_exact": str(points)}


def _decimal(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
