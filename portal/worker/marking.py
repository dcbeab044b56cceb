"""The marked workbook of a submission: what the department sent, with every finding at its cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.site.warehouse import home, warehouse
from portal.talks.models import About, Message
from portal.worker.models import Job
from portal.worker.trouble import TroubleError
from sources.contract import load_catalog
from sources.inbox import InboxError
from sources.published.errors import NothingPublishedError
from sources.published.findings import find
from sources.returned import NotJudgedError, Remark, Returned, file_name, read_returned, write_returned
from sources.rules import load_register


def mark_workbook(job: Job, tell: Callable[[str], None]) -> dict[str, Any]:
    """Write it into the job's folder. Payload: ``submission_id``. Result: ``file``, its name."""
    tell("reading")
    identity = job.payload["submission_id"]
    catalog = load_catalog()
    try:
        returned = read_returned(home(), identity, more=_between(identity))
        name = file_name(returned.receipt)
        job.folder.mkdir(parents=True, exist_ok=True)
        tell("drawing")
        write_returned(home(), returned, job.folder / name, catalog, load_register(catalog), _remarks(returned))
    except NotJudgedError as error:
        raise TroubleError("这份报送还没有正式审核，请稍后再试。") from error
    except InboxError as error:
        raise TroubleError(str(error)) from error
    return {"file": name}


def _remarks(returned: Returned) -> list[Remark]:
    """Return what was written to whoever sent it about the submission and its findings, talk by talk."""
    sent_by = returned.receipt.department
    departments = {sent_by} if sent_by else {part.department for part in returned.parts if part.department}
    findings = {one.finding_id for one in returned.findings}
    things = {(About.SUBMISSION, returned.receipt.submission_id), *((About.FINDING, one) for one in findings)}
    messages = Message.objects.filter(talk__department__in=departments).select_related("talk")
    return [
        Remark(one.talk.title, "汇总岗" if one.from_desk else "部门", one.written_at, one.text)
        for one in messages.order_by("talk", "pk")
        if (one.talk.about, one.talk.about_id) in things
    ]


def _between(identity: str) -> list[dict[str, Any]]:
    """Return what the rules between submissions found; nothing before the first release."""
    try:
        with warehouse(unmasked=True) as opened:
            return find(opened.connection, {"status": "open", "submission_id": identity})
    except NothingPublishedError:
        return []
