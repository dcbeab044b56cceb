"""Every code of the register on the whole road: workbooks with planted faults, read, judged, built and published once."""

from __future__ import annotations

import pytest

from bench.season import CELLS, RECALL, Sent, scores, send_season
from sources.rules import Rule, load_register
from tests.expectations.tables import CATALOG, REGISTER

#: Rules of which no record is counted as met: they look for something in a file, and a clean file has none of it.
LOOKS_FOR = ("file", "sheet", "cell")


def _looks_for_something(rule: Rule) -> bool:
    return rule.looks_at in LOOKS_FOR or rule.code.startswith("XL-")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return send_season(tmp_path_factory.mktemp("season"), CATALOG, per_rule=1)


def test_every_code_has_an_example_that_fails(sent: Sent) -> None:
    assert {answer.rule for answer in sent.answers} == {rule.code for rule in load_register(CATALOG)}


def test_every_code_has_an_example_that_passes(sent: Sent) -> None:
    without = {
        rule.code
        for rule in REGISTER
        if rule.code not in sent.passed
        and not (_looks_for_something(rule) and set(sent.clean) - {file for file, _ in sent.found.places[rule.code]})
    }
    assert without == set()


def test_what_is_planted_is_found_at_its_cell(sent: Sent) -> None:
    made = scores(sent.answers, sent.found)
    missed = [code for code, score in made.items() if score.found < score.planted or score.right < score.placed]
    planted, placed = sum(score.planted for score in made.values()), sum(score.placed for score in made.values())

    assert sum(score.found for score in made.values()) >= RECALL * planted, missed
    assert sum(score.right for score in made.values()) >= CELLS * placed, missed
    assert [code for code, score in made.items() if score.found == 0] == []


def test_clean_and_merely_odd_workbooks_have_no_mandatory_finding(sent: Sent) -> None:
    assert len(sent.clean) > 40
    assert sent.wronged() == {}
