"""What was written: one talk per department and thing, its messages, and how far each person has read."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class About(models.TextChoices):
    """What a talk may be about."""

    FINDING = "finding", _("问题")
    SUBMISSION = "submission", _("报送")


class Talk(models.Model):
    """A finding or a submission (``about_id``) that the desk talks about with a department. ``title`` names it in words."""

    about = models.CharField(max_length=10, choices=About.choices)
    about_id = models.CharField(max_length=16)
    department = models.CharField(max_length=40)
    title = models.CharField(max_length=200)

    objects: ClassVar[models.Manager[Talk]] = models.Manager()

    class Meta:
        """One talk with a department about a thing."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["about", "about_id", "department"], name="talks_one_per_thing")
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.about_id} {self.department}"


class Message(models.Model):
    """Written once, never changed. ``from_desk`` is the side its author stood on when it was written."""

    talk = models.ForeignKey(Talk, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_desk = models.BooleanField()
    written_at = models.DateTimeField(auto_now_add=True)
    text = models.TextField(max_length=1000)

    objects: ClassVar[models.Manager[Message]] = models.Manager()

    class Meta:
        """As they were written."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.talk} {self.pk}"


class Read(models.Model):
    """The last message of a talk that a person has had on the screen."""

    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    last = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager[Read]] = models.Manager()

    class Meta:
        """One mark per person and talk."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["talk", "person"], name="talks_one_mark_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.talk}"
