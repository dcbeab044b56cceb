"""What the department owes now, and what was sent last."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from portal.clerk.due import overdue_before, owed
from portal.clerk.models import Submission
from portal.clerk.signing import unsigned
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role


@open_to(Role.CLERK, Role.REVIEWER)
@require_GET
def home(request: Request) -> HttpResponse:
    """Show what is late, what is due, and the last submissions."""
    asked = owed(request.scope, timezone.now().date())
    context = {
        "owed": asked,
        "before": overdue_before(request.scope, asked),
        "recent": request.scope.rows(Submission.objects.all())[:5],
        "may_upload": request.user.role == Role.CLERK,
        "unsigned": unsigned(request.scope) if request.user.role == Role.REVIEWER else [],
    }
    return render(request, "clerk/home.html", context)
