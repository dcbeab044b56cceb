"""What people see when a page cannot be shown: what happened and where to go on, never a traceback."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from portal.people.duties import OwnWorkError


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _page(request, 400, _("请求不完整"), _("请返回上一页重试。"))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    said = str(exception) if isinstance(exception, OwnWorkError) else _("你的角色不包括这一页。需要时请联系管理员。")
    return _page(request, 403, _("不能打开"), said)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: also what belongs to another department does not exist."""
    return _page(request, 404, _("没有这一页"), _("地址可能写错了，或内容已不存在，或属于其他部门。"))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without anything that may be what is broken (database, session)."""
    return HttpResponse(render_to_string("site/error_bare.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without its token."""
    return _page(request, 403, _("页面已过期"), _("请返回上一页，刷新后再提交一次。"))


def _page(request: HttpRequest, status: int, title: str, said: str) -> HttpResponse:
    context: dict[str, Any] = {"status": status, "title": title, "said": said}
    return render(request, "site/error.html", context, status=status)
