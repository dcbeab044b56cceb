"""The marked workbook of a submission: what the department sent, with every finding at its cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.site.warehouse import home, warehouse
from portal.worker.models import Job
from portal.worker.trouble import TroubleError
from sources.contract import load_catalog
from sources.inbox import InboxError
from sources.published.errors import NothingPublishedError
from sources.published.findings import find
from sources.returned import NotJudgedError, file_name, read_returned, write_returned
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
        write_returned(home(), returned, job.folder / name, catalog, load_register(catalog))
    except NotJudgedError as error:
        raise TroubleError("这份报送还没有正式审核，请稍后再试。") from error
    except InboxError as error:
        raise TroubleError(str(error)) from error
    return {"file": name}


def _between(identity: str) -> list[dict[str, Any]]:
    """Return what the rules between submissions found; nothing before the first release."""
    try:
        with warehouse(unmasked=True) as opened:
            return find(opened.connection, {"status": "open", "submission_id": identity})
    except NothingPublishedError:
        return []
