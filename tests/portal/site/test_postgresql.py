"""The portal on PostgreSQL: the same migrations, the same tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: A server on which the user of the URL may create a database: postgres://user:password@host/postgres
URL = "TAIZHANG_TEST_POSTGRESQL"
PORTAL = Path(__file__).parents[1]


@pytest.mark.skipif(
    not os.environ.get(URL), reason=f"没有 PostgreSQL 可用：设置 {URL}=postgres://用户:密码@主机/postgres 后运行"
)
def test_the_tests_of_the_portal_hold_on_postgresql() -> None:
    environment = {**os.environ, "TAIZHANG_DATABASE_URL": os.environ[URL]}
    del environment[URL]
    command = [sys.executable, "-m", "pytest", "-q", "-n0", str(PORTAL), "--ignore", str(PORTAL / "browser")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=PORTAL.parents[1])
    assert done.returncode == 0, done.stdout[-4000:]
