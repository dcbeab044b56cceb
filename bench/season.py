"""A season of workbooks with planted faults, sent over the whole road: what is found, at the right cell, and nothing else."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table

from bench.measure import home, printed, process, taizhang
from bench.season_across import across_edits
from bench.season_between import EDITS, with_contradictions
from bench.season_books import book_drafts, headline_draft
from bench.season_drafts import Season, make_season
from bench.season_history import history
from bench.season_prepared import prepared
from bench.season_roads import REPORT, REPORT_PERIOD, lock, send_by_hand, write_report
from bench.season_sheets import FORMS, LATE, file_drafts, late_again, sheet_drafts
from orchestration.reports.compare import AGREES, DIFFERS
from orchestration.reports.compare import RULE as E22
from sources.contract import Catalog, load_catalog
from sources.rules import load_register
from sources.sample.delivery import Answer, Delivery, Sheet
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

_PASSED = "select rule from fct_rule_results group by rule having sum(passed) > 0"
_PROJECTS = "select value from indicator_values where indicator_id = 'Z01' and period = ? and scope = '全区'"

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
    sent = send_season(folder, catalog, seed)
    show(console, scores(sent.answers, sent.found), catalog)
    unplaced = sorted({f"{catalog.forms[form].code} {rule}" for form, rule in sent.season.unplaced})
    console.print(f"没有一行合适而未植入：{'、'.join(unplaced) or '无'}")
    wrong = sent.wronged()
    console.print(
        f"单看文件自身没有问题的 {len(sent.clean)} 份，其中有强制性问题的 {len(wrong)} 份（上限 0） {'✗' if wrong else '✓'}"
    )
    for file, rules in wrong.items():
        console.print(f"  {file}：{'、'.join(sorted(rules))}")


@dataclass(frozen=True)
class Sent:
    """A season that went over the whole road: what was planted, what was found, and the rules that some record met."""

    season: Season
    answers: list[Answer]
    found: Found
    passed: set[str]

    @property
    def clean(self) -> list[str]:
        """The files that have nothing wrong in themselves."""
        return sorted({delivery.file for delivery in self.season.good})

    def wronged(self) -> dict[str, set[str]]:
        """Return the clean files with a mandatory finding, and its rules."""
        return {file: self.found.mandatory[file] for file in self.clean if file in self.found.mandatory}


def send_season(folder: Path, catalog: Catalog, seed: int = SEED, per_rule: int = PER_RULE) -> Sent:
    """Write a season, build its warehouse in the folder as a home, and compare a report in words with it."""
    season = planted_season(catalog, seed, per_rule)
    answers = write_season(folder / "drop", catalog, season)
    talks = _last(season.good, "talks")
    answers += [*send_by_hand(folder, catalog, *talks), *lock(folder, season.good)]
    process(taizhang("refresh"), home(folder))
    found = _published(folder)
    answers += write_report(folder, _listed_projects(folder))
    command = taizhang("report", "compare", str(folder / REPORT), "--period", REPORT_PERIOD, "--json")
    states = [one["state"] for one in json.loads(printed(command, home(folder)))["numbers"]]
    if DIFFERS in states:
        found.add(REPORT, E22, None, mandatory=True)
    return Sent(season, answers, found, passed(folder) | ({E22} if AGREES in states else set()))


def planted_season(catalog: Catalog, seed: int, per_rule: int = PER_RULE) -> Season:
    """Return the good files, those of the last period contradicting others, and every draft."""
    season = make_season(catalog, make_zone(seed), seed, per_rule)
    for form in FORMS:
        season.drafts += sheet_drafts(catalog, *_last(season.good, form))
    season.drafts += [late_again(catalog, *_last(season.good, form)) for form in LATE]
    season.drafts += file_drafts(_last(season.good, "key_projects")[0])
    season.drafts.append(headline_draft(catalog, *_last(season.good, "talks")))
    for draft, alter in book_drafts(catalog, *_last(season.good, "key_projects")):
        season.drafts.append(draft)
        season.spoiled[draft.file] = alter
    season.good = prepared([*history(catalog, season.good), *season.good], catalog)
    edits = (*across_edits(season.good), *EDITS)
    season.good = with_contradictions(season.good, catalog, season.unplaced, per_rule, edits)
    return season


def _last(good: Sequence[Delivery], form: str) -> tuple[Delivery, Sheet]:
    held = ((delivery, sheet) for delivery in good for sheet in delivery.sheets if sheet.form == form and sheet.rows)
    return max(held, key=lambda pair: pair[1].period)


def write_season(folder: Path, catalog: Catalog, season: Season) -> list[Answer]:
    """Write a season as departments drop it; return what is planted."""
    sent = sorted([*season.good, *season.drafts], key=lambda delivery: delivery.received_at)
    answers = []
    for delivery in sent:
        planted = [answer for answer in write_delivery(folder / delivery.department, delivery, catalog) if answer.rule]
        if alter := season.spoiled.get(delivery.file):
            alter(folder / delivery.department / delivery.file, planted[-1].cell)
        answers += [replace(answer, file=delivery.file) for answer in planted]
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


def _listed_projects(folder: Path) -> int:
    """Return the published number of key projects (Z01) in the period of the report in words."""
    with _warehouse(folder) as connection:
        ((count,),) = connection.execute(_PROJECTS, [REPORT_PERIOD]).fetchall()
    return int(count)


def passed(folder: Path) -> set[str]:
    """Return the codes of rules that some record of the released warehouse met."""
    with _warehouse(folder) as connection:
        return {rule for (rule,) in connection.execute(_PASSED).fetchall()}


def _warehouse(folder: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(folder / "releases" / "current" / "warehouse.duckdb"), read_only=True)


def _published(folder: Path) -> Found:
    """Return all findings that the released warehouse holds, those of sent-back files too.

    In the last period everything is compared with planted contradictions: there only what one file says by itself
    counts as a mandatory finding that should not be.
    """
    found = Found()
    with _warehouse(folder) as connection:
        rows = connection.execute(_FINDINGS).fetchall()
    for file, rule, cell, mandatory in rows:
        found.add(file, rule, cell, mandatory=mandatory)
    return found
