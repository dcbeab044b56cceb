"""The road of workbooks, walked night by night as a department, a steward and an analyst walk it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from sources.contract import load_catalog
from sources.home import Home
from sources.published.read import open_file
from sources.reader.read import read_workbook
from sources.template import write_rows
from tests.flow import planted
from tests.flow.conftest import OneProcess, Zone
from tests.flow.planted import ANSWER, BAD, send_bad_files, send_secrets
from tests.flow.rebuilt import build_again, differing
from tests.workbooks import project, write_projects

WHY = "年初计划偏低，已报请调整，会议纪要附后"
MONTH = "1–本月累计完成投资（万元）"
SINCE_START = "开工以来累计完成投资（万元）"
COUNT = "select count(*) as n from fct_project_months"


@dataclass
class Night:
    """What one refresh said, and what could be asked after it."""

    summary: str
    figure: Any
    projects: int
    findings: list[dict[str, Any]]
    release: str
    more: dict[str, Any] = field(default_factory=dict)

    def finding(self, rule: str) -> dict[str, Any]:
        """Return the only finding of a rule."""
        (found,) = (finding for finding in self.findings if finding["rule"] == rule)
        return found


class Walk:
    """A zone whose nights follow each other; every test looks at what one of them left."""

    def __init__(self, zone: Zone) -> None:
        self.zone = zone
        self.nights: dict[str, Night] = {}

    def send(self, name: str, month: str = "", **changes: Any) -> None:
        title = {"title": f"重点项目月度调度表（2026年{month}）"} if month else {}
        row = project(**{"年度计划投资（万元）": 2800, **changes})
        write_projects(self.zone.home.drop / "projects" / f"{name}.xlsx", [row], **title)

    def night(self, name: str, *arguments: str) -> Night:
        summary = self.zone.run("refresh", *arguments)
        figure = self.zone.figure("Z05", "2026-03")["Z05"]
        release = self.zone.home.current.resolve().name
        self.nights[name] = Night(summary, figure, self.projects(), self.zone.json("findings"), release)
        return self.nights[name]

    def projects(self) -> int:
        return int(self.zone.json("query", COUNT)[0]["n"])


@pytest.fixture(scope="module")
def walk(empty_home: Callable[[], Home]) -> Walk:
    walk = Walk(OneProcess(empty_home()))
    zone = walk.zone

    send_bad_files(zone.home.drop / "projects")
    send_secrets(zone.home.drop)
    walk.send("三月")
    home = zone.home
    with pytest.MonkeyPatch.context() as patch:
        # The nightly books are kept on disk once, as `make dagster` keeps them, to be searched.
        home.dagster.mkdir()
        patch.setattr(
            dg.DagsterInstance, "ephemeral", lambda settings: dg.DagsterInstance.local_temp(str(home.dagster))
        )
        first = walk.night("first")
    (home.root / "messages.toml").write_text('enabled = true\n[[people]]\nname = "张三"\nusername = "zhangsan"\n')
    first.more["reminded"] = zone.run("remind")

    zone.run("findings", "explain", first.finding("B36")["finding_id"], "--text", ANSWER, "--by", "周某")
    held = open_file((zone.home.current / "warehouse.duckdb").resolve())
    zone.run("findings", "explain", first.finding("B12")["finding_id"], "--text", WHY, "--by", "王某")
    walk.send("三月补一处", 包挂领导="李建国")
    walk.send("四月改错了", "4月", **{MONTH: 100})  # less than the month's: B08
    second = walk.night("second")
    second.more["held"] = held.execute(COUNT).fetchone()
    held.close()

    zone.run("periods", "lock", "2026-03", "--text", "3月通报已印发", "--by", "李某")
    walk.send("三月更正", **{MONTH: 3200, SINCE_START: 3700})
    walk.send("四月", "4月")
    third = walk.night("third")

    waiting = third.finding("R12")["submission_id"]
    third.more["asked"] = zone.run("periods", "correct", waiting, "--text", "计划已调整，附批复", "--by", "王某")
    request = next(row for row in zone.json("periods") if row["kind"] == "correction_request")["decision_id"]
    third.more["request"] = request
    zone.run("periods", "approve", request, "--text", "同意", "--by", "赵某")
    walk.night("fourth")

    walk.night("full", "--full")
    return walk


def test_bad_files_never_stop_the_night(walk: Walk) -> None:
    night = walk.nights["first"]
    assert "接收" in night.summary
    assert [name for name in BAD if name not in night.summary] == []
    assert (night.projects, night.figure) == (1, 0.3)


def test_a_correction_replaces_the_old_figures_when_it_is_accepted_and_not_before(walk: Walk) -> None:
    second, third, fourth = walk.nights["second"], walk.nights["third"], walk.nights["fourth"]
    assert "退回" in second.summary
    assert "四月改错了.xlsx" in second.summary
    assert second.finding("B08")["level"] == "mandatory"
    assert (second.projects, second.figure) == (1, 0.3)
    assert "B08" not in {finding["rule"] for finding in third.findings}
    assert (third.projects, fourth.projects) == (2, 2)
    assert (third.figure, fourth.figure) == (0.3, 0.32)


def test_an_explained_finding_is_carried_over_and_lapses_when_its_value_changes(walk: Walk) -> None:
    first, second, fourth = (
        [
            finding
            for finding in walk.nights[name].findings
            if finding["rule"] == "B12" and finding["period"] == "2026-03"
        ]
        for name in ("first", "second", "fourth")
    )
    assert [(found["status"], found["level"]) for found in first] == [("new", "verify")]
    assert [found["status"] for found in second] == ["explained"]
    assert second[0]["submission_id"] != first[0]["submission_id"]
    assert [found["status"] for found in fourth] == ["lapsed"]
    assert fourth[0]["status_reason"] == "核实说明针对的值是“3000”，现为“3200”，请重新说明。"

    events = walk.zone.json(
        "query",
        "select event from fct_finding_events"
        f" where finding_id = '{first[0]['finding_id']}' order by happened_at, event",
    )
    assert [row["event"] for row in events] == ["opened", "explained", "changed", "lapsed"]
    assert {path.stem for path in (walk.zone.home.ledger / "finding_events").glob("2*.parquet")} == {
        row["release_id"] for row in walk.zone.json("releases", "list")
    }


def test_a_locked_period_waits_for_an_approved_correction(walk: Walk) -> None:
    third, fourth = walk.nights["third"], walk.nights["fourth"]
    assert "待更正　1 份报送" in third.summary
    assert "本期已于" in third.finding("R12")["message"]
    assert "Z05 2026-03" in third.more["asked"]
    assert f"更正　三月更正.xlsx：2026年3月，更正申请 {third.more['request']}" in fourth.summary
    assert "R12" not in {finding["rule"] for finding in fourth.findings}


def test_a_release_can_be_read_while_the_next_one_is_published(walk: Walk) -> None:
    assert walk.nights["second"].more["held"] == (1,)


def test_a_full_refresh_brings_the_same_warehouse_back(walk: Walk) -> None:
    before, after = walk.nights["fourth"], walk.nights["full"]
    assert (after.figure, after.projects) == (before.figure, before.projects)
    con = open_file((walk.zone.home.current / "warehouse.duckdb").resolve())
    money = "select investment_ytd_wan from fct_project_months where period = '2026-03'"
    assert con.execute(money).fetchall() == [(Decimal("3200.0000"),)]


def test_releases_are_compared_and_an_earlier_one_comes_back(walk: Walk) -> None:
    first, *_, last = sorted(release["release_id"] for release in walk.zone.json("releases", "list"))
    assert walk.zone.json("releases", "diff", first, last)
    walk.zone.run("releases", "rollback", first)
    assert walk.projects() == 1
    walk.zone.run("releases", "rollback", last)
    assert walk.projects() == 2


def test_what_grew_night_by_night_equals_a_full_rebuild_table_by_table(walk: Walk, tmp_path: Path) -> None:
    releases = walk.zone.home.releases
    again = build_again(walk.zone.home, walk.nights["fourth"].release, tmp_path / "again")
    assert differing(releases / walk.nights["fourth"].release / "warehouse.duckdb", again) == {}
    assert "main.fct_project_months" in differing(releases / walk.nights["first"].release / "warehouse.duckdb", again)


@pytest.mark.parametrize("name", ["second", "full"])
def test_what_single_enterprises_and_ballots_say_stands_in_restricted_schemas_only(walk: Walk, name: str) -> None:
    release = walk.zone.home.releases / walk.nights[name].release
    words = planted.RESTRICTED_VALUES
    kept = planted.told_in_tables(release / "warehouse.duckdb", words, planted.CLOSED_SCHEMAS)
    assert {word for word, places in kept.items() if not places} == set()
    assert {place.split(".")[0] for place in kept[planted.SALES]} >= {"statistics", "restricted"}
    open_ = planted.told_in_tables(release / "warehouse.duckdb", words, planted.OPEN_SCHEMAS)
    assert open_ == {word: set() for word in words}
    files = list(planted.open_files(walk.zone.home))
    assert {"index.db", "shell.db"} & {path.name for path in files}
    assert {path.parent for path in files} >= {walk.zone.home.portal_inbox, walk.zone.home.outbox}
    assert planted.told_in_files(iter(files), words) == set()
    said = "".join(night.summary for night in walk.nights.values())
    assert [word for word in words if word in said] == []
    assert "的数值不公开，见汇总岗或填报部门" in walk.nights["first"].summary
    for path in planted.private_files(walk.zone.home):
        assert path.stat().st_mode & 0o077 == 0, path


def test_masked_findings_are_the_same_rows_without_their_values(walk: Walk) -> None:
    columns = "rule, form, cell, status, value, message, row_key, is_restricted"
    rows = {row["rule"]: row for row in walk.zone.json("query", f"select {columns} from fct_findings where is_open")}
    masked = {
        "value": None,
        "row_key": None,
        "is_restricted": True,
        "message": "《规上工业企业月报》的数值不公开，见汇总岗或填报部门",
    }
    assert rows["B36"].items() >= {**masked, "form": "industrial_months", "status": "explained"}.items()
    assert rows["B12"]["value"] is not None
    (seen,) = [row for row in walk.zone.json("findings") if row["rule"] == "B36"]
    assert (seen["cell"], seen["value"]) == (rows["B36"]["cell"], planted.SALES)
    (decision,) = walk.zone.json("query", "select reason, value, is_restricted from fct_decisions where finding_id = "
                                 f"'{seen['finding_id']}'")  # fmt: skip
    assert decision == {"reason": None, "value": None, "is_restricted": True}


def test_names_and_phones_reach_no_release_no_log_and_no_paper(walk: Walk, tmp_path: Path) -> None:
    home = walk.zone.home
    for kind, period in (("bulletin", "2026-03"), ("self-inspection", "2026")):
        walk.zone.run("report", kind, "--period", period, "-o", str(tmp_path / f"{kind}.docx"))
    words = planted.PERSONAL
    for name in ("first", "full"):
        release = home.releases / walk.nights[name].release
        assert planted.told_in_tables(release / "warehouse.duckdb", words) == {word: set() for word in words}
    files = [*planted.open_files(home), *planted.private_files(home), *tmp_path.glob("*.docx")]
    assert len({path.suffix for path in files}) > 4
    assert planted.told_in_files(iter(files), words) == set()
    assert planted.told_in_files(tmp_path.glob("*.docx"), planted.RESTRICTED_VALUES) == set()
    said = "".join(night.summary for night in walk.nights.values())
    assert [word for word in words if word in said] == []


def test_what_the_template_writes_is_accepted_without_a_finding(tmp_path: Path) -> None:
    zone = Zone(Home(tmp_path))
    catalog = load_catalog()
    form = catalog.form("F01")
    source = write_projects(zone.home.root / "源.xlsx", [project(项目代码="2025-370105-26-03-123456")])
    table = read_workbook(source, catalog).tables[0]
    row = {name: values[0] for name, values in table.values.items() if values[0] is not None}
    path = zone.home.root / "填好.xlsx"
    write_rows(form, catalog, path, [row], period="2026-03", department="projects", filler="张三", reviewer="李四")
    judged = zone.json("check", str(path))
    assert (judged["verdict"], judged["findings"]) == ("accepted", [])
