"""People's decisions about identities, replayed in the order in which they were taken; the last word on a pair counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sources.decisions.identities import AboutIdentity, Merge, NotSame, Same, Split
from sources.identities.names import normalised


@dataclass
class Decided:
    """What stands after the replay; names are normalised."""

    same: dict[str, str] = field(default_factory=dict)
    not_same: set[tuple[str, str]] = field(default_factory=set)
    merged: dict[str, str] = field(default_factory=dict)
    split: dict[tuple[str, str], str] = field(default_factory=dict)

    def code_of(self, code: str, name: str | None) -> str:
        """Return whose a code is that was reported under a name, after splits and merges."""
        code = self.split.get((code, normalised(name or "")), code)
        return self.survivor(code)

    def survivor(self, code: str) -> str:
        """Return what a code was merged into at last."""
        seen = {code}
        while (into := self.merged.get(code)) is not None and into not in seen:
            seen.add(into)
            code = into
        return code


def replay(decisions: Iterable[AboutIdentity], subject: str) -> Decided:
    """Return what stands of the decisions about enterprises or about projects."""
    decided = Decided()
    for decision in decisions:
        if decision.subject == subject:
            _take(decided, decision)
    return decided


def _take(decided: Decided, decision: AboutIdentity) -> None:
    identity = decision.identity
    match decision:
        case Same(name=name):
            decided.same[normalised(name)] = identity
            decided.not_same.discard((normalised(name), identity))
        case NotSame(name=name):
            decided.not_same.add((normalised(name), identity))
            if decided.same.get(normalised(name)) == identity:
                del decided.same[normalised(name)]
        case Merge(into=into):
            # A later merge the other way round undoes the earlier one.
            if decided.merged.get(into) == identity:
                del decided.merged[into]
            decided.merged[identity] = into
        case Split(name=name, into=into):
            decided.split[identity, normalised(name)] = into
