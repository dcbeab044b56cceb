"""The answers in a marked workbook that came in again, as decisions: explanations of the findings they name."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orchestration.intake.judging import Read
from sources.contract import Catalog
from sources.decisions import Decision, DecisionError, Explanation, Role, decided
from sources.home import Home
from sources.inbox import original, verdict_path
from sources.published.errors import NothingPublishedError
from sources.published.read import connect, rows_of
from sources.published.restricted import unmask
from sources.returned import read_answers
from sources.returned.answers import LIST_SHEET, Answer

_FILLER = "填报人"
_BETWEEN = """
    select finding_id, rule, rule_version, value, expected, submission_id
    from fct_findings
    where submission_id = ? and found_by = 'warehouse' and level = 'verify' and is_open
"""


@dataclass
class Answered:
    """Explanations to record, and in Chinese what is none: the file, the finding and why."""

    explanations: list[Decision] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def answers_of(home: Home, reads: Sequence[Read], catalog: Catalog) -> Answered:
    """Return what the marked workbooks among ``reads`` explain.

    An answer binds to the finding as it was judged: its rule, the version of the rule, its value and what it was compared
    with stand in the verdict that the list names; what was found between submissions stands in the current release.
    """
    answered = Answered()
    for read in reads:
        path = original(home, read.receipt.submission_id)
        if read.reading.tables and _has_list(path):
            _add(answered, home, read, path, catalog)
    return answered


def _has_list(path: Path) -> bool:
    """Say without opening the sheets whether a workbook has the list of findings; only .xlsx come back marked."""
    try:
        with zipfile.ZipFile(path) as package, package.open("xl/workbook.xml") as part:
            return LIST_SHEET.encode() in part.read(1 << 20)
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


def _add(answered: Answered, home: Home, read: Read, path: Path, catalog: Catalog) -> None:
    answers = read_answers(path)
    receipt = read.receipt
    answered.refused += [f"{receipt.file} {one.cell}：{one.reason}" for one in answers.refused]
    known = _judged(home, answers.submission_id)
    for answer in answers.given:
        binding = known.get(answer.finding_id)
        if binding is None:
            answered.refused.append(f"{receipt.file}：问题 {answer.finding_id} 不在清单所指的报送里，或不是核实性问题")
            continue
        try:
            answered.explanations.append(_explanation(answer, binding, read, catalog))
        except DecisionError as error:
            answered.refused.append(f"{receipt.file}：{error}")


def _judged(home: Home, identity: str | None) -> dict[str, dict[str, Any]]:
    """Return finding id → what an explanation binds to, for the verify findings of a verdict and those between submissions."""
    if identity is None or not verdict_path(home, identity).exists():
        return {}
    return {**_between(home, identity), **_in_verdict(home, identity)}


def _between(home: Home, identity: str) -> dict[str, dict[str, Any]]:
    try:
        with unmask(connect(home)) as connection:
            rows = rows_of(connection, _BETWEEN, [identity])
    except NothingPublishedError:
        return {}
    return {row["finding_id"]: row for row in rows}


def _in_verdict(home: Home, identity: str) -> dict[str, dict[str, Any]]:
    verdict = json.loads(verdict_path(home, identity).read_text(encoding="utf-8"))
    return {
        found["finding_id"]: {
            "finding_id": found["finding_id"],
            "rule": found["rule"],
            "rule_version": part.get("rule_versions", {}).get(found["rule"], "1"),
            "value": found["value"],
            "expected": found["expected"],
            "basis": found.get("basis"),
            "submission_id": identity,
        }
        for part in verdict["parts"]
        for found in part["findings"]
        if found["level"] == "verify"
    }


def _explanation(answer: Answer, binding: dict[str, Any], read: Read, catalog: Catalog) -> Decision:
    table = read.reading.tables[0]
    signed = next((one.name for one in table.signatures if one.label == _FILLER and one.name), None)
    department = table.department or read.receipt.department or ""
    name = catalog.code_lists["departments"].codes.get(department, department)
    return decided(
        Explanation,
        taken_at=read.receipt.received_at,
        by=signed or name or "报送部门",
        role=Role.FILLER,
        reason=answer.text,
        **binding,
    )
