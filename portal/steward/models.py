"""What the desk keeps beside the ledger: waivers that wait for a second person, and what stewards did, to be undone."""

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


class MoveKind(models.TextChoices):
    """What a steward may do with findings and submissions, and take back."""

    ACCEPT = "accept", _("接受说明")
    RETURN = "return", _("退回说明")
    WAIVE = "waive", _("批准豁免")
    SEND_BACK = "send_back", _("退回整份报送")
    IDENTIFY = "identify", _("判断名称")
    PERIOD = "period", _("期间锁定与更正")
    ASSIGN = "assign", _("分派")
    SNOOZE = "snooze", _("暂缓")
    WAKE = "wake", _("恢复处理")
    UNDO = "undo", _("撤销")


class Move(models.Model):
    """One thing that somebody did, with all findings it was done to; never changed: what undoes it is another move.

    ``decisions`` are the ids that it put into the ledger; assigning and snoozing put none there, for they change nothing
    about a figure. ``assignee`` (None: nobody) and ``until`` (the day on which it comes back) belong to those two.
    """

    kind = models.CharField(max_length=12, choices=MoveKind.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    about = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True, max_length=2000)
    decisions = models.JSONField(default=list)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    until = models.DateField(null=True)
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, related_name="undone", null=True)

    objects: ClassVar[models.Manager[Move]] = models.Manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "-at"])]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind}"

    @property
    def word(self) -> str:
        """What was done, in words."""
        return str(MoveKind(self.kind).label)


class Moved(models.Model):
    """A finding that a move was about, and what it was like then (``moves.stamp``): a snooze ends when that changes."""

    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="findings")
    finding_id = models.CharField(max_length=16, db_index=True)
    stamp = models.CharField(max_length=16)

    objects: ClassVar[models.Manager[Moved]] = models.Manager()

    class Meta:
        """A finding stands in a move once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["move", "finding_id"], name="steward_finding_once_in_a_move")
        ]

    def __str__(self) -> str:
        return f"{self.move.pk} {self.finding_id}"
