"""Taking jobs out of the queue and putting their results back. Several workers may do so at the same time."""

from __future__ import annotations

import os
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from portal.people.models import Person
from portal.worker.models import Job, State

#: A job that ends its worker twice is not tried a third time.
ATTEMPTS = 2
#: The worker shows every few seconds that it lives.
ALIVE_SECONDS = 15

#: So many jobs of one person may wait: nobody fills the queue for the others.
WAITING_PER_PERSON = 20


def has_room(person: Person) -> bool:
    """Return whether a person may put another job into the queue."""
    waiting = Job.objects.filter(person=person, state__in=(State.WAITING, State.RUNNING))
    return waiting.count() < WAITING_PER_PERSON


def me() -> str:
    """Return the name of this worker: host and process."""
    return f"{socket.gethostname()}:{os.getpid()}"


def claim() -> Job | None:
    """Return the next job, now this worker's; None when nothing waits.

    People take turns: the job of whoever was served longest ago goes first, of one person the one that has waited longest.
    """
    served = Job.objects.filter(person=OuterRef("person"), started_at__isnull=False).order_by("-started_at")
    waiting = Job.objects.filter(state=State.WAITING).annotate(served_at=Subquery(served.values("started_at")[:1]))
    in_turn = waiting.order_by(F("served_at").asc(nulls_first=True), "created_at")
    for identity in in_turn.values_list("pk", flat=True)[:5]:
        taken = Job.objects.filter(pk=identity, state=State.WAITING).update(
            state=State.RUNNING, worker=me(), started_at=timezone.now()
        )
        if taken:
            job = Job.objects.get(pk=identity)
            job.attempts += 1
            job.save(update_fields=["attempts"])
            return job
    return None


def tell(job: Job, step: str) -> None:
    """Note what the worker is at."""
    Job.objects.filter(pk=job.pk).update(step=step)


def done(job: Job, result: dict[str, Any]) -> None:
    """Put the result back."""
    Job.objects.filter(pk=job.pk).update(state=State.DONE, step="", result=result, finished_at=timezone.now())


def failed(job: Job, trouble: str) -> None:
    """Give a job up and say why."""
    Job.objects.filter(pk=job.pk).update(state=State.FAILED, step="", trouble=trouble[:300], finished_at=timezone.now())


def recover() -> None:
    """Put back what workers that died were busy with; what killed its worker twice is given up."""
    for job in Job.objects.filter(state=State.RUNNING):
        if _lives(job.worker):
            continue
        if job.attempts >= ATTEMPTS:
            failed(job, "审核这个文件时程序两次中断，文件结构可能异常；请另存为 .xlsx 再试，或交给管理员")
        else:
            Job.objects.filter(pk=job.pk, worker=job.worker).update(state=State.WAITING, step="", worker="")


def _lives(worker: str) -> bool:
    host, _, process = worker.rpartition(":")
    if worker == me():
        return False
    if host != socket.gethostname():
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def alive_file() -> Path:
    """Return the file that the worker touches while it lives."""
    folder: Path = settings.FOLDER
    return folder / "worker.alive"


def show_alive() -> None:
    """Touch the file, at most every few seconds."""
    path = alive_file()
    with suppress(FileNotFoundError):
        if time.time() - path.stat().st_mtime < ALIVE_SECONDS / 3:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def seems_alive() -> bool:
    """Return whether a worker showed itself lately, or is busy with a job."""
    try:
        recent = time.time() - alive_file().stat().st_mtime < ALIVE_SECONDS
    except FileNotFoundError:
        return False
    return recent or Job.objects.filter(state=State.RUNNING).exists()
