"""What the log keeps beside an act, called as people call it; an entry itself is never changed."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

DETAILS = {
    "address": _("来自"),
    "count": _("条数"),
    "decision_id": _("决定编号"),
    "department": _("部门"),
    "findings": _("问题"),
    "form": _("表"),
    "format": _("格式"),
    "holds": _("是否完好"),
    "is_active": _("可以登录"),
    "kind": _("种类"),
    "message": _("留言编号"),
    "move": _("操作编号"),
    "party": _("与哪个部门"),
    "reason": _("理由"),
    "release": _("版本"),
    "role": _("角色"),
    "rows": _("行数"),
    "saved": _("保存的查询"),
    "sha256": "SHA-256",
    "sql": "SQL",
    "submission_id": _("报送编号"),
    "taken_from": _("带入自"),
    "to": _("分派给"),
    "undo": _("撤销编号"),
    "until": _("到期"),
    "what": _("事项"),
}


@register.filter
def detail(name: str) -> str:
    """Say what a detail is; one without words keeps its name."""
    return str(DETAILS.get(name, name))
