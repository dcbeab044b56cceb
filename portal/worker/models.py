"""The queue: one row per thing that a person asked for and that takes longer than a page may take."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

FINDINGS = "findings.json"


class Kind(models.TextChoices):
    """What the worker can do; ``kinds`` says which function does it."""

    CHECK = "check", _("审核上传的工作簿")
    PICTURE = "picture", _("显示原件中的一处")
    MARKED = "marked", _("生成标注件")


class State(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("排队")
    RUNNING = "running", _("处理中")
    DONE = "done", _("完成")
    FAILED = "failed", _("没有完成")


class Job(models.Model):
    """``payload`` and ``result`` are plain JSON; what is larger stands in ``folder``.

    ``step`` says in one word what the worker is at, ``trouble`` (for people) why a job failed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField(max_length=20, blank=True)
    payload = models.JSONField(default=dict)
    result = models.JSONField(null=True)
    trouble = models.CharField(max_length=300, blank=True)
    worker = models.CharField(max_length=80, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Job]] = models.Manager()

    class Meta:
        """First come, first served."""

        ordering: ClassVar[list[str]] = ["created_at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "created_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def folder(self) -> Path:
        """Where the files of the job stand."""
        root: Path = settings.FOLDER
        return root / "jobs" / str(self.id)

    @property
    def findings_file(self) -> Path:
        """Where the worker puts the findings of a checked workbook, worst first."""
        return self.folder / FINDINGS

    @property
    def is_finished(self) -> bool:
        """Whether the worker is through with it."""
        return self.state in (State.DONE, State.FAILED)
