"""A portal with one person per role and a small published warehouse of two departments."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import django
import duckdb
import pytest

# Before anything imports a model: the settings look for the home while they are read, and no test writes into ours.
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.site.settings"
with tempfile.TemporaryDirectory() as _nowhere, mock.patch.dict(os.environ, {"TAIZHANG_HOME": _nowhere}):
    django.setup()

from django.test import Client

from portal.people.models import Person
from portal.people.roles import OF_ONE_DEPARTMENT, Role
from sources.home import Home
from sources.published.tables import write_tables
from tests.portal.metrics import metrics
from tests.portal.tables import tables
from tests.portal.zone import RELEASE, SQL, manifest

PASSWORD = "correct-horse-battery"


@pytest.fixture(scope="session")
def _warehouse_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warehouse") / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(SQL)
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> Home:
    """A home of its own for every test; passwords hash fast (the real hasher has its own test)."""
    found = Home(tmp_path / "var")
    settings.HOME = found
    settings.FOLDER = found.root / "portal"
    settings.FOLDER.mkdir(parents=True)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return found


@pytest.fixture
def published(home: Home, _warehouse_file: Path) -> str:
    """A release in the home; return its id."""
    folder = home.releases / RELEASE
    folder.mkdir(parents=True)
    (folder / "warehouse.duckdb").symlink_to(_warehouse_file)
    (folder / "manifest.json").write_text(json.dumps(manifest()), encoding="utf-8")
    (folder / "metrics.json").write_text(json.dumps(metrics()), encoding="utf-8")
    write_tables(folder / "catalogue.json", tables())
    (folder / "dictionary.xlsx").write_bytes(b"dictionary")
    home.current.symlink_to(RELEASE)
    return RELEASE


@pytest.fixture
def person(db: None) -> Callable[..., Person]:
    """Return a maker of people: a role, and a department for the roles that have one."""

    def make(role: Role | str, department: str = "projects", *, username: str | None = None, **more: Any) -> Person:
        own = department if Role(role) in OF_ONE_DEPARTMENT else ""
        made = Person(username=username or f"{Role(role).value}{own}", name=f"张{Role(role).label}", role=role,
                      department=own, **{"must_change_password": False, **more})  # fmt: skip
        made.set_password(PASSWORD)
        made.save()
        return made

    return make


@pytest.fixture
def browse(person: Callable[..., Person]) -> Callable[..., Client]:
    """Return a maker of signed-in clients, by role and department."""

    def make(role: Role | str, department: str = "projects", **more: Any) -> Client:
        name = f"{Role(role).value}{department if Role(role) in OF_ONE_DEPARTMENT else ''}"
        known = Person.objects.filter(username=name).first()
        client = Client()
        client.force_login(
            known or person(role, department, **more), backend="django.contrib.auth.backends.ModelBackend"
        )
        return client

    return make
