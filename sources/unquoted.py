"""What an error says without the values it quotes, for everything that is read by more people than the cells are.

Engines (DuckDB, Arrow, Python itself) repeat the value they stumble on: «Could not convert string '…'». What single
enterprises reported, ballots and people's names must reach no log, no message and none of Dagster's books that way. Our
own errors are sentences for people, and files are named by their paths: both stay as they are.
"""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType

_OURS = ("sources.", "expectations.", "orchestration.", "portal.")
_LEFT_OUT = "…"
#: A quoted text that names no Python file, what is called a value, or a number of five and more characters.
_VALUE = re.compile(r"'[^'\n]*'|\"(?![^\"\n]*\.py\")[^\"\n]*\"|(?<=\bvalue )\S+|(?<![\w.])[-+]?\d[\d,.]{4,}(?!\w)")
_ABOUT_SQL = re.compile(r"\b(Binder|Parser|Catalog|Compilation|Parsing) Error\b")
_FRAME = re.compile(r'^\s+File ".*", line \d+, in ')


def without_values(said: str) -> str:
    """Return a text with quoted texts and long numbers left out; errors about SQL itself quote names, which stay."""
    return said if _ABOUT_SQL.search(said) else _VALUE.sub(_LEFT_OUT, said)


def words_of(error: BaseException) -> str:
    """Return what an error says: as it is when it is ours or a file's, without values otherwise; empty when it is mute."""
    is_plain = isinstance(error, OSError) or type(error).__module__.startswith(_OURS)
    return str(error) if is_plain else without_values(str(error))


def frames_of(error: BaseException) -> str:
    """Return where an error came from: the lines of code, without what was in them."""
    return "".join(traceback.format_tb(error.__traceback__))


class UnquotedFormatter(logging.Formatter):
    """A log's formatter: tracebacks keep their frames and lose the values that their exceptions quote."""

    def formatException(  # noqa: N802 - named by logging
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Return the traceback, line by line."""
        lines = super().formatException(ei).splitlines()
        return "\n".join(line if _FRAME.match(line) else without_values(line) for line in lines)
