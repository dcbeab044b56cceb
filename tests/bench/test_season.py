"""A slice of the labelled season: a few forms, judged without a warehouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.season import Found, planted_season, scores
from expectations.check import check
from sources.reader.read import read_workbook
from sources.sample.delivery import Answer
from sources.sample.write import write_delivery
from tests.expectations.tables import CATALOG, REGISTER

SEED = 11
FORMS = ("leases", "debts", "talks")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Answer], Found]:
    """What was planted in the drafts of the forms, and what the judge finds in them."""
    folder, answers, found = tmp_path_factory.mktemp("season"), [], Found()
    for draft in planted_season(CATALOG, SEED, per_rule=1).drafts:
        if "草稿" not in draft.file or draft.sheets[0].form not in FORMS:
            continue
        answers += [answer for answer in write_delivery(folder, draft, CATALOG) if answer.rule]
        _judge(folder / draft.file, draft.department, found)
    return [Answer(Path(a.file).name, a.form, a.rule, a.sheet, a.cell, a.note) for a in answers], found


def _judge(path: Path, department: str, found: Found) -> None:
    for finding in check(read_workbook(path, CATALOG, department=department), CATALOG, REGISTER).findings:
        found.add(path.name, finding.rule, finding.cell, mandatory=finding.level == "mandatory")


def test_every_planted_fault_is_found_at_its_cell(judged: tuple[list[Answer], Found]) -> None:
    made = scores(*judged)

    assert {"B02", "B05", "B06", "B18", "B21", "B52", "B55", "R01"} <= set(made)
    missed = {
        rule: score for rule, score in made.items() if (score.found, score.right) != (score.planted, score.placed)
    }
    assert missed == {}


def test_a_fault_that_nobody_finds_lowers_the_score(judged: tuple[list[Answer], Found]) -> None:
    answers, _ = judged
    made = scores(answers, Found())

    assert sum(score.planted for score in made.values()) == len(answers)
    assert sum(score.found + score.right for score in made.values()) == 0


def test_the_same_seed_plants_the_same_faults() -> None:
    one, other = (planted_season(CATALOG, SEED, per_rule=1) for _ in range(2))

    assert one.drafts == other.drafts
    assert one.drafts != planted_season(CATALOG, SEED + 1, per_rule=1).drafts
