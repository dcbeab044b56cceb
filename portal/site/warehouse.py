"""Reading the warehouse: the current release, opened read-only for one request and closed with it.

Between requests one connection keeps the file of the current release open: a first one costs 25 ms, one beside it none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sources.home import Home
from sources.published.errors import NothingPublishedError
from sources.published.read import connect, open_file, rows_of
from sources.published.restricted import unmask
from sources.published.shelf import current


@dataclass(frozen=True)
class Warehouse:
    """The current release and a connection to its file, for queries and for ``sources.published``."""

    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[dict[str, Any]]:
        """Return a query's rows as mappings of column to value."""
        return rows_of(self.connection, sql, values)

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first value of a query, None when it gives no row."""
        found = self.connection.execute(sql, values).fetchone()
        return found[0] if found else None


def home() -> Home:
    """Return the home that the portal serves."""
    found: Home = settings.HOME
    return found


@contextmanager
def warehouse(*, unmasked: bool = False) -> Iterator[Warehouse]:
    """Open the current release. Raises ``NothingPublishedError`` before the first one.

    ``unmasked`` is for pages of stewards, who judge every form, and of departments, who see what they sent and are asked.
    """
    connection = unmask(connect(home())) if unmasked else connect(home())
    _kept.keep(current(home()).warehouse)
    try:
        yield Warehouse(connection)
    finally:
        connection.close()


class _Kept:
    """The one connection that outlives requests; a newer release takes its place. Requests have their own."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._path: Path | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None

    def keep(self, path: Path) -> None:
        """Keep this file open instead of the one before."""
        if path == self._path:
            return
        with self._lock:
            if path != self._path:
                before, self._connection, self._path = self._connection, open_file(path), path
                if before is not None:
                    before.close()


_kept = _Kept()


class NothingPublishedMiddleware:
    """Before the first release, pages of figures say so and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show the empty state instead of the page; other exceptions go their way."""
        if isinstance(exception, NothingPublishedError):
            return render(request, "site/nothing_published.html")
        return None
