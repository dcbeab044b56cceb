"""A publication that is really killed (SIGKILL), just before each step that changes the disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orchestration.dbt_build import BuildOutcome
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.release import Release
from sources.published.shelf import current, list_releases

#: Publishes, and kills itself when Python is about to do ``event`` to a path that contains ``text``.
_KILLED = """
import os, signal, sys
from pathlib import Path
from orchestration.dbt_build import BuildOutcome
from orchestration.release.publication import publish
from sources.home import Home

event, text, root, warehouse = sys.argv[1:]

def kill(name, args):
    if name == event and any(text in str(arg) for arg in args):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(kill)
publish(Home(Path(root)), Path(warehouse), BuildOutcome(success=True, nodes=()), batch_id=None)
"""

#: Event, what its path contains, and whether the new release is current already.
STEPS = [
    ("subprocess.Popen", "orchestration.release.verify", False),
    ("os.mkdir", ".new-", False),
    ("open", "manifest.json", False),
    ("open", "dictionary.xlsx", False),
    ("os.rename", "warehouse.duckdb", False),
    ("os.chmod", ".new-", False),
    ("os.rename", ".new-2", False),
    ("os.symlink", ".new-current", False),
    ("os.rename", ".new-current", False),
    ("os.rename", ".old-", True),
    ("shutil.rmtree", ".old-", True),
]


@pytest.mark.parametrize(("event", "text", "moved"), STEPS)
def test_a_kill_leaves_a_whole_release_and_the_next_publication_goes_on(
    home: Home,
    make_warehouse: Callable[..., Path],
    built: BuildOutcome,
    published: Release,
    monkeypatch: pytest.MonkeyPatch,
    event: str,
    text: str,
    moved: bool,
) -> None:
    monkeypatch.setenv("TAIZHANG_KEEP_RELEASES", "1")
    warehouse = make_warehouse(z05="2.000000")

    script = [sys.executable, "-c", _KILLED, event, text, str(home.root), str(warehouse)]
    killed = subprocess.run(script, capture_output=True, timeout=60)

    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert (current(home) != published) == moved
    assert current(home).manifest["rows"]["fct_project_months"] == 2
    assert current(home).warehouse.is_file()

    after = publish(home, make_warehouse(z05="3.000000"), built, batch_id=None)

    assert current(home) == after
    assert list_releases(home) == [after]
    assert sorted(path.name for path in home.releases.iterdir()) == sorted([".lock", after.release_id, "current"])
