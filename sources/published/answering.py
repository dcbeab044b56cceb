"""Answers to findings of the current release: which findings are meant, and the decision on each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sources.decisions import (
    Acceptance,
    Decision,
    DecisionError,
    Explanation,
    Return,
    Standing,
    Waiver,
    decided,
    moment,
    read_decisions,
)
from sources.home import Home
from sources.published.findings import answerable, find
from sources.published.read import connect
from sources.published.restricted import unmask


class UnfitError(DecisionError):
    """This finding cannot be answered so; found by a filter it is passed over, named by its id it is told."""


@dataclass(frozen=True)
class Target:
    """A finding that somebody means: how it is listed, what an answer binds to, and what was said of it so far."""

    row: dict[str, Any]
    about: dict[str, Any]
    explanation: Explanation | None
    is_ruled: bool
    is_named: bool

    @property
    def binding(self) -> dict[str, Any]:
        """What an explanation or waiver holds for."""
        bound = {key: self.about[key] for key in ("finding_id", "rule", "rule_version", "value", "submission_id")}
        return {**bound, "expected": self.row["expected"], "basis": self.row.get("basis")}

    @property
    def explained(self) -> dict[str, str]:
        """What a ruling refers to. Raises ``UnfitError`` when nobody explained the finding, or it was ruled on."""
        if self.explanation is None:
            raise UnfitError(f"问题 {self.about['finding_id']} 还没有核实说明")
        if self.is_ruled:
            raise UnfitError(f"问题 {self.about['finding_id']} 的说明已经接受或退回过")
        return {"finding_id": self.about["finding_id"], "refers_to": self.explanation.decision_id}


def targets(home: Home, ids: Sequence[str], wanted: Mapping[str, str | None]) -> list[Target]:
    """Return the open findings that ids (or their first characters) and filters mean, each once.

    Raises ``DecisionError`` for an id that no open finding has.
    """
    with unmask(connect(home)) as connection:
        rows = {row["finding_id"]: row for row in reversed(find(connection, {**wanted, "status": "open"}))}
        chosen = [_named(name, rows) for name in ids] if ids else [*reversed(rows)]
        known = answerable(connection, chosen)
    standing = Standing.of(read_decisions(home))
    ruled = {one.refers_to for one in standing.decisions.values() if isinstance(one, Acceptance | Return)}
    explained = {name: standing.explanation(name) for name in chosen}
    return [
        Target(rows[name], known[name], said := explained[name], bool(said and said.decision_id in ruled), bool(ids))
        for name in dict.fromkeys(chosen)
        if name in known
    ]


def _named(text: str, rows: Mapping[str, Any]) -> str:
    fitting = [finding_id for finding_id in rows if finding_id.startswith(text.lower())]
    if len(fitting) != 1:
        raise DecisionError(
            f"{'没有' if not fitting else '不止一条'}未决的问题以“{text}”开头，编号见 taizhang findings"
        )
    return fitting[0]


def answer_each(meant: Sequence[Target], answer: Callable[[Target], Decision]) -> list[tuple[Target, Decision]]:
    """Return each finding with its decision. Raises ``DecisionError``; what a filter found and does not fit is left out."""
    answered = []
    for target in meant:
        try:
            answered.append((target, answer(target)))
        except UnfitError:
            if target.is_named:
                raise
    return answered


def explanation(target: Target, **said: Any) -> Decision:
    """Return the explanation of a verify finding; others are corrected (mandatory) or need none (notice)."""
    if target.about["level"] != "verify":
        raise UnfitError(
            f"问题 {target.about['finding_id']} 不是核实性问题：强制性的须改正后重新报送，提示性的不需说明"
        )
    return decided(Explanation, taken_at=moment(), **target.binding, **said)


def acceptance(target: Target, **said: Any) -> Decision:
    """Return the acceptance of the explanation that stands."""
    return decided(Acceptance, taken_at=moment(), **target.explained, **said)


def refusal(target: Target, **said: Any) -> Decision:
    """Return the return of the explanation that stands."""
    return decided(Return, taken_at=moment(), **target.explained, **said)


def waiver(target: Target, *, approver: str, evidence: str, valid_until: date, **said: Any) -> Decision:
    """Return the waiver of a finding; what keeps a submission out cannot be waived, only corrected."""
    if target.about["level"] == "notice":
        raise UnfitError(f"问题 {target.about['finding_id']} 是提示性的，不需豁免")
    if target.about["level"] == "mandatory" and not target.row["is_in_force"]:
        raise UnfitError(f"问题 {target.about['finding_id']} 使报送被退回，须改正后重新报送，不能豁免")
    granted = {"approver": approver, "evidence": evidence, "valid_until": valid_until}
    return decided(Waiver, taken_at=moment(), **target.binding, **granted, **said)
