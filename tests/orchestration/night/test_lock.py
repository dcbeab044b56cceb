"""One run at a time, and a killed one leaves no lock."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestration.night.lock import NightBusyError, one_at_a_time
from orchestration.night.run import open_night
from sources.home import Home

HOLD = """
import sys, time
from pathlib import Path
from orchestration.night.lock import one_at_a_time
from sources.home import Home
with one_at_a_time(Home(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_waits_then_says_that_another_is_busy_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(NightBusyError, match="另一次刷新或审核正在进行"), one_at_a_time(Home(tmp_path), 0.3):
            pass
        holder.kill()
    began = time.monotonic()
    with one_at_a_time(Home(tmp_path), 5):
        assert time.monotonic() - began < 2


def test_a_night_clears_what_a_killed_one_left_half_built(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.work.mkdir()
    for name in ("warehouse.duckdb", "warehouse.duckdb.wal"):
        (home.work / name).write_bytes(b"half")
    with open_night(home) as night:
        assert not night.warehouse.exists()
        assert not list(home.work.glob("warehouse*"))
