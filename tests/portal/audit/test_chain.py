"""The log cannot be changed, and who changes it all the same is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from portal.audit.chain import append, head_file, verify
from portal.audit.models import Act, AppendOnlyError, Entry
from portal.people.models import Person
from portal.people.roles import Role


@pytest.fixture
def log(person: Callable[..., Person], django_capture_on_commit_callbacks: Callable[..., object]) -> list[Entry]:
    """Five entries, the head written as after a commit."""
    somebody = person(Role.STEWARD)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        return [append(Act.PERSON_ADDED, somebody, about=f"第{number}个", number=number) for number in range(1, 6)]


_TRIGGERS_GO = {
    "sqlite": [f"drop trigger if exists audit_entry_no_{act}" for act in ("update", "delete")],
    "postgresql": ["drop trigger if exists audit_entry_append_only on audit_entry"],
}


def _behind_our_back(sql: str) -> None:
    """Change the table as somebody with the database in hand would: the triggers go first."""
    with connection.cursor() as cursor:
        for statement in _TRIGGERS_GO[connection.vendor]:
            cursor.execute(statement)
        cursor.execute(sql)


def test_a_log_that_nobody_touched_holds(log: list[Entry]) -> None:
    assert verify().fault is None
    assert verify().count == 5


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("update audit_entry set about = '别的' where number = 3", "第 3 条的内容被改过"),
        ("update audit_entry set actor = 'somebody' where number = 1", "第 1 条的内容被改过"),
        ("update audit_entry set at = '2020-01-01 00:00:00' where number = 5", "第 5 条的内容被改过"),
        ("update audit_entry set more = '{}' where number = 2", "第 2 条的内容被改过"),
        ("delete from audit_entry where number = 3", "第 3 条不见了"),
        ("delete from audit_entry where number >= 4", "第 4 条到第 5 条不见了"),
        ("delete from audit_entry", "第 1 条到第 5 条不见了"),
        ("update audit_entry set digest = 'x' where number = 2", "第 2 条的内容被改过"),
        ("update audit_entry set number = 9 where number = 5", "第 5 条不见了"),
    ],
)
def test_whatever_is_changed_is_found(sql: str, said: str, log: list[Entry]) -> None:
    _behind_our_back(sql)
    fault = verify().fault
    assert fault is not None
    assert said in fault


def test_a_change_that_is_hashed_again_breaks_the_next_link(log: list[Entry]) -> None:
    changed = Entry.objects.get(number=2)
    changed.about = "别的"
    _behind_our_back(f"update audit_entry set about = '别的', digest = '{changed.computed()}' where number = 2")
    assert "第 3 条与前一条接不上" in str(verify().fault)


def test_a_log_that_is_written_anew_to_its_end_is_not_the_one_that_was_known(log: list[Entry]) -> None:
    previous = Entry.objects.get(number=4).digest
    for entry in Entry.objects.filter(number__gte=5).order_by("number"):
        entry.about, entry.previous = "别的", previous
        _behind_our_back(f"update audit_entry set about = '别的', digest = '{entry.computed()}' where number = 5")
    assert "不是当时记下的那一条" in str(verify().fault)


def test_model_and_database_refuse_changes(log: list[Entry]) -> None:
    entry = Entry.objects.get(number=3)
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        entry.delete()
    with pytest.raises(AppendOnlyError):
        Entry.objects.filter(number=3).delete()
    with pytest.raises(AppendOnlyError):
        Entry.objects.filter(number=3).update(about="别的")
    for sql in ("update audit_entry set about = 'x'", "delete from audit_entry"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert verify().fault is None


def test_an_act_that_is_undone_leaves_no_entry(log: list[Entry]) -> None:
    def act_and_fail() -> None:
        with transaction.atomic():
            append(Act.SIGNED_IN, None)
            raise RuntimeError("undone")

    with pytest.raises(RuntimeError, match="undone"):
        act_and_fail()
    assert verify().fault is None
    assert Entry.objects.count() == 5
    assert head_file().exists()


def test_the_administrator_finds_an_entry_and_verifies(log: list[Entry], browse: Callable[..., Client]) -> None:
    client = browse(Role.ADMINISTRATOR)
    page = client.get(reverse("audit:log"), {"who": "第3个"}).content.decode()
    assert "第3个" in page
    assert "第4个" not in page
    Client().post(reverse("people:sign_in"), {"username": "nobody", "password": "wrong"})
    assert '<span class="soft">来自</span> 127.0.0.1' in client.get(reverse("audit:log")).content.decode()
    assert "日志完好" in client.post(reverse("audit:verify")).content.decode()
    _behind_our_back("update audit_entry set about = '别的' where number = 2")
    assert "第 2 条的内容被改过" in client.post(reverse("audit:verify")).content.decode()
