"""The kinds of papers: for which periods each is made, and what builds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orchestration.reports.issue import Builder

#: Kind of paper → the kind of period that it is made for.
PERIODS = {"dispatch": "half_month", "bulletin": "month", "letters": "month", "self-inspection": "year"}
#: What a period of a kind looks like.
EXAMPLES = {"half_month": "2026-03-H1", "month": "2026-03", "year": "2026"}


def builder(kind: str) -> Builder:
    """Return what builds the papers of a kind; several letters, one paper of any other kind."""
    # Late: only who makes a paper should wait for what makes it.
    from orchestration.reports.bulletin import bulletin
    from orchestration.reports.dispatch import dispatch
    from orchestration.reports.letters import letters
    from orchestration.reports.self_inspection import self_inspection

    if kind == "letters":
        return letters
    builders = {"dispatch": dispatch, "bulletin": bulletin, "self-inspection": self_inspection}
    return lambda facts, period: [builders[kind](facts, period)]
