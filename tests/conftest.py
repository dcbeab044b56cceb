"""Which tests share a worker: those that share something costly, so that it is built once (``--dist loadgroup``)."""

from __future__ import annotations

from typing import Any

import pytest

#: Folders whose fixtures for the whole session are costly: a published zone, a warehouse, a served portal.
COSTLY = ("tests/flow", "tests/dbt_project", "tests/sources/returned", "tests/portal/browser")


def pytest_itemcollected(item: pytest.Item) -> None:
    group = next((shared for fixture in _fixtures(item) if (shared := _shared(fixture))), None)
    if group is not None:
        item.add_marker(pytest.mark.xdist_group(group))


def _fixtures(item: pytest.Item) -> list[Any]:
    info = getattr(item, "_fixtureinfo", None)
    return [found[-1] for found in info.name2fixturedefs.values()] if info else []


def _shared(fixture: Any) -> str | None:
    """Return what groups the tests that use a fixture: its folder, or the module that keeps it; None when it is cheap."""
    if fixture.scope == "session" and fixture.baseid in COSTLY:
        return str(fixture.baseid)
    return str(fixture.baseid) if fixture.scope == "module" and fixture.baseid else None
