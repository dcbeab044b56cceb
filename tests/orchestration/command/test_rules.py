"""The register of rules, listed."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_every_rule_is_listed_with_level_forms_and_message(taizhang: Run) -> None:
    rows = json.loads(taizhang("rules", "--json").stdout)
    b08 = next(row for row in rows if row["code"] == "B08")

    assert (b08["level"], b08["forms"]) == ("mandatory", ["key_projects"])
    assert "大小关系不符" in b08["message"]
    assert {"A01", "B02", "R11", "G10"} <= {row["code"] for row in rows}
    assert all({"code", "level", "about", "forms", "message"} <= set(row) for row in rows)


def test_a_form_has_the_common_rules_and_its_own(taizhang: Run) -> None:
    rows = json.loads(taizhang("rules", "--form", "改革任务台账", "--json").stdout)

    # No forms: the rule is about every form; rules between submissions (A09) are about several.
    assert all(not row["forms"] or "reform_tasks" in row["forms"] for row in rows)
    assert {"A09", "B44", "B02"} <= {row["code"] for row in rows}
    assert "B08" not in {row["code"] for row in rows}


def test_the_table_speaks_chinese(taizhang: Run) -> None:
    shown = taizhang("rules").stdout

    for text in ("强制", "重点项目月度调度表", "按时报送", "提示语"):
        assert text in shown


def test_an_unknown_form_ends_with_2(taizhang: Run) -> None:
    result = taizhang("rules", "--form", "没有的表")

    assert result.exit_code == 2
    assert "没有表“没有的表”" in result.stderr
