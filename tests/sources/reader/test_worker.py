"""A file that hangs, swells or kills its reader takes down one worker, not the run."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sources.contract import load_catalog
from sources.reader.apart import apart
from sources.reader.refusal import UnreadableError
from sources.reader.worker import Job, Readers, read_apart
from tests.sources.reader.hostile import good
from tests.workbooks import PROJECT, write_sheet

CATALOG = load_catalog()
#: Starts readers while it is imported: no process of theirs can import it.
UNGUARDED = """
from pathlib import Path
from sources.contract import load_catalog
from sources.reader import worker

with worker.Readers(load_catalog(), 1) as readers:
    print(list(readers.read([worker.Job(Path("a.xlsx"), "a.xlsx", "")])))
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [["2026年3月"], list(PROJECT), *(list(PROJECT.values()) for _ in range(3000))]
    return write_sheet(tmp_path_factory.mktemp("large") / "large.xlsx", rows)


def job(path: Path) -> Job:
    return Job(path, path.name, "0" * 64)


def outcome(reading: object) -> tuple[int, list[str]]:
    return len(reading.tables), [failure.rule for failure in reading.failures]  # type: ignore[attr-defined]


def test_a_sound_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    reading = read_apart(job(good(tmp_path / "a.xlsx")), CATALOG)
    assert (reading.file, reading.tables[0].rows) == ("a.xlsx", [3])


def test_a_file_that_takes_too_long_is_given_up(large: Path) -> None:
    assert outcome(read_apart(job(large), CATALOG, seconds=0.02)) == (0, ["XL-TOO-LARGE"])


def test_a_file_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" * (20 << 20))
    assert outcome(read_apart(job(path), CATALOG, megabytes=16)) == (0, ["XL-TOO-LARGE"])


@pytest.mark.parametrize(("killed", "rule"), [(signal.SIGABRT, "XL-TOO-LARGE"), (signal.SIGSEGV, "XL-UNREADABLE")])
def test_what_kills_a_reader_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: signal.Signals, rule: str
) -> None:
    monkeypatch.setattr("sources.reader.worker._read_with", lambda *_: signal.raise_signal(killed))
    assert outcome(read_apart(job(good(tmp_path / "a.xlsx")), CATALOG)) == (0, [rule])


class Left:
    """What a parent leaves uncollected and a child must not touch, as the connections of a database."""

    def __init__(self) -> None:
        self.itself = self
        self.owner = os.getpid()

    def __del__(self) -> None:
        if os.getpid() != self.owner:
            signal.raise_signal(signal.SIGSEGV)


def test_what_the_parent_left_behind_is_not_cleared_away_by_a_child() -> None:
    gc.disable()
    try:
        Left()
        assert apart(lambda: gc.collect() >= 0)
    finally:
        gc.enable()


def test_work_that_fails_is_not_called_a_damaged_file() -> None:
    with pytest.raises(
        UnreadableError, match=r"程序出错（ZeroDivisionError：integer division or modulo by zero），文件未必有问题"
    ):
        apart(lambda: 1 // 0)


def test_the_files_beside_a_bad_one_are_read(tmp_path: Path) -> None:
    sound = job(good(tmp_path / "a.xlsx"))
    gone = Job(tmp_path / "gone.xlsx", "gone.xlsx", "")
    os.mkfifo(tmp_path / "hangs.xlsx")  # nobody ever writes into it: whoever reads it waits
    with Readers(CATALOG, 1, seconds=2) as readers:
        found = [outcome(reading) for reading in readers.read([sound, gone, job(tmp_path / "hangs.xlsx"), sound])]
    assert found == [(1, []), (0, ["XL-UNREADABLE"]), (0, ["XL-TOO-LARGE"]), (1, [])]


@pytest.mark.parametrize("arguments", [["unguarded.py"], ["-"]])
def test_readers_that_cannot_start_say_so_and_end(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "unguarded.py").write_text(UNGUARDED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, *arguments]
    ended = subprocess.run(
        command, input=UNGUARDED, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert "StartError: 读取进程启动不了" in ended.stderr.splitlines()[-1]
