"""Processes that live as long as a command: started together, restarted when they die, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

#: Seconds that a child has to end by itself before it is killed.
PATIENCE = 10.0
_LOOK_EVERY = 1.0
#: A child that dies at once is started again only after this pause, doubled every time up to a minute.
_FIRST_PAUSE = 1.0


@dataclass
class Child:
    """One process: what to run, with which environment beside ours, and where its words go."""

    command: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    pause: float = _FIRST_PAUSE
    again_at: float = 0.0

    def start(self) -> None:
        """Start it in a group of its own: Ctrl-C reaches us, and we end the whole group in order."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def look(self, now: float) -> None:
        """Start it again when it died, a little later each time."""
        if self.process is None or self.process.poll() is None:
            return
        if not self.again_at:
            self.again_at, self.pause = now + self.pause, min(2 * self.pause, 60.0)
        elif now >= self.again_at:
            self.again_at = 0.0
            self.start()

    def signal(self, number: int) -> None:
        """Send a signal to its whole group."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


class Children:
    """Use as a context: all run inside it, none is left behind it."""

    def __init__(self, children: Sequence[Child]) -> None:
        self._children = children
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="children", daemon=True)

    def __enter__(self) -> Self:
        for child in self._children:
            child.start()
        self._watcher.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._ended.set()
        self._watcher.join()
        for child in self._children:
            child.signal(signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        for child in self._children:
            if child.process is not None:
                try:
                    child.process.wait(max(0.0, until - time.monotonic()))
                except subprocess.TimeoutExpired:
                    child.signal(signal.SIGKILL)
                    child.process.wait()
                # Its own children may outlive it.
                child.signal(signal.SIGKILL)

    def _watch(self) -> None:
        while not self._ended.wait(_LOOK_EVERY):
            for child in self._children:
                child.look(time.monotonic())
