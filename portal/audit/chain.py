"""Adding to the log, and verifying that nothing in it was changed, removed or put in between.

The head of the chain (number and digest of the last entry) is also written to a file beside the database: entries cut
off at the end leave an unbroken chain, but not the one that the file knows.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.audit.models import BEGINNING, Act, Entry

if TYPE_CHECKING:
    from portal.people.models import Person

#: Several processes may add at the same moment; the loser takes the next number.
_TRIES = 20


def append(act: Act, actor: Person | None, *, about: str = "", **more: Any) -> Entry:
    """Add an entry; within a transaction it stands or falls with it. ``more`` must be plain JSON."""
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                entry = _next(act, actor, about, more)
                entry.save()
        except IntegrityError:
            if attempt == _TRIES - 1:
                raise
            continue
        break
    transaction.on_commit(lambda: _write_head(head_file(), entry))
    return entry


def _next(act: Act, actor: Person | None, about: str, more: dict[str, Any]) -> Entry:
    last = Entry.objects.order_by("-number").first()
    entry = Entry(
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        act=act,
        actor=actor.username if actor else "",
        role=actor.role if actor else "",
        department=actor.department if actor else "",
        about=about[:200],
        more=json.loads(json.dumps(more)),
        previous=last.digest if last else BEGINNING,
    )
    entry.digest = entry.computed()
    return entry


def head_file() -> Path:
    """Return where the head of the chain is kept."""
    folder: Path = settings.FOLDER
    return folder / "log.head"


def _write_head(path: Path, entry: Entry) -> None:
    known = read_head(path)
    if known is not None and known.number >= entry.number:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{entry.number}")
    draft.write_text(json.dumps({"number": entry.number, "digest": entry.digest}), encoding="ascii")
    draft.replace(path)


@dataclass(frozen=True)
class Head:
    """The last entry as the file beside the database knows it; it may be a few entries behind."""

    number: int
    digest: str


def read_head(path: Path) -> Head | None:
    """Return the head; None when there is no file yet."""
    try:
        return Head(**json.loads(path.read_text(encoding="ascii")))
    except FileNotFoundError:
        return None


@dataclass(frozen=True)
class Verified:
    """How many entries were looked at, and the first thing that is wrong with them, in words."""

    count: int
    fault: str | None = None


def verify() -> Verified:
    """Walk the chain from its beginning."""
    expected, previous = 0, BEGINNING
    head = read_head(head_file())
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        expected += 1
        fault = _fault(entry, expected, previous, head)
        if fault:
            return Verified(expected, fault)
        previous = entry.digest
    if head is not None and head.number > expected:
        return Verified(expected, f"第 {expected + 1} 条到第 {head.number} 条不见了（末尾被删除）")
    return Verified(expected)


def _fault(entry: Entry, expected: int, previous: str, head: Head | None) -> str | None:
    if entry.number != expected:
        return f"第 {expected} 条不见了（其后是第 {entry.number} 条）"
    if entry.previous != previous:
        return f"第 {expected} 条与前一条接不上（前一条被换过，或有插入）"
    if entry.digest != entry.computed():
        return f"第 {expected} 条的内容被改过"
    if head is not None and head.number == expected and head.digest != entry.digest:
        return f"第 {expected} 条不是当时记下的那一条（整段日志被重写）"
    return None
