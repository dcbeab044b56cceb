"""Queries that people keep, and share when they want to."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.analyst.models import SavedQuery
from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.access import open_to
from portal.people.models import Person
from portal.people.request import Request
from portal.people.roles import Role


def seen(person: Person) -> QuerySet[SavedQuery]:
    """Return a person's own queries and those that others share."""
    return SavedQuery.objects.filter(Q(owner=person) | Q(is_shared=True))


@open_to(Role.ANALYST, Role.STEWARD)
@require_POST
def save(request: Request) -> HttpResponse:
    """Keep a query under a title; the same title of the same owner is replaced."""
    title, sql = request.POST.get("title", "").strip()[:80], request.POST.get("sql", "").strip()[:20_000]
    if not title or not sql:
        messages.error(request, _("保存查询要写名称。"))
        return redirect("analyst:query")
    saved, _new = SavedQuery.objects.update_or_create(
        owner=request.user, title=title, defaults={"sql": sql, "is_shared": "is_shared" in request.POST}
    )
    append(Act.QUERY_SAVED, request.user, about=title)
    messages.success(request, _("已保存。"))
    return redirect(f"{reverse('analyst:query')}?saved={saved.pk}")


@open_to(Role.ANALYST, Role.STEWARD)
@require_POST
def remove(request: Request, saved_id: int) -> HttpResponse:
    """Remove an own query."""
    get_object_or_404(SavedQuery, pk=saved_id, owner=request.user).delete()
    return redirect("analyst:query")
