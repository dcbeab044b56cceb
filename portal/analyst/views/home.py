"""The warehouse as tables."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home as zone_home
from portal.site.warehouse import warehouse
from sources.published.shelf import current

_TABLES = """
    select table_name as name, count(*) as columns
    from information_schema.columns
    where table_schema = 'main' and (starts_with(table_name, 'fct_') or starts_with(table_name, 'dim_')
        or starts_with(table_name, 'indicator_'))
    group by all
    order by name
"""


@open_to(Role.ANALYST)
@require_GET
def home(request: Request) -> HttpResponse:
    """List the tables of the current release with their sizes."""
    with warehouse() as opened:
        tables = opened.rows(_TABLES)
    release = current(zone_home())
    rows = release.manifest["rows"]
    tables = [{**table, "rows": rows.get(table["name"])} for table in tables]
    return render(request, "analyst/home.html", {"tables": tables, "release": release})
