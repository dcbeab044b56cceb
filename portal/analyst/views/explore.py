"""Metrics by period and dimension: the same definitions as the nightly figures, asked anew."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.analyst import running
from portal.analyst.exploring import DRAWN, Asked, answer, asked, by_line, drawn, said
from portal.analyst.exporting import FORMATS
from portal.analyst.metrics import metrics, sql_of
from portal.analyst.models import QueryRun, RunState
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home
from sources.published.semantic import Metrics
from sources.published.shelf import current


@open_to(Role.ANALYST, Role.STEWARD)
@require_http_methods(["GET", "POST"])
def explore(request: Request) -> HttpResponse:
    """Show what a metric can be asked, and ask it: a query like any other, in the log with its release."""
    known = metrics()
    if known is None:
        return render(request, "analyst/explore.html", {"release": current(home())})
    found = asked(request.POST if request.method == "POST" else request.GET, known)
    fault = _fault(found)
    if request.method == "POST" and fault is None:
        try:
            started = running.start(request.user, sql_of(found.question))
        except running.BusyError as error:
            fault = str(error)
        else:
            return redirect(f"{reverse('analyst:explored', args=[started.pk])}?{found.query}")
    return render(request, "analyst/explore.html", _context(known, found) | {"fault": fault})


@open_to(Role.ANALYST, Role.STEWARD)
@require_GET
def explored(request: Request, run_id: uuid.UUID) -> HttpResponse:
    """Show an answer as chart and table, or wait for it; the SQL stands beside it."""
    run, known = _own(request, run_id), metrics()
    if getattr(request, "htmx", False):
        if run.state == RunState.RUNNING:
            return render(request, "analyst/running.html", {"run": run, "address": request.get_full_path()})
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if known is None:
        raise Http404
    found = asked(request.GET, known)
    result = running.result(run)
    if result and answer(running.table(run)) is None:
        return redirect("analyst:run", run.pk)
    context = _context(known, found) | {"run": run, "fault": run.trouble or None, "result": result}
    if result:
        dimension = next((one.title for one in context["dimensions"] if one.name == found.question.dimension), "")
        context["heads"] = [_("期间"), _("口径"), *([dimension] if len(result.columns) == 4 else []), _("数值")]
        context["rows"] = [[said(name, value) for name, value in zip(result.columns, row, strict=True)]
                           for row in result.rows]  # fmt: skip
    return render(request, "analyst/explore.html", context)


@open_to(Role.ANALYST, Role.STEWARD)
@require_GET
def values(request: Request, run_id: uuid.UUID) -> HttpResponse:
    """Give the chart of an answer what it draws."""
    run, known = _own(request, run_id), metrics()
    table = answer(running.table(run))
    if known is None or table is None:
        raise Http404
    meta = known.indicators[asked(request.GET, known).question.indicator]
    columns = [column.to_pylist() for column in table.columns]
    return JsonResponse(drawn(table.column_names, zip(*columns, strict=True), meta))


def _own(request: Request, run_id: uuid.UUID) -> QueryRun:
    found = get_object_or_404(QueryRun, pk=run_id, person=request.user)
    running.settle(found)
    return found


def _fault(found: Asked) -> str | None:
    words = {"month": _("月份应形如 2026-03，在 2000 年到 2040 年之间。"), "range": _("开始月份应不晚于结束月份。")}
    return words.get(found.fault or "")


def _context(known: Metrics, found: Asked) -> dict[str, Any]:
    meta = known.indicators[found.question.indicator]
    return {
        "release": current(home()),
        "lines": by_line(known),
        "meta": meta,
        "question": found.question,
        "query": found.query,
        "grains": known.grains(meta["id"]),
        "dimensions": known.dimensions(meta["id"]),
        "formats": list(FORMATS),
        "drawn": DRAWN,
        "limits": {"seconds": running.SECONDS, "rows": running.ROWS_KEPT, "shown": running.SHOWN},
    }
