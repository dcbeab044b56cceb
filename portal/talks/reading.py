"""Which talks a person sees, and what in them is new to that person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from portal.people.models import Person
from portal.people.request import Request
from portal.people.roles import OF_ONE_DEPARTMENT, Role
from portal.people.scope import Scope
from portal.talks.models import About, Message, Read, Talk


@dataclass(frozen=True)
class Spoken:
    """How many messages a talk has, and how many of them are new to who asks."""

    count: int
    unread: int


def is_desk(person: Person) -> bool:
    """Say on which side of a talk a person stands."""
    return Role(person.role) not in OF_ONE_DEPARTMENT


def seen(scope: Scope) -> QuerySet[Talk]:
    """Return the talks in scope: those of the own department, or all of them."""
    return scope.rows(Talk.objects.all())


def _unread(person: Person) -> Q:
    """Return what makes a message of a talk new: the other side wrote it after the last one read."""
    return Q(messages__from_desk=not is_desk(person)) & Q(messages__pk__gt=F("last_read"))


def _marked(talks: QuerySet[Talk], person: Person) -> QuerySet[Talk]:
    mark = Read.objects.filter(talk=OuterRef("pk"), person=person).values("last")[:1]
    return talks.annotate(
        last_read=Coalesce(Subquery(mark, output_field=BigIntegerField()), 0, output_field=BigIntegerField())
    )


def unread_count(request: Request) -> int:
    """Return how many talks have something new for who asks."""
    talks = _marked(seen(request.scope), request.user)
    return talks.filter(_unread(request.user)).distinct().count()


def listed(request: Request) -> QuerySet[Talk, dict[str, Any]]:
    """Return the talks in scope, those with something new first, then the newest.

    Keys: ``about``, ``about_id``, ``department``, ``title``, ``spoken`` and ``unread`` (counts), ``newest_at``.
    """
    newest = Message.objects.filter(talk=OuterRef("pk")).order_by("-pk")
    talks = _marked(seen(request.scope), request.user).annotate(
        spoken=Count("messages"),
        unread=Count("messages", filter=_unread(request.user)),
        newest_at=Subquery(newest.values("written_at")[:1]),
    )
    return talks.order_by("-unread", "-newest_at", "pk").values(
        "about", "about_id", "department", "title", "spoken", "unread", "newest_at"
    )


def spoken(request: Request, about: About, ids: Iterable[str]) -> Mapping[str, Spoken]:
    """Return thing → how much was said about it, of the things that were spoken about."""
    counted: dict[str, Spoken] = {}
    for talk in listed(request).filter(about=about, about_id__in=list(ids)):
        before = counted.get(talk["about_id"], Spoken(0, 0))
        counted[talk["about_id"]] = Spoken(before.count + talk["spoken"], before.unread + talk["unread"])
    return counted


def said(talk: Talk) -> list[Message]:
    """Return the messages of a talk as they were written, with their authors."""
    return list(Message.objects.filter(talk=talk).select_related("author"))


def mark_read(person: Person, talk: Talk) -> None:
    """Remember that the person has had the whole talk on the screen."""
    last = Message.objects.filter(talk=talk).last()
    if last is not None:
        Read.objects.update_or_create(talk=talk, person=person, defaults={"last": last})
