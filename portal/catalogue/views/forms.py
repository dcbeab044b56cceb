"""The forms as they are declared: columns, units, allowed values, rules; and the workbook to fill in."""

from __future__ import annotations

import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.people.access import open_to_everyone
from portal.people.request import Request
from sources.contract import Form, load_catalog
from sources.periods import chinese, kind_of
from sources.rules import load_register
from sources.template import write_template
from sources.template.columns import kind_in_words

#: Longer lists of allowed values are cut on the page; the template has all of them.
_SHOWN_CHOICES = 12


@open_to_everyone()
@require_GET
def forms(request: Request) -> HttpResponse:
    """List the forms by department; a clerk's own department stands first."""
    own = request.user.department
    ordered = sorted(load_catalog(), key=lambda form: (form.department != own, form.department, form.code))
    by_department = [(code, list(found)) for code, found in groupby(ordered, key=lambda form: form.department)]
    return render(request, "catalogue/forms.html", {"by_department": by_department})


@open_to_everyone()
@require_GET
def form(request: Request, form_id: str) -> HttpResponse:
    """Show one form: what a department promises, column by column, and what it is checked for."""
    found = _form(form_id)
    register = load_register(load_catalog())
    context = {
        "form": found,
        "columns": [_column(found, name) for name in found.fields],
        "key": [found.fields[name].title for name in found.key],
        "rules": sorted(
            (rule for rule in register if found.id in rule.forms),
            key=lambda rule: (["mandatory", "verify", "notice"].index(rule.level.value), rule.code),
        ),
    }
    return render(request, "catalogue/form.html", context)


def _form(form_id: str) -> Form:
    found = load_catalog().forms.get(form_id)
    if found is None:
        raise Http404
    return found


def _column(form: Form, name: str) -> dict[str, Any]:
    field = form.fields[name]
    choices = load_catalog().choices(form, name)
    return {
        "name": name,
        "field": field,
        "kind": kind_in_words(field),
        "choices": choices[:_SHOWN_CHOICES],
        "more_choices": max(0, len(choices) - _SHOWN_CHOICES),
        "is_key": name in form.key,
    }


@open_to_everyone()
@require_GET
def template(request: Request, form_id: str) -> HttpResponseBase:
    """Give the workbook to fill in, for the period in ``?period=`` when there is one."""
    found = _form(form_id)
    period = request.GET.get("period") or None
    if period is not None and kind_of(period) is None:
        raise Http404
    department = request.user.department or None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{found.title}{chinese(period) if period else ''}.xlsx"
        write_template(found, load_catalog(), path, period=period, department=department)
        # The open file outlives its folder.
        return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
