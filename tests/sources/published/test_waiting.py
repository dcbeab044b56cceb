"""For how long an answer to a finding holds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from sources.decisions import Explanation, Role
from sources.published.waiting import holds_for

_FOUND = {"rule_version": "1", "value": "120", "expected": "100", "found_by": "warehouse", "other_submission_id": "s1"}
#: What a median of other firms says is no cell of another submission.
_MANY = {"other_submission_id": None}


def _explained(**binding: Any) -> Explanation:
    said = {
        "by": "王某",
        "role": Role.FILLER,
        "reason": "三月有两笔设备款提前支付，合同已附",
        "taken_at": datetime(2026, 4, 1),
    }
    return Explanation(finding_id="1" * 16, rule="E13", **{"rule_version": "1", "value": "120", **binding, **said})


@pytest.mark.parametrize(
    ("binding", "found", "holds"),
    [
        ({"expected": "100"}, {}, True),
        ({"expected": "100"}, {"value": "121"}, False),
        ({"expected": "100"}, {"rule_version": "2"}, False),
        ({"expected": "100"}, {"expected": "50"}, False),
        ({"expected": "100"}, {"expected": "50", "other_submission_id": None, "found_by": "submission"}, False),
        ({"expected": "100"}, {"expected": "101", **_MANY}, True),
        ({}, {"expected": "50"}, True),
        ({"basis": "总投资 900"}, {"basis": "总投资 900"}, True),
        ({"basis": "总投资 900"}, {"basis": "总投资 800"}, False),
        ({}, {"basis": "总投资 800"}, True),
    ],
)  # fmt: skip
def test_an_answer_holds_while_both_sides_and_the_rule_stay(
    binding: dict[str, str], found: dict[str, Any], holds: bool
) -> None:
    assert holds_for(_explained(**binding), {**_FOUND, **found}) is holds
