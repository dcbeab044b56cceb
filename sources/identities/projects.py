"""One identity per project: what numbers and codes leave apart is joined by owner and near-equal names, or asked."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from sources.decisions.identities import AboutIdentity
from sources.identities.enterprises import ASKED, BY_MODEL, BY_PERSON
from sources.identities.names import normalised, split
from sources.identities.replay import Decided, replay

#: From this similarity on two projects of one owner are one; from the lower on a person is asked (R01 uses it as well).
SAME, DOUBTFUL = 0.96, 0.92
#: What tells the parts of a project apart: 一期 and 二期, 3号 and 4号 buildings, north and south.
_PART = re.compile(r"[一二三四五六七八九十\d]+(?=期|号|标|段|区|幢|栋|线|#)|[A-Z东南西北](?=区|段|侧)")


@dataclass(frozen=True)
class ProjectMention:
    """A project as a form names it, with the identity that its numbers and codes gave (``project_id``)."""

    mention_id: str
    name: str | None
    owner: str | None
    project_id: str | None
    matched_by: str | None
    #: Known by a number of the zone or a national code, not only by name and owner.
    is_numbered: bool = False
    #: Told by a ledger of projects, which makes it one of its own; elsewhere (an appeal) it is only spoken of.
    is_declared: bool = True


@dataclass(frozen=True)
class ProjectIdentity:
    """Which project a mention is after names and decisions; ``candidates`` is JSON, the likeliest first."""

    mention_id: str
    project_id: str | None
    matched_by: str | None
    probability: float | None = None
    candidates: str | None = None


def identify_projects(
    mentions: Sequence[ProjectMention], decisions: Iterable[AboutIdentity] = ()
) -> list[ProjectIdentity]:
    """Return which project each mention is, in their order.

    A mention that is known only by its name joins the one numbered (or first) project of the same owner whose name is
    all but equal and of the same phase; people's decisions stand above that.
    """
    decided = replay(decisions, "project")
    known = _known(mentions)
    return [_identity(mention, known, decided) for mention in mentions]


def _known(mentions: Sequence[ProjectMention]) -> dict[str, list[ProjectMention]]:
    """Return the mentions with an identity by their owner."""
    found: dict[str, list[ProjectMention]] = defaultdict(list)
    for mention in mentions:
        if mention.project_id is not None and mention.name is not None and mention.owner is not None:
            found[_owner(mention)].append(mention)
    return found


def _owner(mention: ProjectMention) -> str:
    parts = split(mention.owner or "")
    return parts.brand + parts.trade


def _identity(mention: ProjectMention, known: dict[str, list[ProjectMention]], decided: Decided) -> ProjectIdentity:
    given = ProjectIdentity(mention.mention_id, mention.project_id, mention.matched_by)
    chosen = decided.same.get(normalised(mention.name or "")) if not mention.is_numbered else None
    if chosen is not None:
        return replace(given, project_id=decided.survivor(chosen), matched_by=BY_PERSON, probability=1.0)
    if not mention.is_numbered and (normalised(mention.name or ""), mention.project_id) in decided.not_same:
        mention = replace(mention, project_id=_own(mention))
        given = ProjectIdentity(mention.mention_id, mention.project_id, mention.project_id and mention.matched_by)
    if mention.project_id is None:
        return given
    final = decided.code_of(mention.project_id, mention.name)
    if final != mention.project_id:
        return replace(given, project_id=final, matched_by=BY_PERSON, probability=1.0)
    if mention.is_numbered or mention.name is None or mention.owner is None:
        return given
    return _by_name(given, _near(mention, known[_owner(mention)], decided), decided)


def _own(mention: ProjectMention) -> str | None:
    """Return the identity of a project that is known by name and owner only (``int_project_numbers``)."""
    return f"{mention.name or ''}|{mention.owner or ''}" if mention.is_declared else None


def _near(mention: ProjectMention, others: Sequence[ProjectMention], decided: Decided) -> list[tuple[str, float]]:
    """Return the other projects of the owner that the mention may be: identity and similarity, the likeliest first."""
    name = normalised(mention.name or "")
    found: dict[str, float] = {}
    for other in others:
        identity = other.project_id
        assert identity is not None
        comes_first = other.is_numbered or identity < (mention.project_id or "")
        if identity == mention.project_id or not comes_first or (name, identity) in decided.not_same:
            continue
        theirs = normalised(other.name or "")
        if _PART.findall(name) == _PART.findall(theirs):
            found[identity] = max(found.get(identity, 0.0), JaroWinkler.similarity(name, theirs))
    near = [(identity, similarity) for identity, similarity in found.items() if similarity >= DOUBTFUL]
    return sorted(near, key=lambda one: (-one[1], one[0]))


def _by_name(given: ProjectIdentity, near: Sequence[tuple[str, float]], decided: Decided) -> ProjectIdentity:
    if not near:
        return given
    told = json.dumps(
        [{"project_id": identity, "probability": round(p, 4)} for identity, p in near], ensure_ascii=False
    )
    identity, similarity = near[0]
    if similarity >= SAME and (len(near) == 1 or near[1][1] < SAME):
        survivor = decided.survivor(identity)
        return ProjectIdentity(given.mention_id, survivor, BY_MODEL, round(similarity, 4), told)
    return replace(given, matched_by=ASKED, probability=round(similarity, 4), candidates=told)
