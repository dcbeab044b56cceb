"""A season of workbooks with planted faults, sent over the whole road: what is found, at the right cell, and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table

from bench.measure import home, process, taizhang
from bench.season_between import with_contradictions
from bench.season_drafts import Season, make_season
from bench.season_sheets import FORMS, LATE, file_drafts, late_again, sheet_drafts
from sources.contract import Catalog, load_catalog
from sources.rules import load_register
from sources.sample.delivery import Answer
from sources.sample.write import DEPARTMENTS, write_arrivals, write_delivery
from sources.sample.zone import make_zone

#: The bounds that the project set itself.
RECALL, CELLS = 0.98, 0.99
SEED = 7
#: Faults of each rule in each form.
PER_RULE = 2

_FINDINGS = """
select distinct
    sent.file, found.rule, found.cell,
    found.level = 'mandatory' and (found.found_by = 'submission' or found.period < '2026-10')
from fct_findings as found
inner join stg_inbox__submissions as sent using (submission_id)
"""

#: File and cell, '' for what concerns a whole sheet or file.
Place = tuple[str, str]


@dataclass
class Score:
    """What became of the planted faults of one rule. ``placed`` are those whose cell is known beforehand."""

    planted: int = 0
    found: int = 0
    placed: int = 0
    right: int = 0


@dataclass
class Found:
    """Findings by rule: the places; and files with a mandatory finding."""

    places: dict[str, set[Place]] = field(default_factory=lambda: defaultdict(set))
    mandatory: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, file: str, rule: str, cell: str | None, *, mandatory: bool) -> None:
        """Note one finding."""
        self.places[rule].add((file, cell or ""))
        if mandatory:
            self.mandatory[file].add(rule)


def report(console: Console, folder: Path, seed: int = SEED) -> None:
    """Send a season over the whole road in a home of its own and print a table per rule."""
    catalog = load_catalog()
    season = planted_season(catalog, seed)
    answers = write_season(folder / "drop", catalog, season)
    process(taizhang("refresh"), home(folder))
    found = _published(folder)
    show(console, scores(answers, found), catalog)
    unplaced = sorted({f"{catalog.forms[form].code} {rule}" for form, rule in season.unplaced})
    console.print(f"没有一行合适而未植入：{'、'.join(unplaced) or '无'}")
    clean = sorted({delivery.file for delivery in season.good})
    wrong = {file: found.mandatory[file] for file in clean if file in found.mandatory}
    console.print(
        f"单看文件自身没有问题的 {len(clean)} 份，其中有强制性问题的 {len(wrong)} 份（上限 0） {'✗' if wrong else '✓'}"
    )
    for file, rules in wrong.items():
        console.print(f"  {file}：{'、'.join(sorted(rules))}")


def planted_season(catalog: Catalog, seed: int, per_rule: int = PER_RULE) -> Season:
    """Return the good files, those of the last period contradicting others, and every draft."""
    season = make_season(catalog, make_zone(seed), seed, per_rule)
    last = {sheet.form: (delivery, sheet) for delivery in season.good for sheet in delivery.sheets if sheet.rows}
    for form in FORMS:
        season.drafts += sheet_drafts(catalog, *last[form])
    season.drafts += [late_again(catalog, *last[form]) for form in LATE]
    season.drafts += file_drafts(last["key_projects"][0])
    season.good = with_contradictions(season.good, catalog, season.unplaced, per_rule)
    return season


def write_season(folder: Path, catalog: Catalog, season: Season) -> list[Answer]:
    """Write a season as departments drop it; return what is planted."""
    sent = sorted([*season.good, *season.drafts], key=lambda delivery: delivery.received_at)
    answers = [
        replace(answer, file=delivery.file)
        for delivery in sent
        for answer in write_delivery(folder / delivery.department, delivery, catalog)
        if answer.rule
    ]
    write_arrivals(folder, sent, DEPARTMENTS)
    return answers


def scores(answers: Iterable[Answer], found: Found) -> dict[str, Score]:
    """Compare what was planted with what was found. Found: the rule spoke of that row, or of that file."""
    made: dict[str, Score] = defaultdict(Score)
    for answer in answers:
        score, places = made[answer.rule], found.places[answer.rule]
        score.planted += 1
        rows = {(file, _row(cell)) for file, cell in places}
        files = {file for file, _ in places}
        score.found += (answer.file, _row(answer.cell)) in rows if answer.cell else answer.file in files
        score.placed += bool(answer.cell)
        score.right += bool(answer.cell) and (answer.file, answer.cell) in places
    return made


def _row(cell: str) -> str:
    return re.sub(r"\D", "", cell)


def show(console: Console, made: dict[str, Score], catalog: Catalog) -> None:
    """Print the table per rule, the sums with their bounds, and the rules that no fault of the season breaks."""
    table = Table("规则", "植入", "发现", "有单元格", "单元格正确", "")
    for rule, score in sorted(made.items()):
        kept = "" if (score.found, score.right) == (score.planted, score.placed) else "✗"
        table.add_row(rule, *map(str, (score.planted, score.found, score.placed, score.right)), kept)
    console.print(table)
    planted, found = sum(score.planted for score in made.values()), sum(score.found for score in made.values())
    placed, right = sum(score.placed for score in made.values()), sum(score.right for score in made.values())
    for title, share, bound in (("发现率", found / planted, RECALL), ("单元格正确率", right / placed, CELLS)):
        console.print(f"{title} {share:.4f}（下限 {bound}） {'✓' if share >= bound else '✗'}")
    console.print(f"没有植入的规则：{'、'.join(_uncovered(made, catalog))}")


def _uncovered(made: Collection[str], catalog: Catalog) -> list[str]:
    return sorted({rule.code for rule in load_register(catalog)} - set(made))


def _published(folder: Path) -> Found:
    """Return all findings that the released warehouse holds, those of sent-back files too.

    In the last period everything is compared with planted contradictions: there only what one file says by itself
    counts as a mandatory finding that should not be.
    """
    found = Found()
    with duckdb.connect(str(folder / "releases" / "current" / "warehouse.duckdb"), read_only=True) as connection:
        rows = connection.execute(_FINDINGS).fetchall()
    for file, rule, cell, mandatory in rows:
        found.add(file, rule, cell, mandatory=mandatory)
    return found
