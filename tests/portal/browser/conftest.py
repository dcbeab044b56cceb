"""The portal as it is served, in a real browser: `taizhang serve`, its worker, Debian's chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sources.home import Home
from sources.inbox.store import write_json
from sources.published.tables import write_tables
from tests.portal.metrics import metrics
from tests.portal.tables import tables
from tests.portal.zone import FOREIGN, FOREIGN_SUBMISSION, OWN_SUBMISSION, RELEASE, manifest
from tests.workbooks import project, write_projects

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
COMMAND = [sys.executable, "-c", "from orchestration.command import main; main(prog_name='taizhang')"]
PASSWORD = "Lantian-2026-mima"
#: Pictures of what the tests saw, for people to look at.
PICTURES = Path(os.environ.get("TAIZHANG_SCREENSHOTS") or Path(__file__).parents[3] / "build" / "screenshots")


@dataclass
class Portal:
    """A running portal: its address, its home, the one-time passwords by user name, and the sessions of who signed in."""

    address: str
    home: Home
    passwords: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, Any] = field(default_factory=dict)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory, _warehouse_file: Path) -> Iterator[Portal]:
    """The portal of all stories; Dagster does not come up beside it, and nobody notices."""
    home = Home(tmp_path_factory.mktemp("portal"))
    publish(home, _warehouse_file)
    _receive_all(home)
    broken = tmp_path_factory.mktemp("broken")
    (broken / "dagster").mkdir()
    (broken / "dagster" / "__init__.py").write_text("raise ImportError('dagster is down')", encoding="utf-8")
    paths = os.pathsep.join(filter(None, (str(broken), os.environ.get("PYTHONPATH"))))
    with serving(home, "--dagster-port", "1", PYTHONPATH=paths) as found:
        yield found


@pytest.fixture
def published_home(tmp_path_factory: pytest.TempPathFactory, _warehouse_file: Path) -> Home:
    """Return a home of its own with the small release, for stories that change what is published."""
    home = Home(tmp_path_factory.mktemp("home"))
    publish(home, _warehouse_file)
    return home


@contextmanager
def serving(home: Home, *options: str, **variables: str) -> Iterator[Portal]:
    """Serve a home until the block ends, with one person per role; ``variables`` go into the environment."""
    if not Path(CHROMIUM).exists():
        pytest.skip(
            "没有 chromium：请先安装（apt-get install chromium fonts-noto-cjk），make test 在有权限时会自动安装"
        )
    environment = {**os.environ, "TAIZHANG_HOME": str(home.root), "COLUMNS": "100"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    listed = subprocess.run([*COMMAND, "people", "sample"], env=environment, capture_output=True, text=True, check=True)
    passwords = dict(re.findall(r"(\w+) +((?:\w{4}-){3}\w{4})", listed.stdout))
    port = _free_port()
    with (home.root / "serve.log").open("w") as log:
        command = [*COMMAND, "serve", "--port", str(port), *options]
        served = subprocess.Popen(command, env={**environment, **variables}, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{port}/health/")
        yield Portal(f"http://127.0.0.1:{port}", home, passwords)
    finally:
        served.send_signal(signal.SIGINT)
        assert served.wait(30) == 0


def publish(home: Home, warehouse: Path) -> None:
    """Put the small release on the shelf of a home."""
    folder = home.releases / RELEASE
    folder.mkdir(parents=True)
    (folder / "warehouse.duckdb").symlink_to(warehouse)
    (folder / "manifest.json").write_text(json.dumps(manifest()), encoding="utf-8")
    (folder / "metrics.json").write_text(json.dumps(metrics()), encoding="utf-8")
    write_tables(folder / "catalogue.json", tables())
    home.current.symlink_to(RELEASE)


def _receive_all(home: Home) -> None:
    """Put into the inbox what the release names."""
    _receive(home, OWN_SUBMISSION, "projects", "重点项目3月.xlsx", [project()])
    _receive(home, FOREIGN_SUBMISSION, "finance", f"{FOREIGN}.xlsx", [project(), project(项目名称="二期项目")])


def _receive(home: Home, identity: str, department: str, file: str, rows: list[dict[str, Any]]) -> None:
    received = home.inbox / identity
    received.mkdir(parents=True)
    write_projects(received / "original.xlsx", rows)
    write_json(
        received / "receipt.json",
        {"submission_id": identity, "file": file, "sha256": "ab" * 32, "size": 9000,
         "received_at": "2026-04-03T09:00:00", "department": department},
    )  # fmt: skip
    part = {"form": "key_projects", "department": department, "period": "2026-03", "sheet": "Sheet1",
            "verdict": "accepted", "data_rows": len(rows), "held_rows": 0, "findings": []}  # fmt: skip
    write_json(received / "verdict.json", {"judged_at": "2026-04-03T09:01:00", "parts": [part]})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def enter_at(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a maker of pages of somebody who signed in somewhere; what the browser complains about fails the test."""
    complaints: list[str] = []
    contexts = []

    def entered(portal: Portal, username: str, *, width: int = 1366, height: int = 768) -> Page:
        known = portal.sessions.get(username)
        context = chromium.new_context(
            viewport={"width": width, "height": height}, base_url=portal.address, storage_state=known
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(portal.address) else None
        )
        if known:
            page.goto("/")
        else:
            _sign_in(page, portal, username)
            portal.sessions[username] = context.storage_state()
        return page

    yield entered
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def enter(portal: Portal, enter_at: Callable[..., Page]) -> Callable[..., Page]:
    """Return a maker of pages of somebody who signed in at the portal that all stories share."""
    return partial(enter_at, portal)


def _sign_in(page: Page, portal: Portal, username: str) -> None:
    """Sign in with the one-time password, which must be changed at once."""
    one_time = portal.passwords[username]
    page.goto("/sign-in/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", one_time)
    page.click("main button")
    page.wait_for_url("**/password/")
    page.fill("[name=old_password]", one_time)
    page.fill("[name=new_password1]", PASSWORD)
    page.fill("[name=new_password2]", PASSWORD)
    page.click("main button")
    page.wait_for_selector("text=密码已修改")


@pytest.fixture
def picture() -> Callable[..., Any]:
    """Return a function that keeps a picture of a page."""

    def taken(page: Page, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.jpg", full_page=True, type="jpeg", quality=80)

    return taken
