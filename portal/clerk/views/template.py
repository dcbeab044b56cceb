"""The workbook to fill in, with what the department need not type again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.http import FileResponse, Http404, HttpResponseBase
from django.views.decorators.http import require_GET

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home, warehouse
from sources.contract import load_catalog
from sources.periods import chinese, kind_of
from sources.published.errors import NothingPublishedError
from sources.returned import opening_of
from sources.template import write_rows

_WAITING = "select distinct submission_id from fct_submissions where awaits_correction and department = ?"


@open_to(Role.CLERK, Role.REVIEWER)
@require_GET
def template(request: Request, form_id: str) -> HttpResponseBase:
    """Give the workbook of ``?period=`` with the rows that the own department had accepted last, and opening values.

    It may hold names and phones, so only the department that sent them gets it, and the log keeps who took it.
    """
    form, period = load_catalog().forms.get(form_id), request.GET.get("period", "")
    if form is None or kind_of(period) is None:
        raise Http404
    department = request.user.department
    begun = opening_of(home(), form, department, period, without=_waiting(department))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{form.title}{chinese(period)}.xlsx"
        write_rows(form, load_catalog(), path, begun.rows, period=period, department=department)
        append(Act.TEMPLATE_DOWNLOADED, request.user, about=path.name, form=form.id, rows=len(begun.rows),
               taken_from=begun.taken_from or "")  # fmt: skip
        # The open file outlives its folder.
        return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


def _waiting(department: str) -> set[str]:
    """Return the submissions that wait for a correction: they opened nothing yet."""
    try:
        with warehouse() as opened:
            return {row["submission_id"] for row in opened.rows(_WAITING, [department])}
    except NothingPublishedError:
        return set()
