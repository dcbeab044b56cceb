"""Letters drafted from the facts of a release: 提醒函, 督办函, 约谈通知, one file each, and the register F13 with them.

Nothing is sent: a person reads, signs and sends, and enters the letter into the register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from orchestration.reports.facts import Facts
from orchestration.reports.heads import head
from orchestration.reports.ladder import LETTERS, Draft, Matter, drafted, steps
from orchestration.reports.matters import matters_of
from orchestration.reports.paper import Paper, Table, sentence
from sources.contract import load_catalog
from sources.periods import chinese, last_day, previous

#: The register as it stood in the month; a month after the last register sees the last one.
_REGISTER = """
    select *
    from fct_supervision_letters
    where period = (select max(period) from fct_supervision_letters where period <= $period)
    order by letter_no
"""
#: Numbers and chains that are taken, whenever they were.
_TAKEN = "select distinct letter_no, chain_no from fct_supervision_letters order by letter_no, chain_no"
#: The letters of a month are drafted when its forms are in, in the month after: no later day is looked at.
_ANSWERED = timedelta(days=20)
_NUMBER = re.compile(r"^〔(\d{4})〕(\D+)(\d+)$")
#: What the register is called, and the sheet that continues it.
REGISTER = "督办提醒函台账"
#: Texts up to this many letters need no wide column; shares of a wide one.
_SHORT, _WIDE = 100, 8
#: What the register has where a letter is copied to nobody.
NOBODY = "—"


def letters(facts: Facts, period: str) -> list[Paper]:
    """Return the letters that a month calls for, and last the register with them; it alone when there are none."""
    return _issue(facts, period, matters_of(facts, period))


def letters_now(facts: Facts, period: str) -> list[Paper]:
    """Return the letters that a month and the one before call for: forms of a month come in the month after it."""
    found = [*matters_of(facts, previous(period)), *matters_of(facts, period)]
    # What is still so is told as it is now.
    latest = {(matter.object_type, matter.object_no): matter for matter in found}
    return _issue(facts, period, latest.values())


def _issue(facts: Facts, period: str, matters: Iterable[Matter]) -> list[Paper]:
    register = facts.rows(_REGISTER, period=period)
    at = min(facts.release.created_at.date(), last_day(period) + _ANSWERED)
    ladder = steps()
    taken = facts.rows(_TAKEN)
    found = (drafted(matter, register, at, ladder) for matter in matters)
    drafts = _numbered(sorted(filter(None, found), key=lambda draft: draft.level), taken, period[:4])
    return [
        *(_letter(facts, period, draft, row) for draft, row in drafts),
        _continued(facts, period, register, [row for _, row in drafts]),
    ]


def _numbered(drafts: Iterable[Draft], register: list[dict[str, Any]], year: str) -> list[tuple[Draft, dict[str, Any]]]:
    """Give each draft the next number of its kind in the year, and its chain; return it with its row of F13."""
    taken: Counter[str] = Counter()
    for row in register:
        found = _NUMBER.match(row["letter_no"])
        if found and found[1] == year:
            taken[found[2]] = max(taken[found[2]], int(found[3]))
    chains = {row["chain_no"] for row in register}
    numbered = []
    for draft in drafts:
        word = LETTERS[draft.level].word
        taken[word] += 1
        chain = draft.chain_no or _next_chain(chains, year)
        chains.add(chain)
        numbered.append((draft, _row(draft, f"〔{year}〕{word}{taken[word]}", chain)))
    return numbered


def _next_chain(chains: set[str], year: str) -> str:
    used = [int(chain[5:]) for chain in chains if re.fullmatch(rf"{year}L\d+", chain)]
    return f"{year}L{max(used, default=0) + 1:02d}"


def _row(draft: Draft, number: str, chain: str) -> dict[str, Any]:
    letter, matter = LETTERS[draft.level], draft.matter
    return {
        "letter_no": number, "letter_type": letter.kind, "letter_level": draft.level, "chain_no": chain,
        "trigger_rule": draft.trigger, "trigger_snapshot": matter.facts, "object_type": matter.object_type,
        "object_no": matter.object_no, "to_departments": matter.department,
        "cc_leaders": matter.leader if draft.level > 1 else None, "reason": matter.facts, "demand": letter.demand,
        "parent_letter_no": draft.parent_no,
    }  # fmt: skip


def _letter(facts: Facts, period: str, draft: Draft, row: Mapping[str, Any]) -> Paper:
    before = f"此前已发{row['parent_letter_no']}。" if row["parent_letter_no"] else ""
    copied = f"抄送：{row['cc_leaders']}" if row["cc_leaders"] else ""
    blocks = (
        sentence(f"{row['to_departments']}："),
        sentence(f"{row['trigger_snapshot']}。{before}"),
        sentence(f"以上情况符合“{row['trigger_rule']}”，现发此函。{row['demand']}"),
        sentence(f"事项链号：{row['chain_no']}；关联{row['object_type']}：{row['object_no']}。逾期不回复的，按规定升级办理；整改完成经审核同意后销号。"),
        *([sentence(copied)] if copied else []),
        sentence("（草拟稿：须经审核签发后发出）"),
    )  # fmt: skip
    paper = head(facts, "letters", period, blocks)
    return replace(
        paper,
        title=row["letter_type"],
        number=row["letter_no"],
        name=f"{row['letter_type']}_{row['letter_no']}_拟稿",
        kind="letter",
    )


def _continued(
    facts: Facts, period: str, register: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]
) -> Paper:
    """Return the register with the drafts added to it: when a letter has gone out, who signed it and when is entered there.

    It is a workbook of F13 and is sent like any other.
    """
    fields = load_catalog().form("supervision_letters").fields
    names = [name for name in fields if name != "row_no"]
    # Nobody to copy is said so: an empty cell of a required column would be asked for.
    lines = tuple(
        tuple(row.get(name) or (NOBODY if name == "cc_leaders" else row.get(name)) for name in names)
        for row in (*register, *rows)
    )
    widths = tuple(_WIDE if (fields[name].max_length or 0) > _SHORT else 3 for name in names)
    table = Table(REGISTER, tuple(fields[name].title for name in names), lines, widths)
    drafts = [sentence(f"{row['letter_no']}：主送{row['to_departments']}，{row['reason']}。") for row in rows]
    said = sentence(
        f"{chinese(period)}按阶梯草拟函件{len(rows)}份，均未发出，已续登在《督办提醒函台账》之后；"
        "签发后补填签发人、下发日期和回复截止，没有发出的删去该行，再报送本表。"
    )
    head_of = head(facts, "letters", period, (said, *drafts, table), is_landscape=True)
    return replace(head_of, kind="list", name=f"{REGISTER}_{period}_续登")
