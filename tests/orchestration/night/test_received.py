"""The checks of the forms' assets carry counts and examples, and never stop a night."""

from __future__ import annotations

import dagster as dg

from orchestration.night.received import ACCEPTED, EXAMPLES, RECOGNISED, check_results
from sources.contract import Level
from tests.orchestration.night.builders import a_finding, an_outcome, an_unreadable


def results(*outcomes: object) -> dict[tuple[str, str], dg.AssetCheckResult]:
    found = check_results(outcomes)  # type: ignore[arg-type]
    return {
        (result.asset_key.to_user_string(), result.check_name or ""): result for result in found if result.asset_key
    }


def plain(result: dg.AssetCheckResult) -> dict[str, object]:
    return {key: value.value for key, value in result.metadata.items()}


def test_nothing_received_leaves_every_earlier_result() -> None:
    assert results() == {}


def test_a_form_counts_what_arrived_and_what_was_wrong() -> None:
    mandatory, verify = a_finding(), a_finding("请核实", level=Level.VERIFY)
    found = results(an_outcome("accepted", verify), an_outcome("rejected", mandatory, verify, submission_id="a2"))
    check = found[("landing/key_projects", ACCEPTED)]
    assert not check.passed
    assert check.severity is dg.AssetCheckSeverity.WARN
    counts = plain(check)
    examples = str(counts.pop("examples"))
    assert counts == {
        "submissions": 2,
        "accepted": 1,
        "rejected": 1,
        "unreadable": 0,
        "rows": 90,
        "held_rows": 0,
        "findings_mandatory": 1,
        "findings_verify": 2,
        "findings_notice": 0,
    }
    assert examples.splitlines() == [
        f"- 重点项目3月.xlsx：B01 {mandatory.message}",
        "- 重点项目3月.xlsx：B01 请核实",
    ]


def test_examples_are_a_few_and_the_worst_first() -> None:
    verify = [a_finding(f"请核实{n}", level=Level.VERIFY) for n in range(9)]
    check = results(an_outcome("rejected", *verify, a_finding("必改")))[("landing/key_projects", ACCEPTED)]
    lines = str(plain(check)["examples"]).splitlines()
    assert len(lines) == EXAMPLES
    assert lines[0] == "- 重点项目3月.xlsx：B01 必改"


def test_examples_of_a_restricted_form_hold_no_value() -> None:
    fault = a_finding("出口88776.5544大于销售", rule="B37", cell="Y4")
    check = results(an_outcome("rejected", fault, title="规上工业企业月报", is_restricted=True))
    examples = str(plain(check[("landing/key_projects", ACCEPTED)])["examples"])
    assert examples.endswith("B37 《规上工业企业月报》B37（Y4）的数值不公开，见汇总岗或填报部门")


def test_rows_kept_out_of_an_accepted_submission_show() -> None:
    assert not results(an_outcome("accepted", a_finding(), held_rows=1))[("landing/key_projects", ACCEPTED)].passed


def test_a_file_of_no_form_fails_the_check_of_the_inbox_only() -> None:
    found = results(an_outcome(), an_unreadable())
    assert {key: result.passed for key, result in found.items()} == {
        ("inbox", RECOGNISED): False,
        ("landing/key_projects", ACCEPTED): True,
    }
