"""Adding people and changing what they may do: every change goes through here and into the log."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.models import Person
from portal.people.passwords import one_time_password
from portal.people.roles import OF_ONE_DEPARTMENT, Role
from sources.contract import load_catalog


def department_names() -> dict[str, str]:
    """Return code → Chinese name of every department."""
    return load_catalog().code_lists["departments"].codes


def add_person(
    username: str, name: str, role: Role, department: str = "", *, password: str | None = None, by: Person | None = None
) -> str:
    """Add a person and return the password to hand over, which must be changed at the first sign-in.

    Raises ``ValidationError`` in the words that a form or a command shows.
    """
    person = Person(username=username.strip().lower(), name=name.strip(), role=role, department=department)
    check_department(role, department)
    if password is not None:
        validate_password(password, person)
    given = password or one_time_password()
    person.set_password(given)
    person.full_clean(exclude=["password"])
    with transaction.atomic():
        person.save()
        append(Act.PERSON_ADDED, by, about=person.username, role=role, department=department)
    return given


def check_department(role: str, department: str) -> None:
    """Raise ``ValidationError`` unless exactly the roles of one department have one, and it exists."""
    if Role(role) not in OF_ONE_DEPARTMENT:
        if department:
            raise ValidationError({"department": _("只有填报人和部门审核人属于一个部门，其他角色请留空。")})
        return
    if department not in department_names():
        raise ValidationError({"department": _("填报人和部门审核人必须属于一个部门，请选择。")})


def change_person(person: Person, *, by: Person) -> None:
    """Save a changed person. Nobody takes away their own administration. Raises ``ValidationError``."""
    check_department(person.role, person.department)
    if person.pk == by.pk and (person.role != Role.ADMINISTRATOR or not person.is_active):
        raise ValidationError(_("不能取消自己的管理员身份，请由另一位管理员操作。"))
    with transaction.atomic():
        person.save()
        append(Act.PERSON_CHANGED, by, about=person.username, role=person.role, department=person.department,
               is_active=person.is_active)  # fmt: skip


def reset_password(person: Person, *, by: Person | None = None) -> str:
    """Give a person a new one-time password and return it."""
    given = one_time_password()
    person.set_password(given)
    person.must_change_password = True
    with transaction.atomic():
        person.save()
        append(Act.PASSWORD_RESET, by, about=person.username)
    return given
