"""The ladder 提醒函 → 督办函 → 约谈 (domain.md 4.4): which level the facts of a matter call for.

The steps stand in ``sources/codes/letter_rules.csv``. What follows 约谈 (问责) is for the party committee to decide,
outside this system.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list


@dataclass(frozen=True)
class Letter:
    """A level of the ladder: what the letter is called, the word in its number, and what it asks for."""

    kind: str
    word: str
    demand: str


#: Level → the letter (domain.md 4.4; days are work days).
LETTERS = {
    1: Letter("提醒函", "提", "请查明原因，明确完成时间，于收到本函3个工作日内书面回复。"),
    2: Letter("督办函", "督", "请于收到本函5个工作日内书面回复，附倒排工期、注明时限的整改计划。"),
    3: Letter("约谈通知", "约", "请部门主要负责人按通知时间接受分管领导或主要领导约谈，携带整改计划。"),
}
#: The measure of a submission that did not come.
OVERDUE = "overdue_workdays"
_SUPERVISION = 2
#: A submission of a period is one matter for ever; a project or a task may fall behind again.
_ONCE = "报送"


@dataclass(frozen=True)
class Step:
    """A step of the ladder: from which measure on, which level."""

    name: str
    measure: str
    at_least: int
    level: int


@dataclass(frozen=True)
class Matter:
    """A matter as it is: its object (as F13 names it), its facts in words, its measures, and whose it is."""

    object_type: str
    object_no: str
    facts: str
    measures: Mapping[str, int]
    department: str
    leader: str | None = None


@dataclass(frozen=True)
class Draft:
    """A letter that the ladder calls for; ``parent_no`` is the letter before it in the chain of the matter."""

    matter: Matter
    level: int
    trigger: str
    chain_no: str | None
    parent_no: str | None


def steps(codes: Path = CODES) -> list[Step]:
    """Return the steps of the ladder."""
    rows = load_code_list(codes / "letter_rules.csv").rows
    return [Step(row["name"], row["measure"], int(row["at_least"]), int(row["level"])) for row in rows]


def drafted(matter: Matter, register: Sequence[Mapping[str, Any]], at: date, ladder: Sequence[Step]) -> Draft | None:
    """Return the letter that a matter calls for, None when what was sent is enough.

    ``register`` are the letters of F13. A matter has one chain: an open one is continued, a closed one stays closed.
    """
    own = [row for row in register if (row["object_type"], row["object_no"]) == (matter.object_type, matter.object_no)]
    if matter.object_type == _ONCE and any(row["is_closed"] for row in own):
        return None
    chain = sorted((row for row in own if row["is_closed"] is not True), key=_place)
    standing = chain[-1]["letter_level"] if chain else 0
    measures = {**matter.measures, **_of_chain(chain, at)}
    reached = [step for step in ladder if measures.get(step.measure, 0) >= step.at_least]
    step = max(reached, key=lambda step: step.level, default=None)
    if step is None or step.level <= standing:
        return None
    if not chain:
        return Draft(matter, step.level, step.name, None, None)
    return Draft(matter, step.level, step.name, chain[-1]["chain_no"], chain[-1]["letter_no"])


def _place(letter: Mapping[str, Any]) -> tuple[int, date]:
    return letter["letter_level"], letter["issued_date"]


def _of_chain(chain: Sequence[Mapping[str, Any]], at: date) -> dict[str, int]:
    """Return what the letters sent so far add to a matter: an overdue answer, a missed plan, how often it was pressed."""
    if not chain:
        return {}
    last = chain[-1]
    is_late = last["replied_date"] is None and last["reply_due_date"] is not None and last["reply_due_date"] < at
    is_missed = last["promised_date"] is not None and last["promised_date"] < at
    return {
        "unanswered_level": last["letter_level"] if is_late else 0,
        "missed_plan_level": last["letter_level"] if is_missed else 0,
        "supervisions": sum(row["letter_level"] == _SUPERVISION for row in chain),
    }
