"""A real mail server and a real HTTP receiver on this machine, and what they got."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller


class MailServer:
    """Answers ``replies`` one after the other, then takes everything."""

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.taken: list[Any] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.replies:
            return self.replies.pop(0)
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@contextmanager
def mail_server(*replies: str) -> Iterator[tuple[MailServer, int]]:
    handler = MailServer(*replies)
    # The controller greets itself on the port it was given, so 0 will not do.
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield handler, port
    finally:
        controller.stop()


@contextmanager
def http_receiver(*answers: tuple[int, str] | None) -> Iterator[tuple[list[dict[str, Any]], str]]:
    """Yield what was received and the address; each answer is (status, body), None hangs up without one."""
    received: list[dict[str, Any]] = []
    waiting = list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = waiting.pop(0) if waiting else (200, '{"errcode": 0}')
            if answer is None:
                self.close_connection = True
                return
            body = answer[1].encode()
            self.send_response(answer[0])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield received, f"http://127.0.0.1:{server.server_port}/hook"
    finally:
        server.shutdown()
        server.server_close()
