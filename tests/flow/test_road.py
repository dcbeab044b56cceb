"""The road of one workbook, walked as a department and as an analyst."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import duckdb

from sources.contract import load_catalog
from sources.reader.read import read_workbook
from sources.template import write_rows
from tests.flow.conftest import Zone
from tests.workbooks import project, write_projects


def test_a_correction_replaces_the_old_figures_when_it_is_accepted_and_not_before(new_zone: Callable[[], Zone]) -> None:
    zone = new_zone()
    folder = zone.home.drop / "projects"
    money = "1–本月累计完成投资（万元）"

    write_projects(folder / "初稿.xlsx", [project()])
    first = zone.run("refresh")
    assert "接收" in first
    assert zone.figure("Z05", "2026-03") == {"Z05": 0.3}

    write_projects(folder / "改错了.xlsx", [project(**{money: 100})])  # less than the month's: B08
    second = zone.run("refresh")
    assert "退回" in second
    assert "改错了.xlsx" in second
    assert zone.figure("Z05", "2026-03") == {"Z05": 0.3}
    assert "B08" in {finding["rule"] for finding in zone.json("findings", "--level", "mandatory")}

    write_projects(folder / "更正.xlsx", [project(**{money: 3200, "开工以来累计完成投资（万元）": 3700})])
    zone.run("refresh")
    assert zone.figure("Z05", "2026-03") == {"Z05": 0.32}
    assert zone.json("findings", "--level", "mandatory") == []
    assert zone.json("query", "select count(*) as n from fct_project_months") == [{"n": 1}]


def test_bad_files_never_stop_the_night(new_zone: Callable[[], Zone]) -> None:
    zone = new_zone()
    folder = zone.home.drop / "projects"
    write_projects(folder / "好.xlsx", [project()])
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "空.xlsx").write_bytes(b"")
    write_projects(folder / "缺列.xlsx", [{name: value for name, value in project().items() if name != "形象进度"}])
    write_projects(folder / "哪一期.xlsx", [project()], title="重点项目月度调度表")
    summary = zone.run("refresh")
    for name in ("坏.xlsx", "空.xlsx", "缺列.xlsx", "哪一期.xlsx"):
        assert name in summary
    assert zone.figure("Z01", "2026-03") == {"Z01": 1}


def test_what_the_template_writes_is_accepted_without_a_finding(new_zone: Callable[[], Zone]) -> None:
    zone = new_zone()
    catalog = load_catalog()
    form = catalog.form("F01")
    source = write_projects(zone.home.root / "源.xlsx", [project(项目代码="2025-370105-26-03-123456")])
    table = read_workbook(source, catalog).tables[0]
    row = {name: values[0] for name, values in table.values.items() if values[0] is not None}
    path = zone.home.root / "填好.xlsx"
    write_rows(form, catalog, path, [row], period="2026-03", department="projects", filler="张三", reviewer="李四")
    judged = zone.json("check", str(path))
    assert (judged["verdict"], judged["findings"]) == ("accepted", [])


def test_a_release_can_be_read_while_the_next_one_is_published(new_zone: Callable[[], Zone]) -> None:
    zone = new_zone()
    write_projects(zone.home.drop / "projects" / "三月.xlsx", [project()])
    zone.run("refresh")
    held = duckdb.connect(str((zone.home.current / "warehouse.duckdb").resolve()), read_only=True)
    write_projects(zone.home.drop / "projects" / "四月.xlsx", [project()], title="重点项目月度调度表（2026年4月）")
    zone.run("refresh")
    count = "select count(*) from fct_project_months"
    assert held.execute(count).fetchone() == (1,)
    assert zone.json("query", "select count(*) as n from fct_project_months") == [{"n": 2}]
    first, second = sorted(release["release_id"] for release in zone.json("releases", "list"))
    assert zone.json("releases", "diff", first, second)
    zone.run("releases", "rollback", first)
    assert zone.json("query", "select count(*) as n from fct_project_months") == [{"n": 1}]


def test_a_full_refresh_brings_the_same_warehouse_back(new_zone: Callable[[], Zone]) -> None:
    zone = new_zone()
    write_projects(zone.home.drop / "projects" / "三月.xlsx", [project()])
    zone.run("refresh")
    money = "select project_name, investment_ytd_wan from fct_project_months"
    before = zone.json("query", money), zone.json("indicators", "show", "Z05")
    zone.run("refresh", "--full")
    assert (zone.json("query", money), zone.json("indicators", "show", "Z05")) == before
    con = duckdb.connect(str((zone.home.current / "warehouse.duckdb").resolve()), read_only=True)
    assert con.execute(money).fetchall()[0][1] == Decimal("3000.0000")
