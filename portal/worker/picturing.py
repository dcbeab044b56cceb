"""The picture of one cell of a submission, as it was sent: the last step of a trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.utils import column_index_from_string

from portal.site.warehouse import home, warehouse
from portal.worker.models import Job
from portal.worker.pictures import Place, pictures
from portal.worker.trouble import TroubleError
from sources.contract import load_catalog
from sources.inbox import InboxError, original
from sources.published.errors import NothingPublishedError
from sources.reader.refusal import UnreadableError
from sources.reader.sheet_name import worksheet_of
from sources.returned.submission import place_of


def picture_of_cell(job: Job, tell: Callable[[str], None]) -> dict[str, Any]:
    """Draw it. Payload: ``submission_id``, ``sheet``, ``cell``. Result: ``picture`` (``pictures``), names masked."""
    tell("reading")
    identity, sheet = job.payload["submission_id"], job.payload["sheet"]
    place = place_of(job.payload["cell"])
    if place is None:
        raise TroubleError("单元格地址不对。")
    try:
        path = original(home(), identity)
        (picture,) = pictures(path, [Place(sheet, *place, masked=_personal(identity, sheet))])
    except (InboxError, UnreadableError) as error:
        raise TroubleError(str(error)) from error
    if picture is None:
        raise TroubleError(f"原件里没有工作表“{sheet}”。")
    return {"picture": picture}


def _personal(identity: str, sheet: str) -> frozenset[int]:
    """Return the columns that hold people's names and phones: these stay in the raw layer."""
    names = {(form.id, name) for form in load_catalog() for name, field in form.fields.items() if field.personal}
    page = worksheet_of(sheet)
    sql = "select form, field, column_letter from stg_inbox__columns where submission_id = ? and split_part(sheet, ':', 1) = ?"
    try:
        with warehouse() as opened:
            read = opened.rows(sql, [identity, page])
    except NothingPublishedError:
        read = []
    return frozenset(
        column_index_from_string(row["column_letter"]) for row in read if (row["form"], row["field"]) in names
    )
