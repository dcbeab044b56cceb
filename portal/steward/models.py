"""Waivers that were asked for and wait for a second person: the ledger only knows those that were approved."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class WaiverState(models.TextChoices):
    """Where a proposal stands."""

    WAITING = "waiting", _("等待批准")
    APPROVED = "approved", _("已批准")
    REFUSED = "refused", _("不同意")


class WaiverProposal(models.Model):
    """Somebody asks that a finding stand unpursued until ``valid_until``. ``message`` is what it said then."""

    finding_id = models.CharField(max_length=16)
    department = models.CharField(max_length=40, blank=True)
    message = models.TextField()
    reason = models.TextField(_("理由"), max_length=2000)
    evidence = models.TextField(_("依据"), max_length=2000)
    valid_until = models.DateField(_("有效期至"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=WaiverState.choices, default=WaiverState.WAITING)
    ruled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ruled_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[WaiverProposal]] = models.Manager()

    class Meta:
        """Newest first; one waiting proposal per finding."""

        ordering: ClassVar[list[str]] = ["-asked_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["finding_id"], condition=models.Q(state="waiting"), name="steward_one_waiting_proposal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding_id} {self.state}"
