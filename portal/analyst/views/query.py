"""SQL on the current release: asked, waited for, cancelled, exported."""

from __future__ import annotations

import re
import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.analyst import running
from portal.analyst.exporting import FORMATS
from portal.analyst.models import QueryRun, RunState
from portal.analyst.views.saved import seen
from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home
from sources.published.shelf import current

#: Characters of a query.
_LONGEST = 20_000
#: A table as the catalogue calls it, perhaps with its schema.
_TABLE = re.compile(r"(\w+\.)?\w{1,100}", re.ASCII)


@open_to(Role.ANALYST, Role.STEWARD)
@require_http_methods(["GET", "POST"])
def query(request: Request) -> HttpResponse:
    """Take a query and start it."""
    sql, fault = request.POST.get("sql", "").strip(), None
    if request.method == "POST":
        if not 0 < len(sql) <= _LONGEST:
            fault = _("请写一条查询，不超过 %(most)s 个字符。") % {"most": _LONGEST}
        else:
            try:
                return redirect("analyst:run", running.start(request.user, sql).pk)
            except running.BusyError as error:
                fault = str(error)
    return _page(request, sql or _example(request), fault=fault)


def _example(request: Request) -> str:
    """Return the query to begin with: a saved one, the first rows of a table, or an example."""
    asked = request.GET.get("saved", "")
    found = seen(request.user).filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else None
    table = request.GET.get("table", "")
    if not found and _TABLE.fullmatch(table):
        return f"select *\nfrom {table}\nlimit 100"
    return found.sql if found else "select indicator_id, period, value\nfrom indicator_values\norder by period desc"


def _page(request: Request, sql: str, *, run: QueryRun | None = None, fault: str | None = None) -> HttpResponse:
    context = {
        "sql": sql,
        "run": run,
        "result": running.result(run) if run else None,
        "formats": list(FORMATS),
        "fault": fault,
        "release": current(home()),
        "saved": seen(request.user).select_related("owner"),
        "recent": QueryRun.objects.filter(person=request.user)[:8],
        "limits": {"seconds": running.SECONDS, "rows": running.ROWS_KEPT, "shown": running.SHOWN},
    }
    return render(request, "analyst/query.html", context)


def _own(request: Request, run_id: uuid.UUID) -> QueryRun:
    found = get_object_or_404(QueryRun, pk=run_id, person=request.user)
    running.settle(found)
    return found


@open_to(Role.ANALYST, Role.STEWARD)
@require_GET
def run(request: Request, run_id: uuid.UUID) -> HttpResponse:
    """Show a query with its rows, or wait for them; htmx asks for the waiting part alone."""
    found = _own(request, run_id)
    if not getattr(request, "htmx", False):
        return _page(request, found.sql, run=found, fault=found.trouble or None)
    if found.state == RunState.RUNNING:
        return render(request, "analyst/running.html", {"run": found})
    return HttpResponse(status=204, headers={"HX-Refresh": "true"})


@open_to(Role.ANALYST, Role.STEWARD)
@require_POST
def cancel(request: Request, run_id: uuid.UUID) -> HttpResponse:
    """Stop a query."""
    running.cancel(_own(request, run_id))
    return redirect("analyst:run", run_id)


@open_to(Role.ANALYST, Role.STEWARD)
@require_GET
def export(request: Request, run_id: uuid.UUID) -> HttpResponse:
    """Give the rows as a file that says where they come from; the log keeps who took it."""
    found, ending = _own(request, run_id), request.GET.get("format", "xlsx")
    path = running.rows_file(found)
    if path is None or ending not in FORMATS:
        raise Http404
    append(Act.QUERY_EXPORTED, request.user, about=str(found.pk), release=found.release_id, format=ending)
    answer = HttpResponse(FORMATS[ending](path, found), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="query-{found.release_id}.{ending}"'
    return answer
