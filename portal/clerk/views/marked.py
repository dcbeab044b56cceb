"""The marked workbook of a submission: ordered from the worker, waited for, downloaded."""

from __future__ import annotations

import uuid

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from portal.audit.chain import append
from portal.audit.models import Act
from portal.clerk.inbox import received
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.worker import queue
from portal.worker.models import Job, Kind, State
from portal.worker.views import own_job

_MAY = (Role.CLERK, Role.REVIEWER, Role.STEWARD)


@open_to(*_MAY)
@require_POST
def mark(request: Request, submission_id: str) -> HttpResponse:
    """Order the marked workbook of a submission that is seen."""
    found = received(request.scope, submission_id)
    if not queue.has_room(request.user):
        return HttpResponse(status=429)
    asked = {"submission_id": submission_id, "file": found.receipt.file}
    job = Job.objects.create(kind=Kind.MARKED, person=request.user, department=request.user.department, payload=asked)
    return redirect("clerk:marked", job.pk)


@open_to(*_MAY)
@require_GET
def marked(request: Request, job_id: uuid.UUID) -> HttpResponse:
    """Wait for it, then offer it."""
    job = own_job(request, job_id)
    if not job.is_finished:
        return render(request, "clerk/waiting.html", {"job": job, "worker_is_alive": queue.seems_alive()})
    return render(request, "clerk/marked.html", {"job": job})


@open_to(*_MAY)
@require_GET
def file(request: Request, job_id: uuid.UUID) -> HttpResponseBase:
    """Give the marked workbook; the log keeps who took it."""
    job = own_job(request, job_id)
    if job.kind != Kind.MARKED or job.state != State.DONE or job.result is None:
        raise Http404
    path = job.folder / job.result["file"]
    if not path.is_file():
        raise Http404
    append(Act.MARKED_DOWNLOADED, request.user, about=path.name, submission_id=job.payload["submission_id"])
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
