"""The forms, listed."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

from sources.contract import load_catalog


def test_every_form_is_listed_with_department_and_period(taizhang: Callable[..., Result]) -> None:
    rows = json.loads(taizhang("forms", "--json").stdout)

    assert [row["id"] for row in rows] == [form.id for form in load_catalog()]
    first = rows[0]
    assert (first["title"], first["department"], first["period"]) == ("重点项目月度调度表", "projects", "month")


def test_the_table_speaks_chinese(taizhang: Callable[..., Result]) -> None:
    shown = taizhang("forms").stdout

    for text in ("重点项目月度调度表", "项目建设部", "每月", "期后 5 日，遇休顺延"):
        assert text in shown
