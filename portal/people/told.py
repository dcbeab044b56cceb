"""The portal's inbox of a person: the messages that the daily round laid into ``portal-inbox`` for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from portal.people.models import Person
from portal.site.warehouse import home

#: Messages on the page, and files looked at for them, newest first.
SHOWN, LOOKED_AT = 30, 3000


def messages_of(person: Person) -> list[dict[str, Any]]:
    """Return the newest messages of a person: ``at`` (a date as text), ``title``, ``text``."""
    found: list[dict[str, Any]] = []
    for message in _newest():
        if _is_for(person, message):
            found.append({"at": message["id"][:10], "title": message["title"], "text": message["text"]})
        if len(found) == SHOWN:
            break
    return found


def _newest() -> Iterator[dict[str, Any]]:
    folder = home().portal_inbox
    names = sorted((path.name for path in folder.glob("[!.]*.json")), reverse=True) if folder.is_dir() else []
    for name in names[:LOOKED_AT]:
        message: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
        yield message


def _is_for(person: Person, message: dict[str, Any]) -> bool:
    """Say whose a message is: that of its user name; without one that of its name, when only one person bears it."""
    if message.get("username"):
        return bool(message["username"] == person.username)
    return bool(message["person"] == person.name) and Person.objects.active().filter(name=person.name).count() == 1
