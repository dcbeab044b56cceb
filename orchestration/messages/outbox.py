"""The outbox: ``<home>/outbox/<digest>.<channel>.json``. Nothing is sent twice, not even after a crash.

Every step is written before it is taken: ``sending`` stands on disk when a message leaves. A run that finds ``sending``
does not know whether it left; it calls it ``uncertain`` and leaves it to a person.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from orchestration.messages.channels import (
    Channel,
    NotSentError,
    RefusedError,
    UncertainError,
    mail,
    patiently,
    webhook,
)
from orchestration.messages.configuration import Messages
from orchestration.messages.digest import Digest
from sources.home import Home
from sources.inbox import now

#: For how long a message that did not leave is worth sending.
FRESH = timedelta(days=1)


@dataclass(frozen=True)
class Delivery:
    """How one digest fared on one channel: ``sent``, ``failed`` (tried again next time), ``refused``, ``uncertain``."""

    person: str
    channel: str
    state: str
    reason: str | None = None


def deliver(
    home: Home, configuration: Messages, digests: Sequence[Digest], *, first_pause: float = 1.0
) -> list[Delivery]:
    """Send what was not sent yet, and return how each fared. Nothing happens unless messages are enabled."""
    if not configuration.enabled:
        return []
    with _alone(home):
        return [
            _deliver(home, digest, name, send, first_pause)
            for digest in digests
            for name, send in _channels(home, configuration, digest).items()
        ]


def deliver_failed(home: Home, configuration: Messages, *, first_pause: float = 1.0) -> list[Delivery]:
    """Try again what was surely not taken within the last day: a server that was down, an alarm that nobody repeats."""
    if not configuration.enabled or not home.outbox.is_dir():
        return []
    people = {person.name: person for person in configuration.people}
    since = (now() - FRESH).isoformat(timespec="seconds")
    found = []
    with _alone(home):
        for path in sorted(home.outbox.glob("[!.]*.json")):
            record, digest_id = _read(path) or {}, path.name.split(".")[0]
            person = people.get(record.get("person", ""))
            if record.get("state") != "failed" or record["at"] < since or person is None:
                continue
            digest = Digest(digest_id, person, record["title"], record["text"])
            send = _channels(home, configuration, digest).get(record["channel"])
            if send is not None:
                found.append(_deliver(home, digest, record["channel"], send, first_pause))
    return found


def _channels(home: Home, configuration: Messages, digest: Digest) -> dict[str, Channel]:
    person, found = digest.person, dict[str, Channel]()
    if person.portal:
        found["portal"] = lambda one: _to_portal(home, one)
    if person.email and configuration.smtp:
        found["mail"] = mail(configuration.smtp, person.email)
    if person.webhook:
        found["webhook"] = webhook(person)
    return found


def _deliver(home: Home, digest: Digest, channel: str, send: Channel, first_pause: float) -> Delivery:
    path = home.outbox / f"{digest.digest_id}.{channel}.json"
    record = _read(path) or {
        "person": digest.person.name,
        "channel": channel,
        "title": digest.title,
        "text": digest.text,
    }
    state, reason = str(record.get("state", "new")), record.get("reason")
    if state == "sending":
        state, reason = "uncertain", "上次发送时中断，不知是否送达，请人工确认"
    elif state in ("new", "failed"):
        _write(path, {**record, "state": "sending", "at": _time()})
        state, reason = _outcome(send, digest, first_pause)
    if (state, reason) != (record.get("state"), record.get("reason")):
        _write(path, {**record, "state": state, "reason": reason, "at": _time()})
    return Delivery(digest.person.name, channel, state, reason)


def _outcome(send: Channel, digest: Digest, first_pause: float) -> tuple[str, str | None]:
    try:
        patiently(send, digest, first_pause=first_pause)
    except NotSentError as error:
        return "failed", str(error)
    except RefusedError as error:
        return "refused", str(error)
    except UncertainError as error:
        return "uncertain", str(error)
    return "sent", None


def _to_portal(home: Home, digest: Digest) -> None:
    """Lay the digest where the portal shows it; writing it again changes nothing."""
    person = digest.person
    content = {
        "id": digest.digest_id,
        "person": person.name,
        "username": person.username and person.username.strip().lower(),
        "title": digest.title,
        "text": digest.text,
    }
    _write(home.portal_inbox / f"{digest.digest_id}.json", content)


def _read(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _write(path: Path, content: Mapping[str, Any]) -> None:
    """Replace a file by one rename, on disk before the next step is taken."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


@contextmanager
def _alone(home: Home) -> Iterator[None]:
    """Let one process at a time send; the lock of a killed one is released by the kernel."""
    folder = home.outbox
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _time() -> str:
    at: datetime = now()
    return at.isoformat(timespec="seconds")
