"""What a narrative calls an indicator: its own name, and the phrases of ``sources/codes/indicator_phrases.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list


@dataclass(frozen=True)
class Phrase:
    """Words for an indicator; ``near`` must stand in the same sentence or the one before. No indicator: words that mean none of ours."""

    words: str
    indicator: str
    near: str = ""


def phrases_of(names: Iterable[tuple[str, str]]) -> list[Phrase]:
    """Return the phrases for indicators given as (id, name), the longest first; the list goes before the names.

    A name ends in 数 where a report writes the number itself: 重点项目数 is found in 重点项目41个.
    """
    found: dict[tuple[str, str], Phrase] = {}
    for row in load_code_list(CODES / "indicator_phrases.csv").rows:
        found[row["phrase"], row["near"]] = Phrase(row["phrase"], row["indicator"], row["near"])
    for indicator, name in names:
        if "（" not in name:
            for words in (name, name.removesuffix("数")):
                found.setdefault((words, ""), Phrase(words, indicator))
    return sorted(found.values(), key=lambda phrase: (-len(phrase.words), phrase.words, phrase.near == ""))


def last_in(phrases: Sequence[Phrase], text: str) -> tuple[Phrase, int] | None:
    """Return the phrase that ends last in a text, the longest of those, and where it ends."""
    found: tuple[Phrase, int] | None = None
    for phrase in phrases:
        at = text.rfind(phrase.words)
        if at >= 0 and (found is None or at + len(phrase.words) > found[1]):
            found = phrase, at + len(phrase.words)
    return found


def first_in(phrases: Sequence[Phrase], text: str) -> Phrase | None:
    """Return the longest phrase with which a text begins."""
    return next((one for one in phrases if text.startswith(one.words)), None)
