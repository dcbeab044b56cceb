"""A home with one small release, and the definitions over it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import dagster as dg
import pytest

from orchestration.night.graph import night_definitions
from sources.contract import load_catalog
from sources.home import Home
from tests.orchestration.night.test_graph import MANIFEST
from tests.orchestration.reports.conftest import RELEASE, shelf

__all__ = ["MESSAGES", "RELEASE", "definitions", "home", "received", "shelf"]

MESSAGES = """
enabled = true
[[people]]
name = "机器"
failures = ["infrastructure"]
departments = ["office"]
[[people]]
name = "汇总岗"
failures = ["data"]
departments = ["office"]
[[people]]
name = "项目部"
departments = ["projects"]
[[people]]
name = "全区"
"""


@pytest.fixture
def home(shelf: Home, tmp_path: Path) -> Home:
    """A copy of the release's home that a test may change, with people who are told."""
    found = Home(tmp_path / "home")
    shutil.copytree(shelf.root, found.root, symlinks=True)
    (found.root / "messages.toml").write_text(MESSAGES, encoding="utf-8")
    return found


@pytest.fixture
def definitions(home: Home) -> dg.Definitions:
    return night_definitions(home, load_catalog(), MANIFEST)


def received(home: Home) -> list[dict[str, str]]:
    """Return what lies in the portal's inbox: person, title, text."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(home.portal_inbox.glob("*.json"))]
