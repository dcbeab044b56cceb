"""With which department the desk talks about a finding or a submission; what a person does not see does not exist."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from portal.clerk.inbox import Received, received
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.templatetags.showing import form_title
from portal.site.templatetags.showing import period as period_said
from portal.site.warehouse import warehouse
from portal.talks.models import About, Talk
from portal.talks.reading import seen
from sources.published.errors import NothingPublishedError


@dataclass(frozen=True)
class Subject:
    """What is talked about. ``department`` is the party, ``url`` the page of the thing, ``said`` what it says itself."""

    about: About
    about_id: str
    department: str
    title: str
    said: str = ""
    url: str = ""


#: The department that is asked answers, whoever sent the figure (as in ``clerk.answering``).
_FINDING = """
    select finding_id, rule, form, period, cell, message, group_id, submission_id,
        coalesce(asked_department, department) as party
    from fct_findings
    where finding_id = ? and not is_trial
    order by is_open desc, is_in_force desc
    limit 1
"""


def finding(request: Request, finding_id: str) -> Subject:
    """Return a finding as a subject: of the release, or one that was talked about before. Raises ``Http404``."""
    try:
        with warehouse() as opened:
            rows = opened.rows(_FINDING, [finding_id])
    except NothingPublishedError:
        rows = []
    if not rows or not rows[0]["party"]:
        return _remembered(request, About.FINDING, finding_id)
    row = rows[0]
    request.scope.check(row["party"])
    title = f"{row['rule']} {form_title(row['form'])} {period_said(row['period'])} {row['cell'] or ''}".strip()
    at_desk = request.user.role == Role.STEWARD
    url = reverse("steward:group", args=[row["group_id"]]) if at_desk else reverse("clerk:findings") + f"#{finding_id}"
    return Subject(About.FINDING, finding_id, row["party"], title, row["message"], url)


def submission(request: Request, submission_id: str) -> Subject:
    """Return a submission as a subject. Raises ``Http404`` for one that is not seen or belongs to several departments."""
    found = received(request.scope, submission_id)
    party = party_of(found)
    if party is None:
        raise Http404
    return Subject(About.SUBMISSION, submission_id, party, found.receipt.file,
                   url=reverse("clerk:receipt", args=[submission_id]))  # fmt: skip


def party_of(found: Received) -> str | None:
    """Return the department that sent a submission; None when its sheets name several."""
    named = {part["department"] for part in found.tables} - {None}
    return found.receipt.department or (named.pop() if len(named) == 1 else None)


def _remembered(request: Request, about: About, about_id: str) -> Subject:
    """Return a thing that is gone from the release but was talked about."""
    talk: Talk | None = seen(request.scope).filter(about=about, about_id=about_id).first()
    if talk is None:
        raise Http404
    return Subject(about, about_id, talk.department, talk.title)
