"""The calendar: what is due when, on which work day, and what has come."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from portal.catalogue.schedule import Wanted, month_of
from portal.people.access import open_to_everyone
from portal.people.request import Request
from sources.contract import load_catalog
from sources.periods import first_day, kind_of
from sources.workdays import CalendarEndsError, calendar_warning


@open_to_everyone()
@require_GET
def schedule(request: Request) -> HttpResponse:
    """Show a month, this one by default; ``?department=`` and ``?form=`` narrow it."""
    today = timezone.now().date()
    wanted = Wanted(_first(request, today), request.GET.get("department", ""), request.GET.get("form", ""))
    fault = None
    try:
        found = month_of(wanted, request.scope, today)
    except CalendarEndsError as error:
        found, fault = None, str(error)
    catalog = load_catalog()
    departments = [code for code in catalog.code_lists["departments"].codes if request.scope.sees(code)]
    owed = [one for one in catalog if one.due and not {*departments}.isdisjoint(catalog.owing(one))]
    context = {
        "month": found,
        "wanted": wanted,
        "today": today,
        "fault": fault,
        "warning": calendar_warning(today),
        "forms": sorted(owed, key=lambda one: one.code),
        "departments": departments,
        "weekdays": [WEEKDAYS_ABBR[day] for day in range(7)] if get_language() == "en" else "一二三四五六日",
    }
    return render(request, "catalogue/schedule.html", context)


def _first(request: Request, today: date) -> date:
    asked = request.GET.get("month", "")
    if not asked:
        return today.replace(day=1)
    if kind_of(asked) != "month":
        raise Http404
    return first_day(asked)
