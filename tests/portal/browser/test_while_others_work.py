"""The portal while a night runs beside it, and where Dagster does not come up."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Page, expect

from sources.home import Home
from sources.published.shelf import current
from tests.portal.browser.conftest import COMMAND, Portal, serving
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
ROUNDS = 2


def test_people_work_through_a_refresh_and_then_see_the_new_release(
    published_home: Home, enter_at: Callable[..., Page], tmp_path: Path, picture: Callable[..., None]
) -> None:
    home = published_home
    environment = {**os.environ, "TAIZHANG_HOME": str(home.root)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    dropped = home.drop / "projects"
    dropped.mkdir(parents=True)
    write_projects(dropped / "重点项目3月.xlsx", [project()])
    with serving(home, "--no-dagster") as portal:
        leader, clerk = enter_at(portal, "leader"), enter_at(portal, "clerk")
        log = (home.root / "refresh.log").open("w")
        refresh = subprocess.Popen([*COMMAND, "refresh"], env=environment, stdout=log, stderr=log)
        rounds, seen, addresses = 0, set(), cycle(READ)
        while refresh.poll() is None or rounds == 0:
            address = next(addresses)
            assert leader.request.get(address).status == 200, address
            seen.add(current(home).release_id)
            time.sleep(0.5)
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


def test_nobody_notices_that_dagster_does_not_come_up(portal: Portal, enter: Callable[..., Page]) -> None:
    leader = enter("leader")
    for address in READ:
        assert leader.request.get(address).status == 200, address
    assert "dagster is down" in (portal.home.root / "log" / "dagster.log").read_text()
