"""Which function does which kind of job. A new kind is a line here and its module; workers import all of them once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from portal.worker.checking import check_workbook
from portal.worker.marking import mark_workbook
from portal.worker.models import Job, Kind
from portal.worker.picturing import picture_of_cell

#: Does a job, tells its steps, returns its result as plain JSON. Raises ``TroubleError`` with words for the person.
Doing: TypeAlias = Callable[[Job, Callable[[str], None]], dict[str, Any]]

KINDS: Mapping[str, Doing] = {Kind.CHECK: check_workbook, Kind.PICTURE: picture_of_cell, Kind.MARKED: mark_workbook}
