"""The rules: what is checked, how strictly, and what it says."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.catalogue import register
from portal.people.access import open_to_everyone
from portal.people.request import Request
from sources.contract import load_catalog


@open_to_everyone()
@require_GET
def rules(request: Request) -> HttpResponse:
    """List the rules; ``?q=``, ``?level=`` and ``?form=`` narrow the list."""
    wanted = {name: request.GET.get(name, "").strip() for name in ("q", "level", "form")}
    found = register.rules(wanted["q"], wanted["level"], wanted["form"])
    open_now = register.open_findings(request.scope)
    context = {
        "rules": [(one, open_now.get(one.code)) for one in found],
        "wanted": wanted,
        "levels": register.LEVELS,
        "forms": sorted(load_catalog(), key=lambda form: form.code),
    }
    return render(request, "catalogue/rules.html", context)


@open_to_everyone()
@require_GET
def rule(request: Request, rule: str) -> HttpResponse:
    """Show the rules of one code: what each looks at, what it says, since when it holds."""
    found = register.of_code(rule)
    if not found:
        raise Http404
    shown = [
        {
            "rule": one,
            "says": register.said(one),
            "fields": register.fields_of(one),
            "looks_at": register.LOOKS_AT[one.looks_at],
        }
        for one in found
    ]
    context = {"code": rule, "shown": shown, "open": register.open_findings(request.scope).get(rule, 0)}
    return render(request, "catalogue/rule.html", context)
