"""From an uploaded file to a job, and from a judged job to the inbox."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.clerk.models import Submission
from portal.people.duties import Duty, require
from portal.people.models import Person
from portal.people.roles import Role
from portal.site.warehouse import home
from portal.worker.models import FINDINGS, Job, Kind, State
from sources.contract import Form, load_catalog
from sources.inbox import InboxError
from sources.inbox import submit as put_into_inbox
from sources.inbox.store import write_json
from sources.periods import chinese
from sources.template import write_nil

#: File names longer than this lose their middle (bytes; file systems take 255).
_LONGEST = 180


def take_in(person: Person, file: UploadedFile, form: str | None, period: str | None) -> Job:
    """Keep an uploaded file and queue it to be judged."""
    name = file_name(file.name or "")
    job = Job(kind=Kind.CHECK, person=person, department=person.department)
    job.folder.mkdir(parents=True)
    digest = hashlib.sha256()
    with (job.folder / name).open("wb") as kept:
        for chunk in file.chunks():
            digest.update(chunk)
            kept.write(chunk)
    job.payload = {"file": name, "sha256": digest.hexdigest(), "size": file.size, "form": form, "period": period}
    with transaction.atomic():
        job.save()
        append(Act.WORKBOOK_UPLOADED, person, about=name, sha256=digest.hexdigest())
    return job


def send_nil(person: Person, form: Form, period: str) -> Submission:
    """Send the workbook that says that a form has nothing to report; made here, it needs no check before.

    The sheet names the department's reviewer, as every return must (rule A08). Raises ``InboxError`` when there is none or
    it cannot be taken in, and ``PermissionDenied`` for who does not send.
    """
    require(person, Duty.UPLOAD, {})
    reviewer = Person.objects.active().filter(role=Role.REVIEWER, department=person.department).first()
    if reviewer is None:
        raise InboxError(_("本部门还没有审核人，报表须写明审核人：请管理员添加，或下载模板填好后上传。"))
    job = Job(kind=Kind.CHECK, person=person, department=person.department, state=State.DONE)
    job.folder.mkdir(parents=True)
    name = file_name(f"{form.title}{chinese(period)}本期无.xlsx")
    path = job.folder / name
    write_nil(form, load_catalog(), path, period=period, department=person.department, filler=person.name,
              reviewer=reviewer.name)  # fmt: skip
    table = {"form": form.id, "title": form.title, "department": person.department, "period": period,
             "sheet": None, "rows": 0}  # fmt: skip
    job.payload = {"file": name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "size": path.stat().st_size,
                   "form": None, "period": None}  # fmt: skip
    job.result = {"verdict": "accepted", "counts": {}, "tables": [table]}
    write_json(job.findings_file, [])
    job.save()
    return send(person, job)


def file_name(given: str) -> str:
    """Return a name that is safe on disk and still the department's own."""
    name = PurePosixPath(given.replace("\\", "/")).name.strip().lstrip(".")
    name = "".join(letter for letter in name if letter.isprintable() and letter not in '<>:"|?*') or "workbook.xlsx"
    stem, dot, suffix = name.rpartition(".")
    if len(name.encode()) > _LONGEST:
        kept = (stem if dot else name).encode()[:_LONGEST].decode(errors="ignore")
        name = f"{kept}{dot}{suffix[:10]}" if dot else kept
    # The result stands in the same folder.
    return f"_{name}" if name == FINDINGS else name


def findings_of(job: Job) -> list[dict[str, Any]]:
    """Return the findings of a judged upload, worst first; none when its files were cleared away."""
    try:
        found: list[dict[str, Any]] = json.loads(job.findings_file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return found


def may_be_submitted(job: Job) -> bool:
    """Return whether a judged upload can land: nothing mandatory is open."""
    return job.state == State.DONE and job.result is not None and job.result["verdict"] == "accepted"


def send(person: Person, job: Job) -> Submission:
    """Put a judged upload into the inbox; a second time it is the same submission.

    Raises ``InboxError`` when the file cannot be taken in, and ``PermissionDenied`` for what cannot land.
    """
    require(person, Duty.UPLOAD, {})
    if not may_be_submitted(job):
        raise PermissionDenied
    asked = job.payload
    receipt = put_into_inbox(
        home(), job.folder / asked["file"], form=asked["form"], department=job.department, period=asked["period"]
    )
    with transaction.atomic():
        sent, is_new = Submission.objects.get_or_create(
            submission_id=receipt.submission_id,
            defaults={
                "job": job,
                "person": person,
                "department": job.department,
                "file": asked["file"],
                "tables": job.result["tables"],
                "counts": job.result["counts"],
                "sent_at": timezone.now(),
            },
        )
        if is_new:
            append(Act.WORKBOOK_SUBMITTED, person, about=asked["file"], submission_id=receipt.submission_id,
                   sha256=receipt.sha256)  # fmt: skip
    return sent
