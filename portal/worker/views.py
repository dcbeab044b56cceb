"""How far a job is: asked by htmx while a page waits. Pages include ``worker/waiting.html`` to wait for one."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from portal.people.access import open_to_everyone
from portal.people.request import Request
from portal.worker import queue
from portal.worker.models import Job, Kind, State


def own_job(request: Request, job_id: uuid.UUID) -> Job:
    """Return a job of the person who asks; anybody else's does not exist. Raises ``Http404``."""
    return get_object_or_404(Job, pk=job_id, person=request.user)


@open_to_everyone()
@require_GET
def job(request: Request, job_id: uuid.UUID) -> HttpResponse:
    """Say what the worker is at; when it is through, show the picture or lead to the result."""
    found = own_job(request, job_id)
    if not found.is_finished:
        context = {"job": found, "worker_is_alive": queue.seems_alive()}
        return render(request, "worker/waiting.html", context)
    if found.kind == Kind.PICTURE:
        return render(request, "worker/picture_answer.html", {"job": found, "failed": found.state == State.FAILED})
    if found.kind == Kind.CHECK:
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("clerk:check", args=[found.pk])})
    if found.kind == Kind.MARKED:
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("clerk:marked", args=[found.pk])})
    raise Http404
