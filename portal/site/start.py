"""Getting Django ready for a command, and serving the site."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError

#: Pages and htmx polls at the same time; SQLite and DuckDB answer in milliseconds.
THREADS = 12


class StartError(Exception):
    """Why the portal cannot start, in words for the engineer."""


def prepare() -> None:
    """Set Django up and bring the database to the newest shape. Raises ``StartError``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.site.settings")
    try:
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
    except ImproperlyConfigured as error:
        if "psycopg" in str(error):
            raise StartError("使用 PostgreSQL 需要先安装驱动：pip install 'taizhang[postgresql]'") from error
        raise StartError(str(error)) from error
    except OperationalError as error:
        raise StartError(f"连不上门户数据库：{str(error).strip().splitlines()[0]}") from error


def server(host: str, port: int) -> Callable[[], Any]:
    """Bind the address and return what serves on it until interrupted. Raises ``StartError`` for a taken port."""
    from django.conf import settings
    from waitress import create_server

    from portal.site.wsgi import application

    try:
        made = create_server(
            application,
            host=host,
            port=port,
            threads=THREADS,
            ident=None,
            max_request_body_size=settings.UPLOAD_LIMIT + (1 << 20),
        )
    except OSError as error:
        raise StartError(
            f"不能在 {host}:{port} 上提供服务（{error.strerror or error}）；请用 --port 换一个端口"
        ) from error
    run: Callable[[], Any] = made.run
    return run
