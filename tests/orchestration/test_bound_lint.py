"""Bounds set by hand are checked: owner, reason, end, numbers, and one limit at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orchestration.bound_lint import bound_faults
from sources.contract import load_catalog
from sources.contract.codes import CodeList

CATALOG = load_catalog()


def faults_with(name: str, **changed: str) -> list[str]:
    """Return the faults when the first row of a code list says something else."""
    held = CATALOG.code_lists[name]
    rows = ({**held.rows[0], **changed}, *held.rows[1:])
    lists = {**CATALOG.code_lists, name: CodeList(held.name, held.key, rows)}
    return list(bound_faults(replace(CATALOG, code_lists=lists)))


def test_ours_have_no_fault() -> None:
    assert list(bound_faults(CATALOG)) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"owner": ""}, "不是部门"), ({"reason": ""}, "没有写理由"), ({"until": ""}, "没有写有效至"), ({"field": "company"}, "数字列"),
        ({"form": "none"}, "数字列"), ({"low": "很低"}, "须是数字"), ({"low": "", "high": ""}, "至少填一个"), ({"low": "70000"}, "大于上限"),
    ],
)  # fmt: skip
def test_a_bound_needs_owner_reason_end_and_numbers(changed: dict[str, str], said: str) -> None:
    assert any(said in fault for fault in faults_with("value_bounds", **changed))


def test_a_limit_has_an_owner_and_is_valid_once_at_a_time() -> None:
    assert any("不是部门" in fault for fault in faults_with("rule_limits", owner="某人"))
    second = CATALOG.code_lists["rule_limits"].rows[1]
    assert any("同一期间都有效" in fault for fault in faults_with("rule_limits", measure=second["measure"]))
    assert faults_with("rule_limits", measure=second["measure"], until="2025-12") != []
