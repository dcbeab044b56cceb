"""``taizhang people`` on a database of its own, as an engineer uses it."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from orchestration.command import main; main(prog_name='taizhang')"]


def _people(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        [*COMMAND, "people", *words],
        env={**known, "TAIZHANG_HOME": str(home), "COLUMNS": "120", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_people_are_added_with_one_time_passwords_and_the_log_is_verified(tmp_path: Path) -> None:
    added = _people(tmp_path, "add-admin", "ZhangWei")
    assert added.returncode == 0, added.stderr
    assert re.search(r"一次性密码：(\w{4}-){3}\w{4}$", added.stdout.strip())
    assert (tmp_path / "portal" / "secret.key").stat().st_mode & 0o777 == 0o600

    clerk = _people(tmp_path, "add", "chenxiao", "--name", "陈晓", "--role", "填报人", "--department", "项目建设部")
    assert clerk.returncode == 0, clerk.stderr
    listed = {one["username"]: one for one in json.loads(_people(tmp_path, "list", "--json").stdout)}
    assert listed["zhangwei"]["role"] == "administrator"
    assert (listed["chenxiao"]["department"], listed["chenxiao"]["must_change_password"]) == ("projects", True)

    assert "日志完好：2 条" in _people(tmp_path, "verify-log").stdout
    with sqlite3.connect(tmp_path / "portal" / "portal.sqlite3") as database:
        database.execute("drop trigger audit_entry_no_update")
        database.execute("update audit_entry set about = 'nobody' where number = 1")
    broken = _people(tmp_path, "verify-log")
    assert broken.returncode == 1
    assert "第 1 条的内容被改过" in broken.stderr


@pytest.mark.parametrize(
    ("words", "said", "environment"),
    [
        (("add", "x", "--name", "某人", "--role", "填报人"), "必须属于一个部门", {}),
        (("add", "x", "--name", "某人", "--role", "皇帝"), "没有角色“皇帝”", {}),
        (("reset", "nobody"), "没有人员“nobody”", {}),
        (("list",), "TAIZHANG_DATABASE_URL", {"TAIZHANG_DATABASE_URL": "nonsense://x"}),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    words: tuple[str, ...], said: str, environment: dict[str, str], tmp_path: Path
) -> None:
    done = _people(tmp_path, *words, **environment)
    assert done.returncode in (2, 3)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
