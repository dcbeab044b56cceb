"""The served portal for benchmarks: `taizhang serve` over a home, and people who are signed in."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from bench.measure import home, taizhang


@dataclass(frozen=True)
class Served:
    """Where the portal answers, and (role, session) of each of its people."""

    address: str
    people: list[tuple[str, str]]

    def enter(self, session: str) -> requests.Session:
        """Return a client with somebody's session."""
        client = requests.Session()
        client.trust_env = False
        client.cookies.set("taizhang_session", session)
        return client


@contextmanager
def served(zone: Path) -> Iterator[Served]:
    """Serve a home on a free port of loopback until the block ends."""
    environment = {**os.environ, **home(zone)}
    command = [sys.executable, "-m", "bench.portal_people"]
    root = Path(__file__).parents[1]
    listed = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=True)
    people = [(one["role"], one["session"]) for one in json.loads(listed.stdout)]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, *taizhang("serve", "--no-dagster", "--port", str(port))]
    process = subprocess.Popen(command, env=environment, cwd=root, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address)
        yield Served(address, people)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _wait(address: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            requests.get(f"{address}/health/", timeout=5)
            return
        except requests.ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
