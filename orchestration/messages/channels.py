"""The channels. Each sends one digest or says how it failed: not at all (try again), or nobody knows (never again).

Only failures before the other side took the message are tried again, with growing pauses.
"""

from __future__ import annotations

import http.client
import json
import os
import smtplib
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any

from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential, wait_random

from orchestration.messages.configuration import Person, Smtp
from orchestration.messages.digest import Digest

PASSWORD = "TAIZHANG_SMTP_PASSWORD"
SECONDS = 20
ATTEMPTS = 4

#: Sends one digest.
Channel = Callable[[Digest], None]


class NotSentError(Exception):
    """The other side did not take the message: it may be sent again."""


class RefusedError(Exception):
    """The other side will never take the message (address, key): trying again is of no use."""


class UncertainError(Exception):
    """The connection broke after the message was on its way: it may have arrived, so it is not sent again."""


def patiently(send: Channel, digest: Digest, *, first_pause: float = 1.0) -> None:
    """Send with up to ``ATTEMPTS`` attempts. Raises what the last one raised."""
    for attempt in Retrying(
        retry=retry_if_exception_type(NotSentError),
        stop=stop_after_attempt(ATTEMPTS),
        wait=wait_exponential(multiplier=first_pause, max=30) + wait_random(0, first_pause),
        reraise=True,
    ):
        with attempt:
            send(digest)


def mail(smtp: Smtp, address: str) -> Channel:
    """Return the channel to an e-mail address."""

    def send(digest: Digest) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = smtp.sender, address, digest.title
        message["Message-ID"] = f"<{digest.digest_id}@taizhang>"
        message.set_content(digest.text)
        server = _greeted(smtp)
        try:
            server.send_message(message)
        except smtplib.SMTPResponseException as error:
            raise (NotSentError if 400 <= error.smtp_code < 500 else RefusedError)(_said(error)) from error
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError) as error:
            raise RefusedError(_said(error)) from error
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise UncertainError(_said(error)) from error
        finally:
            server.close()

    return send


def _greeted(smtp: Smtp) -> smtplib.SMTP:
    """Return a connection on which a message may be sent; until then every failure may be tried again."""
    server: smtplib.SMTP | None = None
    try:
        kind = smtplib.SMTP_SSL if smtp.security == "tls" else smtplib.SMTP
        server = kind(smtp.host, smtp.port, timeout=SECONDS)
        if smtp.security == "starttls":
            server.starttls()
        if smtp.user:
            server.login(smtp.user, os.environ.get(PASSWORD, ""))
        return server
    except (smtplib.SMTPException, OSError) as error:
        if server is not None:
            server.close()
        wrong = isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPNotSupportedError)
        raise (RefusedError if wrong else NotSentError)(_said(error)) from error


def webhook(person: Person) -> Channel:
    """Return the channel to a person's webhook."""
    assert person.webhook is not None
    hook = person.webhook

    def send(digest: Digest) -> None:
        body = json.dumps(_BODIES[hook.kind](digest), ensure_ascii=False).encode()
        request = urllib.request.Request(
            hook.url, body, {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": digest.digest_id}
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                _check(answer.read(65536))
        except urllib.error.HTTPError as error:
            raise (NotSentError if error.code == 429 or error.code >= 500 else RefusedError)(_said(error)) from error
        except urllib.error.URLError as error:
            # urllib wraps what fails up to sending the request: nothing was taken yet.
            raise NotSentError(_said(error)) from error
        except (OSError, http.client.HTTPException) as error:
            raise UncertainError(_said(error)) from error

    return send


def _check(answer: bytes) -> None:
    """Look at the answer of a robot: WeCom and DingTalk say 200 and put their error into ``errcode``."""
    try:
        said = json.loads(answer or b"{}")
    except ValueError:
        return
    if isinstance(said, dict) and said.get("errcode"):
        raise RefusedError(f"{said['errcode']} {said.get('errmsg', '')}".strip())


_BODIES: Mapping[str, Callable[[Digest], dict[str, Any]]] = {
    "wecom": lambda digest: {"msgtype": "text", "text": {"content": f"{digest.title}\n{digest.text}"}},
    "dingtalk": lambda digest: {"msgtype": "text", "text": {"content": f"{digest.title}\n{digest.text}"}},
    "json": lambda digest: {"id": digest.digest_id, "title": digest.title, "text": digest.text},
}


def _said(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
