"""The inbox: immutable, content-addressed, atomic."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from sources.contract import load_catalog
from sources.home import Home
from sources.inbox import InboxError, collect_drop, original, pending, read_receipt, submit, twins

CATALOG = load_catalog()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "var")


def file(folder: Path, name: str = "表.xlsx", content: bytes = b"one") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_submission_keeps_the_bytes_and_says_who_sent_them(home: Home, tmp_path: Path) -> None:
    receipt = submit(home, file(tmp_path), department="projects", period="2026-03")
    assert original(home, receipt.submission_id).read_bytes() == b"one"
    kept = read_receipt(home, receipt.submission_id)
    assert (kept.file, kept.department, kept.period, kept.known) == ("表.xlsx", "projects", "2026-03", False)
    assert pending(home) == [receipt.submission_id]


def test_the_same_bytes_twice_are_one_submission(home: Home, tmp_path: Path) -> None:
    first = submit(home, file(tmp_path))
    second = submit(home, file(tmp_path, "另一个名字.xlsx"))
    assert second.submission_id == first.submission_id
    assert second.known
    assert len(pending(home)) == 1


def test_the_same_bytes_for_another_period_are_another_submission_and_know_each_other(
    home: Home, tmp_path: Path
) -> None:
    first = submit(home, file(tmp_path), period="2026-03")
    second = submit(home, file(tmp_path), period="2026-04")
    assert second.submission_id != first.submission_id
    assert [twin.submission_id for twin in twins(home, second)] == [first.submission_id]


def test_a_missing_file_is_refused_in_words(home: Home, tmp_path: Path) -> None:
    with pytest.raises(InboxError, match="无法读取文件“没有"):
        submit(home, tmp_path / "没有.xlsx")


def test_the_folder_of_a_department_says_whose_file_it_is(home: Home) -> None:
    file(home.drop / "projects", "a.xlsx", b"a")
    file(home.drop / "企业服务部", "b.xlsx", b"b")
    file(home.drop, "c.xlsx", b"c")
    collected = collect_drop(home, CATALOG)
    assert {r.file: r.department for r in collected.receipts} == {
        "a.xlsx": "projects", "b.xlsx": "enterprises", "c.xlsx": None,
    }  # fmt: skip
    assert not list(home.drop.rglob("*.xlsx"))


def test_the_list_of_arrivals_gives_the_time(home: Home) -> None:
    file(home.drop / "projects", "a.xlsx", b"a")
    file(home.drop / "projects", "收文登记.csv", "文件,收到时间\na.xlsx,2026-02-04 16:30\n".encode())
    (receipt,) = collect_drop(home, CATALOG).receipts
    assert receipt.received_at == datetime(2026, 2, 4, 16, 30)
    assert not (home.drop / "projects" / "收文登记.csv").exists()


def test_what_programs_leave_behind_is_left_alone(home: Home) -> None:
    lock = file(home.drop, "~$a.xlsx", b"lock")
    assert collect_drop(home, CATALOG).receipts == []
    assert lock.exists()


def test_a_mark_without_its_folder_is_from_a_killed_run_and_goes(home: Home) -> None:
    home.pending.mkdir(parents=True)
    (home.pending / "0123456789abcdef").touch()
    assert pending(home) == []
    assert list(home.pending.iterdir()) == []
