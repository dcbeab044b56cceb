"""Administrators add people, change them, and give out passwords that work once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from portal.audit.models import Act, Entry
from portal.people.duties import Duty, OwnWorkError, require
from portal.people.models import Person
from portal.people.roles import Role
from portal.people.scope import Scope


def test_a_person_is_added_with_a_password_shown_once(browse: Callable[..., Client]) -> None:
    admin = browse(Role.ADMINISTRATOR)
    given = {"username": " ChenXiao ", "name": "陈晓", "role": "clerk", "department": "projects"}
    page = admin.post(reverse("people:add"), given).content.decode()
    password = re.search(r'class="password">([^<]+)<', page)
    assert password is not None
    added = Person.objects.get(username="chenxiao")
    assert added.check_password(password[1])
    assert added.must_change_password
    assert password[1] not in admin.get(reverse("people:person", args=[added.pk])).content.decode()
    assert Entry.objects.get(act=Act.PERSON_ADDED).about == "chenxiao"
    assert password[1] not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("role", "department", "said"),
    [("clerk", "", "必须属于一个部门"), ("leader", "projects", "其他角色请留空"), ("clerk", "nowhere", "nowhere")],
)
def test_role_and_department_must_go_together(
    role: str, department: str, said: str, browse: Callable[..., Client]
) -> None:
    given = {"username": "x", "name": "某人", "role": role, "department": department}
    page = browse(Role.ADMINISTRATOR).post(reverse("people:add"), given).content.decode()
    assert said in page
    assert not Person.objects.filter(username="x").exists()


def test_a_name_is_taken_whatever_its_case(browse: Callable[..., Client], person: Callable[..., Person]) -> None:
    person(Role.LEADER)
    given = {"username": "LEADER", "name": "某人", "role": "leader"}
    assert "已经有人用了" in browse(Role.ADMINISTRATOR).post(reverse("people:add"), given).content.decode()


def test_nobody_takes_away_their_own_administration(browse: Callable[..., Client]) -> None:
    client = browse(Role.ADMINISTRATOR)
    me = Person.objects.get(username="administrator")
    page = client.post(reverse("people:person", args=[me.pk]), {"name": me.name, "role": "leader", "is_active": "on"})
    assert "不能取消自己的管理员身份" in page.content.decode()
    assert Person.objects.get(pk=me.pk).role == Role.ADMINISTRATOR


def test_a_reset_password_ends_the_sessions_of_the_old_one(browse: Callable[..., Client]) -> None:
    leader = browse(Role.LEADER)
    found = Person.objects.get(username="leader")
    assert browse(Role.ADMINISTRATOR).post(reverse("people:reset", args=[found.pk])).status_code == 200
    assert leader.get("/indicators/").headers["Location"].startswith(reverse("people:sign_in"))


def test_a_person_of_a_department_role_without_department_sees_nothing() -> None:
    scope = Scope.of(Person(role=Role.CLERK, department=""))
    assert not scope.sees("projects")
    assert not scope.sees(None)
    assert not scope.sees("")
    assert scope.condition() == ("false", [])
    assert scope.rows(Person.objects.all()).query.is_empty()


def test_who_uploaded_neither_approves_nor_publishes(person: Callable[..., Person]) -> None:
    steward, other = person(Role.STEWARD), person(Role.STEWARD, username="other")
    require(steward, Duty.APPROVE, {Duty.UPLOAD: other.pk})
    with pytest.raises(OwnWorkError):
        require(steward, Duty.APPROVE, {Duty.UPLOAD: steward.pk})
    with pytest.raises(OwnWorkError):
        require(steward, Duty.PUBLISH, {Duty.UPLOAD: other.pk, Duty.APPROVE: steward.pk})
    with pytest.raises(PermissionDenied):
        require(person(Role.LEADER), Duty.APPROVE, {})
