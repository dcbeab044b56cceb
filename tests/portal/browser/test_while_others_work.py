"""The portal while a night runs beside it, and where Dagster does not come up."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from sources.home import Home
from sources.published.shelf import current
from tests.portal.browser.conftest import COMMAND, serving
from tests.portal.zone import RELEASE
from tests.workbooks import project, write_projects

READ = (
    "/figures/",
    "/indicators/Z05/",
    "/indicators/Z05/trace/",
    "/figures/late/",
    "/releases/",
    "/rules/",
    "/calendar/",
)

#: So often somebody drops a workbook while the night runs; pages are asked for all the time.
ROUNDS = 3


def test_people_work_through_a_refresh_and_then_see_the_new_release(
    published_home: Home, enter_at: Callable[..., Page], tmp_path: Path, picture: Callable[..., None]
) -> None:
    home = published_home
    environment = {**os.environ, "TAIZHANG_HOME": str(home.root)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    sent = write_projects(tmp_path / "重点项目3月.xlsx", [project()])
    subprocess.run([*COMMAND, "submit", str(sent), "--department", "projects"], env=environment, check=True)
    with serving(home, "--no-dagster") as portal:
        leader, clerk = enter_at(portal, "leader"), enter_at(portal, "clerk")
        log = (home.root / "refresh.log").open("w")
        refresh = subprocess.Popen([*COMMAND, "refresh"], env=environment, stdout=log, stderr=log)
        rounds, seen = 0, set()
        while refresh.poll() is None or rounds == 0:
            for address in READ:
                assert leader.request.get(address).status == 200, address
            seen.add(current(home).release_id)
            time.sleep(1)
            if rounds == ROUNDS:
                continue
            rounds += 1
            leader.goto("/figures/")
            clerk.goto("/submissions/upload/")
            clerk.set_input_files("[name=workbook]", write_projects(tmp_path / f"{rounds}.xlsx", [project()]))
            clerk.wait_for_url("**/checks/**")
            expect(clerk.locator("form[action$='/submit/']")).to_have_count(1, timeout=60_000)
        assert refresh.returncode == 0, (home.root / "refresh.log").read_text()
        assert RELEASE in seen
        new = current(home).release_id
        assert new != RELEASE
        leader.goto("/releases/")
        expect(leader.locator("tr", has=leader.locator(".mark-good"))).to_contain_text(new)
        picture(leader, "release-after-refresh")
        assert "locked" not in (home.root / "serve.log").read_text()


def test_the_portal_serves_and_judges_where_dagster_does_not_come_up(
    published_home: Home, enter_at: Callable[..., Page], tmp_path: Path
) -> None:
    home = published_home
    broken = tmp_path / "broken"
    (broken / "dagster").mkdir(parents=True)
    (broken / "dagster" / "__init__.py").write_text("raise ImportError('dagster is down')", encoding="utf-8")
    paths = os.pathsep.join(filter(None, (str(broken), os.environ.get("PYTHONPATH"))))
    with serving(home, "--dagster-port", "1", PYTHONPATH=paths) as portal:
        clerk = enter_at(portal, "clerk")
        clerk.goto("/submissions/upload/")
        clerk.set_input_files("[name=workbook]", write_projects(tmp_path / "重点项目3月.xlsx", [project()]))
        clerk.wait_for_url("**/checks/**")
        clerk.click("form[action$='/submit/'] button")
        expect(clerk.locator("h1")).to_have_text("报送回执")
        leader = enter_at(portal, "leader")
        for address in READ:
            assert leader.request.get(address).status == 200, address
        assert "dagster is down" in (home.root / "log" / "dagster.log").read_text()
