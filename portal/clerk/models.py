"""What was submitted through the portal, by whom and what was known of it then; what the department's reviewer signed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from portal.worker.models import Job


class Submission(models.Model):
    """One workbook that went into the inbox. ``tables`` and ``counts`` are the result of the check before it."""

    submission_id = models.CharField(max_length=16, unique=True)
    job = models.OneToOneField(Job, on_delete=models.PROTECT, related_name="submission")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=40)
    file = models.CharField(max_length=200)
    tables = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    sent_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Submission]] = models.Manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-sent_at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["department", "-sent_at"])]

    def __str__(self) -> str:
        return f"{self.file} {self.submission_id}"


class SignOff(models.Model):
    """部门审核: the department's reviewer stands behind a submission, whatever way it came. Once, and for good."""

    submission_id = models.CharField(max_length=16, unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=40)
    signed_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[SignOff]] = models.Manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-signed_at"]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.person}"
