"""Where people, sessions, jobs and the log are kept: a SQLite file, or PostgreSQL by one URL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

URL = "TAIZHANG_DATABASE_URL"

#: Readers and one writer at a time; a writer waits for the other one instead of failing.
_SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def database(folder: Path) -> dict[str, Any]:
    """Return Django's settings of the database. Raises ``ImproperlyConfigured`` for a URL that cannot be used."""
    url = os.environ.get(URL)
    if not url:
        folder.mkdir(parents=True, exist_ok=True)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "portal.sqlite3", "OPTIONS": _SQLITE}
    try:
        return dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except (ValueError, dj_database_url.ParseError, dj_database_url.UnknownSchemeError) as error:
        raise ImproperlyConfigured(f"环境变量 {URL} 应形如 postgres://用户:密码@主机/库名：{error}") from error
