"""One identity per enterprise: by code, by people's decisions, by registered names, by the model; the rest is asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sources.decisions.identities import AboutIdentity
from sources.identities.match import Match, match_names
from sources.identities.names import normalised, split
from sources.identities.replay import Decided, replay

#: How a mention was matched.
BY_CODE, BY_PERSON, BY_NAME, BY_MODEL, ASKED = "代码", "人工", "名称", "模型", "待判断"


@dataclass(frozen=True)
class Mention:
    """An enterprise as a form names it; code and name may each be missing."""

    mention_id: str
    code: str | None
    name: str | None


@dataclass(frozen=True)
class Registered:
    """A row of the register (F06); ``former_names`` are split by 、."""

    code: str | None
    name: str | None
    former_names: str | None = None


@dataclass(frozen=True)
class Identity:
    """Whose a mention is. ``candidates`` is JSON: enterprises and their probabilities, the likeliest first."""

    mention_id: str
    enterprise_id: str | None = None
    matched_by: str | None = None
    probability: float | None = None
    candidates: str | None = None


def identify(
    mentions: Sequence[Mention], registered: Iterable[Registered], decisions: Iterable[AboutIdentity] = ()
) -> list[Identity]:
    """Return whose each mention is, in their order.

    A code that is not in the register is nobody (先进库、后有数: rule G01), whatever the name beside it.
    """
    decided = replay(decisions, "enterprise")
    register = _register(registered, decided)
    aliases = _reported_names(mentions, register, decided)
    unknown = {mention.name for mention in mentions if mention.code is None and mention.name is not None}
    matches = match_names(sorted(unknown), {code: [*names, *aliases.get(code, ())] for code, names in register.items()})
    return [_identity(mention, register, decided, matches) for mention in mentions]


def _register(registered: Iterable[Registered], decided: Decided) -> dict[str, list[str]]:
    """Return each enterprise's names, those of what was merged into it as well."""
    names: dict[str, dict[str, None]] = {}
    for row in registered:
        if row.code is not None:
            former = (row.former_names or "").split("、")
            mine = names.setdefault(decided.survivor(row.code), {})
            mine.update(dict.fromkeys(part.strip() for part in (row.name or "", *former) if part.strip()))
    return {code: list(mine) for code, mine in sorted(names.items())}


def _reported_names(
    mentions: Iterable[Mention], register: Mapping[str, Sequence[str]], decided: Decided
) -> dict[str, list[str]]:
    """Return the names that departments wrote beside a registered code, when the brand is the registered one.

    The brand must agree: a wrong code beside a right name would otherwise teach the wrong name.
    """
    owners = {normalised(name) for names in register.values() for name in names}
    brands = {code: {split(name).brand for name in names} for code, names in register.items()}
    learned: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.code is None or mention.name is None or normalised(mention.name) in owners:
            continue
        owner = decided.code_of(mention.code, mention.name)
        if split(mention.name).brand in brands.get(owner, ()):
            learned.setdefault(owner, []).append(mention.name)
    return {code: sorted(set(names)) for code, names in learned.items()}


def _identity(
    mention: Mention, register: Mapping[str, Sequence[str]], decided: Decided, matches: Mapping[str, Match]
) -> Identity:
    code, name = mention.code, mention.name
    if code is not None:
        owner = decided.code_of(code, name)
        by = BY_CODE if owner == code else BY_PERSON
        return Identity(mention.mention_id, owner, by, 1.0) if owner in register else Identity(mention.mention_id)
    if name is None:
        return Identity(mention.mention_id)
    chosen = decided.survivor(decided.same.get(normalised(name), ""))
    if chosen in register:
        return Identity(mention.mention_id, chosen, BY_PERSON, 1.0)
    match = matches.get(name)
    return Identity(mention.mention_id) if match is None else _matched(mention.mention_id, name, match, decided)


def _matched(mention: str, name: str, match: Match, decided: Decided) -> Identity:
    candidates = [(code, p) for code, p in match.candidates if (normalised(name), code) not in decided.not_same]
    if not candidates:
        return Identity(mention)
    told = json.dumps([{"enterprise_id": code, "probability": round(p, 4)} for code, p in candidates])
    if match.verdict == "same" and candidates[0][0] == match.enterprise_id:
        by = BY_NAME if match.probability == 1.0 else BY_MODEL
        return Identity(mention, match.enterprise_id, by, round(match.probability, 4), told)
    return Identity(mention, None, ASKED, round(candidates[0][1], 4), told)
