"""The figures that leaders begin with."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.catalogue.figures import latest
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import warehouse


@open_to(Role.LEADER)
@require_GET
def home(request: Request) -> HttpResponse:
    """Show every indicator with its last figure, by the department that answers for it."""
    with warehouse() as opened:
        rows = [_measured(row) for row in latest(opened) if row["period"]]
    rows.sort(key=lambda row: (row["owner"], row["id"]))
    owners = [(owner, list(found)) for owner, found in groupby(rows, key=lambda row: row["owner"])]
    return render(request, "leader/home.html", {"owners": owners})


def _measured(row: dict[str, Any]) -> dict[str, Any]:
    """Add whether the target is reached; None without a target."""
    if row["target"] is None or row["direction"] not in ("正", "逆"):
        return {**row, "is_reached": None}
    above = Decimal(row["value"]) >= Decimal(row["target"])
    return {**row, "is_reached": above if row["direction"] == "正" else not above or row["value"] == row["target"]}
