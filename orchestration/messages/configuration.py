"""``<home>/messages.toml``: who is told, and through which channels. No file, or ``enabled = false``: nobody is told.

Passwords stand in the environment (``TAIZHANG_SMTP_PASSWORD``), never in the file.
"""

from __future__ import annotations

import tomllib
from typing import Literal

from pydantic import ValidationError

from orchestration.night.failure_class import FailureClass
from sources.contract.strict import Strict
from sources.home import Home
from sources.published.errors import ReleaseError


class Smtp(Strict):
    """The mail server. ``security``: starttls, tls from the start, or none (a server on this machine)."""

    host: str
    port: int = 25
    sender: str
    security: Literal["none", "starttls", "tls"] = "starttls"
    user: str | None = None


class Webhook(Strict):
    """Where a group or a person reads: the robots of WeCom and DingTalk, or any receiver of ``{"id", "title", "text"}``."""

    kind: Literal["wecom", "dingtalk", "json"]
    url: str


class Person(Strict):
    """Somebody who is told about some departments (none: about all), through every channel that is given.

    ``failures``: the classes of failed runs of which this person is told. ``username``: under which they sign in to
    the portal; without it the portal goes by the name, when only one person bears it.
    """

    name: str
    departments: tuple[str, ...] = ()
    failures: tuple[FailureClass, ...] = ()
    email: str | None = None
    webhook: Webhook | None = None
    portal: bool = True
    username: str | None = None


class Messages(Strict):
    """The whole configuration."""

    enabled: bool = False
    smtp: Smtp | None = None
    people: tuple[Person, ...] = ()


def load_configuration(home: Home) -> Messages:
    """Read the configuration of a home; nothing is enabled without one. Raises ``ReleaseError`` naming file and key."""
    path = home.root / "messages.toml"
    if not path.is_file():
        return Messages()
    try:
        found = Messages.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReleaseError(f"{path} 不是合法的 TOML：{error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise ReleaseError(f"{path}：{'.'.join(map(str, first['loc']))}：{first['msg']}") from error
    mailed = [person.name for person in found.people if person.email]
    if mailed and found.smtp is None:
        raise ReleaseError(f"{path}：{'、'.join(mailed)} 有邮箱，但没有 [smtp]")
    names = [person.name for person in found.people]
    if len(set(names)) < len(names):
        raise ReleaseError(f"{path}：people 中有重名，请加以区分")
    return found
