"""What is known of a submission when it arrives: the file, who sent it, when, and what they said it is."""

from __future__ import annotations

import hashlib
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from sources.periods import SHANGHAI


class Receipt(BaseModel):
    """Written once beside the original. ``received_at`` is naive, Asia/Shanghai; ``known`` is not stored."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    submission_id: str
    file: str
    sha256: str
    size: int
    received_at: datetime
    arrival_known: bool = True
    form: str | None = None
    department: str | None = None
    period: str | None = None
    known: bool = False


def submission_id(sha256: str, form: str | None, department: str | None, period: str | None) -> str:
    """Return the id of a submission: 16 hexadecimal digits of its bytes and what the sender chose.

    The same bytes sent twice with the same choice are one submission.
    """
    chosen = "\x1f".join((sha256, form or "", department or "", period or ""))
    return hashlib.sha256(chosen.encode()).hexdigest()[:16]


def now() -> datetime:
    """Return the time in Shanghai without zone, to the second."""
    return datetime.now(SHANGHAI).replace(tzinfo=None, microsecond=0)
