"""Indicators: the list, one with its trend, and the cells behind a figure."""

from __future__ import annotations

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.catalogue import figures as shown
from portal.catalogue.awaited import awaited
from portal.catalogue.vintages import vintages as published_values
from portal.people.access import open_to, open_to_everyone
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.site.warehouse import Warehouse, home, warehouse
from sources.contract import load_catalog
from sources.published.figures import Figures
from sources.published.shelf import current, list_releases
from sources.published.tracing import why_no_cells

#: Administrators look after people; cells of departments are not theirs to read.
_SEE_CELLS = (Role.CLERK, Role.REVIEWER, Role.STEWARD, Role.ANALYST, Role.LEADER)


@open_to_everyone()
@require_GET
def indicators(request: Request) -> HttpResponse:
    """List the indicators with their last figures."""
    wanted = request.GET.get("q", "").strip()
    with warehouse() as opened:
        rows = shown.latest(opened)
    if wanted:
        rows = [row for row in rows if wanted.lower() in f"{row['id']} {row['name']}".lower()]
    return render(request, "catalogue/indicators.html", {"rows": rows, "wanted": wanted})


@open_to_everyone()
@require_GET
def indicator(request: Request, indicator_id: str) -> HttpResponse:
    """Show an indicator: its figure in a period, the trend, its definition in words; without any, what it waits for."""
    with warehouse() as opened:
        figures = shown.figures_or_none(opened, indicator_id, request.GET.get("period"))
        if figures is None:
            return _waiting(request, opened, indicator_id)
        found = shown.definitions(opened, figures.own[0]["id"])
        periods = shown.periods_of(opened, figures)
        drawn = shown.series(opened, figures)
    context = {
        "figures": figures,
        "definition": found[0],
        "fields": _fields(found[0]),
        "versions": found,
        "periods": periods,
        "drawn": shown.as_table(drawn),
        "sees_cells": Role(request.user.role) in _SEE_CELLS,
    }
    return render(request, "catalogue/indicator.html", context)


@open_to_everyone()
@require_GET
def vintages(request: Request, indicator_id: str) -> HttpResponse:
    """Show every value that was published for a period, and what changed it."""
    release = current(home())
    with warehouse() as opened:
        figures = _figures(opened, indicator_id, request.GET.get("period"))
        found = published_values(opened, figures, release.release_id, request.scope)
        periods = shown.periods_of(opened, figures)
    kept = {one.release_id for one in list_releases(home())}
    context = {
        "figures": figures,
        "vintages": found,
        "kept": kept,
        "periods": periods,
        "many_scopes": len({one.row["scope"] for one in found}) > 1,
        "sees_cells": Role(request.user.role) in _SEE_CELLS,
    }
    return render(request, "catalogue/vintages.html", context)


@open_to_everyone()
@require_GET
def values(request: Request, indicator_id: str) -> HttpResponse:
    """Give a chart what it draws."""
    with warehouse() as opened:
        return JsonResponse(shown.series(opened, _figures(opened, indicator_id, None)))


@open_to(*_SEE_CELLS)
@require_GET
def trace(request: Request, indicator_id: str) -> HttpResponse:
    """Show the cells behind a figure, as far as they are the person's to see."""
    with warehouse() as opened:
        figures = _figures(opened, indicator_id, request.GET.get("period"))
        traced = shown.traced(opened, figures, request.scope)
    reasons = why_no_cells(traced.rows)
    context = {"figures": figures, "traced": traced, "paged": paged(request, traced.rows), "reasons": reasons}
    return render(request, "catalogue/trace.html", context)


def _waiting(request: Request, opened: Warehouse, indicator_id: str) -> HttpResponse:
    found = shown.definitions(opened, indicator_id)
    if not found or shown.figures_or_none(opened, indicator_id, None):
        raise Http404
    context = {
        "definition": found[0],
        "fields": _fields(found[0]),
        "versions": found,
        "awaited": awaited(opened, found[0], request.scope),
    }
    return render(request, "catalogue/awaited.html", context)


def _fields(definition: dict[str, str | None]) -> list[tuple[str, str]]:
    """Return the fields of forms that an indicator is made of, as (form, field): those that the form has."""
    forms, fields = ((definition[key] or "").split("、") for key in ("forms", "fields"))
    catalog = load_catalog().forms
    return [(form, field) for form in forms for field in fields if form in catalog and field in catalog[form].fields]


def _figures(opened: Warehouse, indicator_id: str, period: str | None) -> Figures:
    found = shown.figures_or_none(opened, indicator_id, period)
    if found is None:
        raise Http404
    return found
