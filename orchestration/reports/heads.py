"""The head of a paper: who issues it, its number and title, from ``sources/codes/papers.csv``."""

from __future__ import annotations

from orchestration.reports.facts import Facts
from orchestration.reports.paper import Block, Paper
from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list
from sources.periods import chinese, kind_of, periods_of


def head(facts: Facts, paper: str, period: str, blocks: tuple[Block, ...], *, is_landscape: bool = False) -> Paper:
    """Return a paper of a period with its head: numbered by the period's place in its year."""
    row = next(row for row in load_code_list(CODES / "papers.csv").rows if row["paper"] == paper)
    kind = kind_of(period) or "month"
    place = periods_of(int(period[:4]), kind).index(period) + 1
    released = facts.release.created_at
    return Paper(
        title=f"{row['name']}（{chinese(period)}）",
        issuer=row["issuer"],
        number=f"{row['number_word']}〔{period[:4]}〕{place}号"
        if kind == "year"
        else f"{row['number_word']}〔{period[:4]}〕第{place}期",
        dated=released.date(),
        release_id=facts.release.release_id,
        released_at=released,
        blocks=blocks,
        is_landscape=is_landscape,
        name=f"{row['name']}_{period}",
    )
