"""Pages that people begin with, and those of leaders, ask the database and the warehouse ten questions at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pytest
from django.test import Client

from portal.people.roles import Role
from portal.site import warehouse as site
from portal.site.views import HOMES

PAGES = [
    *((role, "/") for role in HOMES),
    *((Role.LEADER, page) for page in ("/figures/lines/projects/", "/figures/paper/", "/figures/late/", "/indicators/Z05/")),
    *((Role.CLERK, page) for page in ("/submissions/findings/", "/calendar/", "/rules/")),
    *((Role.ANALYST, page) for page in ("/warehouse/tables/fct_project_months/", "/releases/", "/indicators/")),
    *((Role.STEWARD, page) for page in ("/desk/matrix/", "/calendar/")),
]  # fmt: skip


@pytest.mark.parametrize(("role", "page"), PAGES)
def test_a_page_asks_ten_queries_at_most(
    role: Role,
    page: str,
    published: str,
    browse: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: Any,
) -> None:
    asked: list[str] = []

    class Counting:
        """A connection that notes what is asked."""

        def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
            self._connection = connection

        def __getattr__(self, name: str) -> Any:
            return getattr(self._connection, name)

        def execute(self, sql: str, *values: Any) -> duckdb.DuckDBPyConnection:
            asked.append(sql)
            return self._connection.execute(sql, *values)

    connect = site.connect
    monkeypatch.setattr(site, "connect", lambda home: Counting(connect(home)))
    client = browse(role)
    address = client.get(page).headers.get("Location", page)
    asked.clear()
    with django_assert_max_num_queries(10) as counted:
        assert client.get(address).status_code == 200
    assert len(asked) <= 10 - len(counted), asked
