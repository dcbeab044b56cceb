"""The portal's inbox: each person sees their own messages and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from orchestration.messages.configuration import Messages
from orchestration.messages.configuration import Person as Recipient
from orchestration.messages.digest import notice
from orchestration.messages.outbox import deliver
from portal.people.models import Person
from portal.people.roles import Role
from sources.home import Home


def tell(home: Home, recipient: Recipient, *titles: str) -> None:
    told = [notice(recipient, date(2026, 4, day), title, title, f"内容{title}") for day, title in enumerate(titles, 1)]
    deliver(home, Messages(enabled=True), told)


def page(client: Client) -> str:
    return client.get(reverse("people:messages")).content.decode()


@pytest.mark.django_db
def test_a_person_reads_their_messages_newest_first(browse: Callable[..., Client], home: Home) -> None:
    clerk = browse(Role.CLERK)
    me = Person.objects.get(role=Role.CLERK)
    tell(home, Recipient(name="别名", username=f" {me.username.upper()} "), "甲", "乙")
    text = page(clerk)
    assert "内容甲" in text
    assert text.index("内容乙") < text.index("内容甲")


@pytest.mark.django_db
def test_nobody_reads_the_messages_of_others(browse: Callable[..., Client], home: Home) -> None:
    clerk = browse(Role.CLERK)
    tell(home, Recipient(name="别人"), "甲")
    tell(home, Recipient(name=Person.objects.get(role=Role.CLERK).name, username="somebody"), "乙")
    assert "内容" not in page(clerk)
    assert "没有消息" in page(clerk)


@pytest.mark.django_db
def test_a_name_that_two_bear_is_nobodys(
    browse: Callable[..., Client], person: Callable[..., Person], home: Home
) -> None:
    clerk = browse(Role.CLERK)
    me = Person.objects.get(role=Role.CLERK)
    tell(home, Recipient(name=me.name), "甲")
    assert "内容甲" in page(clerk)
    other = person(Role.CLERK, "finance", username="namesake")
    Person.objects.filter(pk=other.pk).update(name=me.name)
    assert "内容甲" not in page(clerk)
