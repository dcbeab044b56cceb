"""The warehouse as tables and columns: what they are, where they come from, what uses them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.analyst.running import SCHEMAS
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home as zone_home
from sources.published.shelf import current
from sources.published.tables import Table, tables_of

#: Kinds of tables in the order in which people look for them; others follow by name.
_FIRST = ("指标", "事实", "维度")


@open_to(Role.ANALYST, Role.STEWARD)
@require_GET
def home(request: Request) -> HttpResponse:
    """List the tables of the current release by kind; ``?q=`` looks into titles, descriptions and columns."""
    release = current(zone_home())
    tables = tables_of(release).values()
    wanted = request.GET.get("q", "").strip()
    found = [table for table in tables if not wanted or _says(table, wanted.lower())]
    context = {
        "release": release,
        "has_catalogue": bool(tables),
        "layers": _by_layer(found),
        "count": len(found),
        "wanted": wanted,
    }
    return render(request, "analyst/home.html", context)


def _says(table: Table, word: str) -> bool:
    texts = [table.address, table.title, table.description]
    texts += [text for column in table.columns for text in (column.name, column.title)]
    return any(word in text.lower() for text in texts)


def _by_layer(tables: Iterable[Table]) -> list[tuple[str, list[Table]]]:
    def place(table: Table) -> tuple[int, str]:
        return (_FIRST.index(table.layer) if table.layer in _FIRST else len(_FIRST), table.layer)

    ordered = sorted(tables, key=lambda table: (*place(table), table.address))
    return [(layer, list(own)) for (_, layer), own in groupby(ordered, key=place)]


@open_to(Role.ANALYST, Role.STEWARD)
@require_GET
def table(request: Request, table: str) -> HttpResponse:
    """Show one table column by column."""
    release = current(zone_home())
    found = tables_of(release).get(table)
    if found is None:
        raise Http404
    context = {
        "release": release,
        "table": found,
        "is_read": found.schema in SCHEMAS.get(Role(request.user.role), ()),
    }
    return render(request, "analyst/table.html", context)
