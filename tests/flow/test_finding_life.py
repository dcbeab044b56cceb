"""A finding from its first sight to its end: explained, carried over, waiting behind a lock, lapsed, on record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from orchestration.command import main
from tests.flow.conftest import Zone
from tests.workbooks import project, write_projects

WHY = "年初计划偏低，已报请调整，会议纪要附后"


class OneProcess(Zone):
    """A warehouse whose commands run in this process: several refreshes import everything once."""

    def run(self, *arguments: str, expect: int = 0) -> str:
        done = CliRunner(env={"TAIZHANG_HOME": str(self.home.root)}).invoke(main, arguments)
        assert done.exit_code == expect, f"{arguments} → {done.output}"
        return done.stdout


def send(zone: Zone, name: str, **changes: Any) -> None:
    rows = [project(**{"年度计划投资（万元）": 2800, **changes})]
    write_projects(zone.home.drop / "projects" / f"{name}.xlsx", rows)


def b12(zone: Zone) -> dict[str, Any]:
    (found,) = zone.json("findings", "--rule", "B12")
    return dict(found)


@pytest.mark.slow
def test_a_finding_lives_through_releases_and_nothing_is_asked_twice(new_zone: Callable[[], Zone]) -> None:
    zone = OneProcess(new_zone().home)
    send(zone, "三月")
    zone.run("refresh")
    first = b12(zone)
    assert (first["status"], first["level"]) == ("new", "verify")

    zone.run("findings", "explain", first["finding_id"], "--text", WHY, "--by", "王某")
    send(zone, "三月补一处", 包挂领导="李建国")
    zone.run("refresh")
    carried = b12(zone)
    assert carried["status"] == "explained"
    assert carried["submission_id"] != first["submission_id"]

    zone.run("periods", "lock", "2026-03", "--text", "3月通报已印发", "--by", "李某")
    send(zone, "三月更正", **{"1–本月累计完成投资（万元）": 3100, "开工以来累计完成投资（万元）": 3600})
    assert "待更正　1 份报送" in zone.run("refresh")
    (waiting,) = zone.json("findings", "--rule", "R12")
    assert "本期已于" in waiting["message"]
    assert zone.json("query", "select investment_ytd_wan from fct_project_months") == [{"investment_ytd_wan": 3000}]

    asked = zone.run("periods", "correct", waiting["submission_id"], "--text", "计划已调整，附批复", "--by", "王某")
    assert "Z05 2026-03" in asked
    request = next(row for row in zone.json("periods") if row["kind"] == "correction_request")["decision_id"]
    zone.run("periods", "approve", request, "--text", "同意", "--by", "赵某")
    summary = zone.run("refresh")
    assert f"更正　三月更正.xlsx：2026年3月，更正申请 {request}" in summary
    lapsed = b12(zone)
    assert lapsed["status"] == "lapsed"
    assert lapsed["status_reason"] == "核实说明针对的值是“3000”，现为“3100”，请重新说明。"
    assert zone.json("findings", "--rule", "R12") == []

    events = zone.json(
        "query",
        f"select event, cause from fct_finding_events where finding_id = '{first['finding_id']}' order by happened_at, event",
    )
    assert [row["event"] for row in events] == ["opened", "explained", "changed", "lapsed"]
    assert {path.stem for path in (zone.home.ledger / "finding_events").glob("2*.parquet")} == {
        row["release_id"] for row in zone.json("releases", "list")
    }
