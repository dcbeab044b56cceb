"""What is published: the releases that are kept, each with its manifest."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.people.access import open_to_everyone
from portal.people.request import Request
from portal.site.paging import paged
from portal.site.warehouse import home
from sources.published.difference import diff
from sources.published.errors import UnknownReleaseError
from sources.published.release import Release
from sources.published.shelf import current_or_none, list_releases, show


@open_to_everyone()
@require_GET
def releases(request: Request) -> HttpResponse:
    """List the releases, newest first."""
    found = current_or_none(home())
    context = {"releases": list_releases(home()), "current_id": found.release_id if found else None}
    return render(request, "catalogue/releases.html", context)


@open_to_everyone()
@require_GET
def release(request: Request, release_id: str) -> HttpResponse:
    """Show a release: code, checks, tables, and the submissions in force that the person may see."""
    found = _release(release_id)
    inputs = [given for given in found.manifest["inputs"] if request.scope.sees(given.get("department"))]
    context = {
        "release": found,
        "manifest": found.manifest,
        "checks": [{**check, "state": "passed" if check["passed"] else "failed"} for check in found.manifest["checks"]],
        "tables": sorted(found.manifest["rows"].items()),
        "paged": paged(request, inputs),
        "hidden": len(found.manifest["inputs"]) - len(inputs),
    }
    return render(request, "catalogue/release.html", context)


@open_to_everyone()
@require_GET
def changes(request: Request, release_id: str) -> HttpResponse:
    """Show what changed since another release, by default the one before it."""
    found, kept = _release(release_id), list_releases(home())
    others = [one.release_id for one in kept if one.release_id != release_id]
    earlier = [one for one in others if one < release_id]
    asked = request.GET.get("since") or next(iter(earlier or others), None)
    if asked is not None and asked not in others:
        raise Http404
    difference = diff(_release(asked), found) if asked else None
    context: dict[str, Any] = {"release": found, "others": others, "since": asked, "difference": difference}
    if difference:
        moved = [*difference.submissions_in, *difference.submissions_out]
        context |= {
            "paged": paged(request, difference.values),
            "came": [one for one in difference.submissions_in if request.scope.sees(one.get("department"))],
            "went": [one for one in difference.submissions_out if request.scope.sees(one.get("department"))],
            "hidden": sum(not request.scope.sees(one.get("department")) for one in moved),
        }
    return render(request, "catalogue/changes.html", context)


@open_to_everyone()
@require_GET
def dictionary(request: Request, release_id: str) -> HttpResponseBase:
    """Give the workbook that explains tables, columns and indicators."""
    found = _release(release_id)
    if not found.dictionary.is_file():
        raise Http404
    name = f"dictionary-{found.release_id}.xlsx"
    return FileResponse(found.dictionary.open("rb"), as_attachment=True, filename=name)


def _release(release_id: str) -> Release:
    try:
        return show(home(), release_id)
    except UnknownReleaseError:
        raise Http404 from None
