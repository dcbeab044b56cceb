"""Processes beside a command: started again when they die, none left when it ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from orchestration.children import Child, Children

#: A child with a child of its own; both note their ids and wait.
_PARENT = """
import os, subprocess, sys, time
inner = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
with open(sys.argv[1], "a") as notes:
    notes.write(f"{os.getpid()} {inner.pid}\\n")
time.sleep(600)
"""


def _noted(notes: Path, lines: int) -> list[list[int]]:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        found = notes.read_text(encoding="ascii").splitlines() if notes.exists() else []
        if len(found) >= lines:
            return [[int(part) for part in line.split()] for line in found]
        time.sleep(0.05)
    raise AssertionError("the child did not start")


def _lives(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"


def test_a_dead_child_is_started_again_and_none_is_left_behind(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    child = Child([sys.executable, "-c", _PARENT, str(notes)], tmp_path / "log", pause=0.1)
    with Children([child]):
        ((first, first_inner),) = _noted(notes, 1)
        os.kill(first, 9)
        os.kill(first_inner, 9)
        _, (second, second_inner) = _noted(notes, 2)
        assert _lives(second)
    until = time.monotonic() + 5
    while time.monotonic() < until and (_lives(second) or _lives(second_inner)):
        time.sleep(0.05)
    assert not _lives(second)
    assert not _lives(second_inner)
