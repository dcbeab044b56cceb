"""An uploaded workbook to its findings: the same reader and the same judge as at night, nothing is submitted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from expectations.check import Checked, check
from portal.worker.models import Job
from portal.worker.pictures import Place, pictures
from portal.worker.trouble import TroubleError
from sources.contract import Catalog, load_catalog
from sources.finding import Finding
from sources.inbox import now
from sources.inbox.store import write_json
from sources.reader.refusal import UnreadableError
from sources.reader.worker import Job as Reading
from sources.reader.worker import read_apart
from sources.returned.submission import place_of
from sources.rules import load_register

RESULT = "findings.json"
#: A picture is drawn for so many findings of a file; who has more corrects those first.
PICTURES = 300
_WEIGHT = {"mandatory": 0, "verify": 1, "notice": 2}


def uploaded(job: Job) -> Path:
    """Return the workbook that was uploaded. Raises ``TroubleError`` when it is gone."""
    path = job.folder / str(job.payload["file"])
    if not path.is_file():
        raise TroubleError("上传的文件已被清理，请重新上传。")
    return path


def check_workbook(job: Job, tell: Callable[[str], None]) -> dict[str, Any]:
    """Read and judge; write the findings beside the upload and return the summary.

    Payload: ``file``, ``sha256``, ``form`` and ``period`` (None: from the sheet). Result: ``verdict``, ``counts`` by
    level, ``tables`` (form, title, period, sheet, rows).
    """
    catalog = load_catalog()
    path = uploaded(job)
    tell("reading")
    asked = Reading(
        path, path.name, job.payload["sha256"], job.payload["form"], job.department or None, job.payload["period"]
    )
    reading = read_apart(asked, catalog)
    tell("judging")
    checked = check(reading, catalog, load_register(catalog), now().date())
    tell("drawing")
    findings = sorted(checked.findings, key=lambda finding: _WEIGHT[finding.level.value])
    write_json(job.folder / RESULT, _shown(path, findings, checked))
    return {
        "verdict": checked.verdict,
        "counts": dict(Counter(finding.level.value for finding in findings)),
        "tables": _tables(checked, catalog),
    }


def _tables(checked: Checked, catalog: Catalog) -> list[dict[str, Any]]:
    return [
        {
            "form": table.form,
            "title": catalog.forms[table.form].title,
            "department": table.department,
            "period": table.period,
            "sheet": table.sheet,
            "rows": len(table.rows),
        }
        for table in checked.reading.tables
    ]


def _shown(path: Path, findings: Sequence[Finding], checked: Checked) -> list[dict[str, Any]]:
    """Return the findings as rows, each with the picture of its cell where it has one."""
    headers = {table.sheet: table.header_rows[-1] for table in checked.reading.tables if table.header_rows}
    places: dict[int, Place] = {}
    for number, finding in enumerate(findings[:PICTURES]):
        place = place_of(finding.cell)
        if place and finding.sheet is not None:
            places[number] = Place(finding.sheet, *place, headers.get(finding.sheet))
    try:
        drawn = dict(zip(places, pictures(path, list(places.values())), strict=True)) if places else {}
    except UnreadableError:
        drawn = {}
    return [{**finding.as_row(), "picture": drawn.get(number)} for number, finding in enumerate(findings)]
