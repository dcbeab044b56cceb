"""Writing a message: what may stand in it, and what the log keeps of it."""

from __future__ import annotations

import hashlib
import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.models import Person
from portal.talks.models import About, Message, Talk
from portal.talks.reading import is_desk, mark_read

#: Characters of a message.
LONGEST = 1000
#: A resident's identity number (GB 11643) or a mobile phone, perhaps with blanks or hyphens in it.
_PERSONAL = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
    r"|(?<!\d)1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)"
)


def checked(text: str) -> str:
    """Return a message as it is kept. Raises ``ValidationError`` in words for an empty, long or personal one."""
    kept = "".join(letter for letter in text.replace("\r\n", "\n") if letter == "\n" or letter.isprintable()).strip()
    if not 0 < len(kept) <= LONGEST:
        raise ValidationError(_("请写明要说的事，不超过 %(most)s 个字。"), params={"most": LONGEST})
    if _PERSONAL.search(kept):
        raise ValidationError(_("留言里请不要写身份证号、手机号，写明是哪一行即可。"))
    return kept


def write(person: Person, about: About, about_id: str, department: str, title: str, text: str) -> Message:
    """Add a message to the talk with a department about a thing. Raises ``ValidationError``.

    The log keeps who wrote when about what, and the digest of the words, not the words.
    """
    kept = checked(text)
    with transaction.atomic():
        talk, _new = Talk.objects.get_or_create(
            about=about, about_id=about_id, department=department, defaults={"title": title[:200]}
        )
        message = Message.objects.create(talk=talk, author=person, from_desk=is_desk(person), text=kept)
        mark_read(person, talk)
        append(Act.MESSAGE_WRITTEN, person, about=about_id, kind=about, party=department, message=message.pk,
               sha256=hashlib.sha256(kept.encode()).hexdigest())  # fmt: skip
    return message
