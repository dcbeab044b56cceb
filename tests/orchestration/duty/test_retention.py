"""What is past its time goes; the inbox, decisions, the ledger and issued papers stay."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest

from orchestration.duty.retention import DRAFT_DAYS, MESSAGE_DAYS, WORK_DAYS, tidy
from sources.home import Home
from tests.orchestration.duty.conftest import RELEASE

AT = datetime(2026, 11, 2, 5)


def aged(path: Path, days: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}", encoding="utf-8")
    moment = (AT - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_left_overs_messages_and_drafts_go_when_their_time_is_over(home: Home) -> None:
    kinds = {home.work / "refused": WORK_DAYS, home.outbox: MESSAGE_DAYS, home.portal_inbox: MESSAGE_DAYS, home.papers / "ladder" / "2026-01": DRAFT_DAYS}  # fmt: skip
    old = [aged(folder / "old.json", days + 1) for folder, days in kinds.items()]
    new = [aged(folder / "new.json", days - 1) for folder, days in kinds.items()]
    os.utime(home.work / "refused", ((AT - timedelta(days=WORK_DAYS - 1)).timestamp(),) * 2)
    removed = tidy(home, AT)
    # A folder of left-overs is as young as the newest thing that was put into it.
    assert [path.exists() for path in old] == [True, False, False, False]
    assert all(path.exists() for path in new)
    assert (removed.work, removed.messages, removed.drafts) == (0, 2, 1)
    assert tidy(home, AT + timedelta(days=WORK_DAYS)).work == 1


def test_what_counts_is_never_thrown_away(home: Home) -> None:
    kept = [
        aged(home.inbox / "a" / "receipt.json", 5000),
        aged(home.decisions / "a.json", 5000),
        aged(home.ledger / "a.json", 5000),
        aged(home.papers / "bulletin" / "2020-01" / "r" / "a.docx", 5000),
        aged(home.work / "night.lock", 5000),
    ]
    tidy(home, AT)
    assert all(path.exists() for path in kept)


def test_releases_beyond_the_last_ones_go_and_the_current_one_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("20260408T020000", "20260409T020000", "20260410T020000"):
        shutil.copytree(home.releases / RELEASE, home.releases / name)
    monkeypatch.setenv("TAIZHANG_KEEP_RELEASES", "2")
    assert tidy(home, AT).releases == 1
    left = sorted(path.name for path in home.releases.iterdir() if path.is_dir() and not path.is_symlink())
    assert left == [RELEASE, "20260409T020000", "20260410T020000"]


def test_the_job_says_how_many_went(definitions: dg.Definitions, home: Home) -> None:
    aged(home.outbox / "old.json", 20_000)
    with dg.DagsterInstance.ephemeral() as instance:
        done = definitions.resolve_job_def("retention").execute_in_process(instance=instance)
        counts = done.output_for_node("throw_away")
    assert (counts["messages"], counts["runs"]) == (1, 0)
