"""The loop of the worker: claim, do, put back; whatever a job does to it, the next one is done."""

from __future__ import annotations

import logging
import shutil
import signal
import time
from collections.abc import Mapping
from datetime import timedelta
from types import FrameType

from django.db import close_old_connections
from django.utils import timezone

from portal.worker import queue
from portal.worker.kinds import KINDS, Doing
from portal.worker.models import Job
from portal.worker.trouble import TroubleError

_log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.25
#: Uploads that were never submitted, and results, are kept so long.
KEPT = timedelta(days=30)
_CLEAN_EVERY = 3600.0


class Stop:
    """Set by a signal; the job at hand is finished first."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


def work(stop: Stop) -> None:
    """Work until asked to stop."""
    queue.recover()
    cleaned = 0.0
    while not stop.asked:
        close_old_connections()
        queue.show_alive()
        if not work_off_one():
            if time.monotonic() - cleaned > _CLEAN_EVERY or not cleaned:
                remove_old()
                cleaned = time.monotonic()
            time.sleep(PAUSE_SECONDS)


def work_off_one(kinds: Mapping[str, Doing] = KINDS) -> bool:
    """Do the next job; return whether there was one."""
    job = queue.claim()
    if job is None:
        return False
    try:
        queue.done(job, kinds[job.kind](job, lambda step: queue.tell(job, step)))
    except TroubleError as error:
        queue.failed(job, str(error))
    except Exception:
        _log.exception("job %s (%s) failed", job.pk, job.kind)
        queue.failed(job, "审核程序出错，已记入日志。请重试一次；仍不行请把文件交给管理员。")
    return True


def remove_old() -> None:
    """Remove the files of jobs that nobody needs any more; what was submitted is in the inbox."""
    for job in Job.objects.filter(created_at__lt=timezone.now() - KEPT):
        shutil.rmtree(job.folder, ignore_errors=True)
