"""What a day's reminders are: the digests of everybody, from the current release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from orchestration.messages.configuration import Messages, Person
from orchestration.messages.digest import Digest, digests, notice, open_items
from orchestration.night.failure_class import FailureClass
from sources.contract import load_catalog
from sources.home import Home
from sources.published.read import connect
from sources.published.returns import owed_again


def reminders(home: Home, configuration: Messages, today: date, drafts: Sequence[str] = ()) -> list[Digest]:
    """Return the digests of a day; ``drafts`` name letters that wait for a signature. Raises ``ReleaseError``."""
    with connect(home) as connection:
        items = open_items(connection, today, owed_again(home))
    return digests(items, configuration.people, today, load_catalog().code_lists["departments"].codes, drafts)


def alarms(configuration: Messages, of: FailureClass, today: date, about: str, title: str, text: str) -> list[Digest]:
    """Return a notice for each person whom a failed run concerns; ``about`` is its identity within the day."""
    return [notice(person, today, about, title, text) for person in concerned(configuration.people, of)]


def concerned(people: Sequence[Person], of: FailureClass) -> list[Person]:
    """Return whom a class of failures concerns: those who say so; else those who hear about all departments."""
    named = [person for person in people if of in person.failures]
    return named or [person for person in people if not person.departments]
