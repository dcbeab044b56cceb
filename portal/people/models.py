"""A person who may enter the portal."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.people.roles import OF_ONE_DEPARTMENT, Role


class People(BaseUserManager["Person"]):
    """Finds people."""

    def active(self) -> models.QuerySet[Person]:
        """Return the people who may sign in."""
        return self.filter(is_active=True)


class Person(AbstractBaseUser):
    """``name`` is the Chinese name on pages and receipts, ``department`` a code of codes/departments.csv or empty."""

    username = models.CharField(_("用户名"), max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(_("姓名"), max_length=60)
    role = models.CharField(_("角色"), max_length=20, choices=Role.choices)
    department = models.CharField(_("部门"), max_length=40, blank=True)
    is_active = models.BooleanField(_("可以登录"), default=True)
    #: The password was given out, not chosen: it opens nothing but the page on which it is changed.
    must_change_password = models.BooleanField(default=True)
    added_at = models.DateTimeField(_("添加时间"), auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    class Meta:
        """A department exactly for the roles that belong to one."""

        ordering: ClassVar[list[str]] = ["department", "username"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(role__in=sorted(OF_ONE_DEPARTMENT)) ^ models.Q(department=""),
                name="people_department_for_department_roles",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; names are told apart without regard to case."""
        self.username = self.username.strip().lower()
        super().save(*args, **kwargs)
