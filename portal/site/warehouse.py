"""Reading the warehouse: the current release, opened read-only for one request and closed with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sources.home import Home
from sources.published.errors import NothingPublishedError
from sources.published.read import connect, rows_of


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
def warehouse() -> Iterator[Warehouse]:
    """Open the current release. Raises ``NothingPublishedError`` before the first one."""
    connection = connect(home())
    try:
        yield Warehouse(connection)
    finally:
        connection.close()


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
