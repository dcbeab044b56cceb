"""The sample zone, brought to a release once by the command line as a user would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from orchestration.command import main
from sources.home import Home

COMMAND = str(Path(sys.executable).with_name("taizhang"))


@dataclass(frozen=True)
class Zone:
    """A warehouse and its command line."""

    home: Home

    def run(self, *arguments: str, expect: int = 0) -> str:
        """Run a command in a process of its own and return what it printed."""
        done = subprocess.run(
            [COMMAND, *arguments],
            env={**os.environ, "TAIZHANG_HOME": str(self.home.root), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == expect, f"{arguments} → {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done.stdout

    def json(self, *arguments: str) -> Any:
        """Run a command with ``--json`` and return what it said."""
        return json.loads(self.run(*arguments, "--json"))

    def figure(self, indicator: str, period: str) -> Any:
        """Return an indicator's figures: its own and its parts' by id."""
        shown = self.json("indicators", "show", indicator, "--period", period)
        return {part["id"]: part["value"] for part in shown.get("parts", [])} or {shown["id"]: shown["value"]}


class OneProcess(Zone):
    """A warehouse whose commands run in this process: several refreshes import everything once."""

    def run(self, *arguments: str, expect: int = 0) -> str:
        done = CliRunner(env={"TAIZHANG_HOME": str(self.home.root)}).invoke(main, arguments)
        assert done.exit_code == expect, f"{arguments} → {done.output}"
        return done.stdout


@pytest.fixture(scope="session")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Zone:
    made = Zone(Home(tmp_path_factory.mktemp("zone")))
    summary = made.run("refresh", "--or-sample")
    assert "已发布" in summary
    return made


@pytest.fixture
def new_zone(empty_home: Callable[[], Home]) -> Callable[[], Zone]:
    """Return a maker of empty warehouses with their command line, one at a time."""
    return lambda: Zone(empty_home())
