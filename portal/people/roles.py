"""The roles that people have, one each."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person does here. Clerks and reviewers belong to one department, the others see all of them."""

    CLERK = "clerk", _("填报人")
    REVIEWER = "reviewer", _("部门审核人")
    STEWARD = "steward", _("汇总岗")
    ANALYST = "analyst", _("分析员")
    LEADER = "leader", _("领导")
    ADMINISTRATOR = "administrator", _("管理员")


#: Roles that see one department only: their own.
OF_ONE_DEPARTMENT = frozenset({Role.CLERK, Role.REVIEWER})
EVERYONE = frozenset(Role)
