"""Signing in: throttled, one-time passwords changed first, sessions that end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password
from django.test import Client
from django.urls import reverse

from portal.audit.models import Act, Entry
from portal.people.models import Person
from portal.people.roles import Role
from portal.site import settings as ours
from tests.portal.conftest import PASSWORD

SIGN_IN = "/sign-in/"


def _sign_in(client: Client, username: str, password: str, **more: Any) -> Any:
    return client.post(SIGN_IN, {"username": username, "password": password}, **more)


def test_who_signs_in_comes_to_the_page_they_wanted(person: Callable[..., Person]) -> None:
    person(Role.STEWARD)
    client = Client()
    wanted = client.get("/releases/?page=2").headers["Location"]
    answer = client.post(wanted, {"username": "STEWARD", "password": PASSWORD})
    assert answer.headers["Location"] == "/releases/?page=2"


def test_another_site_is_never_the_wanted_page(person: Callable[..., Person]) -> None:
    person(Role.STEWARD)
    answer = Client().post(f"{SIGN_IN}?next=https://elsewhere.example/", {"username": "steward", "password": PASSWORD})
    assert answer.headers["Location"] == reverse("home")


def test_a_name_rests_after_five_wrong_passwords_even_for_the_right_one(person: Callable[..., Person]) -> None:
    person(Role.STEWARD)
    client = Client()
    statuses = [_sign_in(client, "steward", f"wrong-{number}").status_code for number in range(5)]
    assert statuses == [401, 401, 401, 401, 429]
    answer = _sign_in(client, "steward", PASSWORD)
    assert answer.status_code == 429
    assert "15 分钟" in answer.content.decode()
    assert Entry.objects.filter(act=Act.LOCKED_OUT, about="steward").exists()
    assert Entry.objects.filter(act=Act.SIGN_IN_FAILED, about="steward").count() == 6


def test_others_can_sign_in_while_a_name_rests(person: Callable[..., Person]) -> None:
    person(Role.STEWARD)
    person(Role.LEADER)
    client = Client()
    for number in range(5):
        _sign_in(client, "steward", f"wrong-{number}")
    assert _sign_in(client, "leader", PASSWORD).status_code == 302


def test_who_may_not_sign_in_learns_nothing(person: Callable[..., Person]) -> None:
    person(Role.LEADER, is_active=False)
    said = [_sign_in(Client(), name, PASSWORD).content.decode() for name in ("leader", "nobody")]
    assert all("用户名或密码不对" in page for page in said)


def test_a_one_time_password_opens_nothing_but_its_change(browse: Callable[..., Client], published: str) -> None:
    client = browse(Role.STEWARD, must_change_password=True)
    for page in ("/", "/desk/", "/releases/", "/log/"):
        assert client.get(page).headers["Location"] == reverse("people:password")


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (PASSWORD, "不能与原密码相同"),
        ("short-1", "至少"),
        ("1234567890123", "数字"),
        ("password123", "常见"),
        ("steward1234", "相似"),
    ],
)
def test_a_poor_password_is_refused(new: str, said: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD, must_change_password=True)
    given = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    answer = client.post(reverse("people:password"), given)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert Person.objects.get(username="steward").must_change_password


def test_a_changed_password_opens_the_portal_and_ends_other_sessions(browse: Callable[..., Client]) -> None:
    client, elsewhere = browse(Role.ADMINISTRATOR, must_change_password=True), browse(Role.ADMINISTRATOR)
    new = "Lantian-2026-mima"
    client.post(reverse("people:password"),
                {"old_password": PASSWORD, "new_password1": new, "new_password2": new})  # fmt: skip
    assert client.get("/people/").status_code == 200
    assert elsewhere.get("/people/").headers["Location"].startswith(reverse("people:sign_in"))
    assert Entry.objects.filter(act=Act.PASSWORD_CHANGED, actor="administrator").count() == 1


def test_who_is_deactivated_is_out_at_once(browse: Callable[..., Client]) -> None:
    client = browse(Role.LEADER)
    Person.objects.filter(username="leader").update(is_active=False)
    assert client.get("/indicators/").status_code == 302


def test_passwords_are_kept_with_argon2(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ours.PASSWORD_HASHERS
    assert identify_hasher(make_password("x")).algorithm == "argon2"


def test_forms_without_their_token_are_refused_in_words(person: Callable[..., Person]) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = _sign_in(client, "steward", PASSWORD)
    assert answer.status_code == 403
    assert "页面已过期" in answer.content.decode()
