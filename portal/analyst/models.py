"""Queries: each that was run, and those that people keep."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    """Where a query stands."""

    RUNNING = "running", _("运行中")
    DONE = "done", _("完成")
    FAILED = "failed", _("没有完成")


class QueryRun(models.Model):
    """One query on one release; its rows stand in ``folder`` for some days. ``trouble`` is for people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sql = models.TextField(max_length=20_000)
    release_id = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.RUNNING)
    trouble = models.TextField(blank=True)
    started_at = models.DateTimeField()

    objects: ClassVar[models.Manager[QueryRun]] = models.Manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-started_at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "-started_at"])]

    def __str__(self) -> str:
        return f"{self.release_id} {self.sql[:60]}"

    @property
    def folder(self) -> Path:
        """Where question and answer of the process stand."""
        root: Path = settings.FOLDER
        return root / "queries" / str(self.id)


class SavedQuery(models.Model):
    """A query that its owner keeps; ``is_shared`` lets the others who may query read and run it."""

    title = models.CharField(_("名称"), max_length=80)
    sql = models.TextField(max_length=20_000)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_shared = models.BooleanField(default=False)
    saved_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[models.Manager[SavedQuery]] = models.Manager()

    class Meta:
        """By title; a person has one of each title."""

        ordering: ClassVar[list[str]] = ["title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["owner", "title"], name="analyst_one_title_per_owner")
        ]

    def __str__(self) -> str:
        return f"{self.title}"
