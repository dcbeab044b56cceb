"""The inbox on disk: one folder per submission, written once. A folder is either whole or not there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from sources.home import Home
from sources.inbox.receipt import Receipt, now, submission_id

RECEIPT = "receipt.json"
VERDICT = "verdict.json"


class InboxError(Exception):
    """A file that cannot be taken in; the text says why."""


def submit(
    home: Home,
    path: Path,
    *,
    form: str | None = None,
    department: str | None = None,
    period: str | None = None,
    received_at: datetime | None = None,
) -> Receipt:
    """Put a file into the inbox and mark it as waiting to be judged.

    Returns the receipt; ``known`` is true when the same bytes with the same choice are there already, and then nothing
    is written. Raises ``InboxError`` when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            sha256 = file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
    except OSError as error:
        raise InboxError(f"无法读取文件“{path.name}”：{error.strerror or error}") from error
    identity = submission_id(sha256, form, department, period)
    existing = home.inbox / identity / RECEIPT
    if existing.exists():
        return read_receipt(home, identity).model_copy(update={"known": True})
    receipt = Receipt(
        submission_id=identity,
        file=path.name,
        sha256=sha256,
        size=size,
        received_at=received_at or now(),
        form=form,
        department=department,
        period=period,
    )
    _store(home, path, receipt)
    return receipt


def _store(home: Home, path: Path, receipt: Receipt) -> None:
    """Write the folder beside its place, mark it pending, then rename it: a kill leaves it whole or not at all."""
    home.pending.mkdir(parents=True, exist_ok=True)
    home.work.mkdir(parents=True, exist_ok=True)
    draft = home.work / f"receiving-{receipt.submission_id}-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    copy = draft / f"original{path.suffix.lower()}"
    shutil.copyfile(path, copy)
    with copy.open("rb") as file:
        if file_digest(file, "sha256").hexdigest() != receipt.sha256:
            shutil.rmtree(draft, ignore_errors=True)
            raise InboxError(f"文件“{path.name}”在收件时还在改动，请保存关闭后再报送")
        os.fsync(file.fileno())
    write_json(draft / RECEIPT, receipt.model_dump(mode="json", exclude={"known"}))
    _same_bytes(home, receipt.sha256).mkdir(parents=True, exist_ok=True)
    (_same_bytes(home, receipt.sha256) / receipt.submission_id).touch()
    (home.pending / receipt.submission_id).touch()
    try:
        draft.rename(home.inbox / receipt.submission_id)
    except OSError:
        # Somebody else took in the same bytes at the same moment: theirs is as good.
        shutil.rmtree(draft, ignore_errors=True)


def read_receipt(home: Home, identity: str) -> Receipt:
    """Return the receipt of a submission. Raises ``InboxError`` when there is none."""
    path = home.inbox / identity / RECEIPT
    try:
        return Receipt.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InboxError(f"收件箱里没有报送 {identity}") from error


def verdict_path(home: Home, identity: str) -> Path:
    """Return where the verdict on a submission stands once it is judged."""
    return home.inbox / identity / VERDICT


def original(home: Home, identity: str) -> Path:
    """Return the workbook as it was sent. Raises ``InboxError`` when it is not there."""
    found = next((home.inbox / identity).glob("original*"), None)
    if found is None:
        raise InboxError(f"收件箱里没有报送 {identity} 的原件")
    return found


def _same_bytes(home: Home, sha256: str) -> Path:
    """Where the submissions of one file are noted, so that finding them does not read the whole inbox."""
    return home.inbox / "_files" / sha256


def twins(home: Home, receipt: Receipt) -> list[Receipt]:
    """Return the other submissions of the same bytes, sent for another form, department or period."""
    folder = _same_bytes(home, receipt.sha256)
    others = [path.name for path in folder.iterdir() if path.name != receipt.submission_id] if folder.exists() else []
    return [read_receipt(home, name) for name in sorted(others) if (home.inbox / name / RECEIPT).exists()]


def submissions(home: Home) -> Iterator[str]:
    """Yield every submission in the inbox, by id."""
    if home.inbox.exists():
        yield from sorted(path.name for path in home.inbox.iterdir() if (path / RECEIPT).exists())


def pending(home: Home) -> list[str]:
    """Return the submissions that wait to be judged, first come first.

    A mark without its folder is from a run that was killed between the two; the file is still where it came from, so
    the mark goes.
    """
    if not home.pending.exists():
        return []
    waiting = []
    for mark in sorted(home.pending.iterdir()):
        if (home.inbox / mark.name / RECEIPT).exists():
            waiting.append(mark.name)
        elif not any(home.work.glob(f"receiving-{mark.name}-*")):
            mark.unlink(missing_ok=True)
    return sorted(waiting, key=lambda identity: (read_receipt(home, identity).received_at, identity))


def write_json(path: Path, content: Any) -> None:
    """Write JSON atomically: a temporary file beside it, then a rename."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
