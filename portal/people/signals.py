"""Signing in and out goes into the log, whatever page or library did it."""

from __future__ import annotations

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.models import Person


@receiver(user_logged_in)
def _signed_in(request: HttpRequest, user: Person, **_: Any) -> None:
    append(Act.SIGNED_IN, user, address=_address(request))


@receiver(user_logged_out)
def _signed_out(request: HttpRequest, user: Person | None, **_: Any) -> None:
    if user is not None:
        append(Act.SIGNED_OUT, user, address=_address(request))


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    append(Act.SIGN_IN_FAILED, None, about=str(credentials.get("username", ""))[:60], address=_address(request))


@receiver(user_locked_out)
def _locked_out(request: HttpRequest, username: str | None = None, **_: Any) -> None:
    append(Act.LOCKED_OUT, None, about=(username or "")[:60], address=_address(request))


def _address(request: HttpRequest | None) -> str:
    return request.META.get("REMOTE_ADDR", "") if request is not None else ""
