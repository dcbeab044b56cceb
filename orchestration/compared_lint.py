"""The examples of the rules that compare whole files: with what the department sent before (A07), with a release (E22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from expectations.example_lint import COMPARED
from expectations.examples import EXAMPLES, common_examples, example_table, form_examples
from orchestration.intake.judging import Read, repeated
from orchestration.reports.compare import AGREES, DIFFERS, compared
from orchestration.reports.phrases import phrases_of
from sources.contract import Catalog
from sources.inbox import Receipt
from sources.reader.model import Reading
from sources.rules import Register


def compared_faults(catalog: Catalog, register: Register, folder: Path = EXAMPLES) -> list[str]:
    """Return in Chinese every such rule whose example is not found, or is found where nothing is wrong."""
    declared = common_examples(folder)
    looks = {"A07": _same_bytes, "E22": _in_words}
    return [
        f"{code}：例子没有被发现，或没有错也报（sources/rules/examples/common.yaml）"
        for code in sorted(COMPARED & set(declared))
        if list(looks[code](declared[code], catalog, register)) != [True, False]
    ]


def _same_bytes(declared: Mapping[str, Any], catalog: Catalog, register: Register) -> Iterator[bool]:
    """Say whether A07 speaks: of the same bytes sent for another period, and for the same one again."""
    form = catalog.forms[declared["form"]]
    table = example_table(form, form_examples()[form.id].passes[0])
    receipt = Receipt(
        submission_id="s2", file="例.xlsx", sha256="0", size=1, received_at=datetime(2026, 4, 1), period=table.period
    )
    for period in (declared["twin"], table.period):
        twin = receipt.model_copy(update={"submission_id": "s1", "period": period})
        read = Read(receipt, Reading(receipt.file, receipt.sha256, [table], []), [twin])
        yield bool(repeated(read, table, register, form.title))


def _in_words(declared: Mapping[str, Any], catalog: Catalog, register: Register) -> Iterator[bool]:
    """Say whether E22 speaks: of a sentence beside another published figure, and beside the one it states."""
    report = declared["report"]
    phrases = phrases_of([(report["indicator"], report["name"])])
    period = "2026"
    for value, wanted in ((report["value"], DIFFERS), (report["stated"], AGREES)):
        row = {
            "name": report["name"], "unit": report["unit"], "value": Decimal(value),
            "scope": "全区", "status": "final", "period": period,
        }  # fmt: skip
        (found,) = compared([report["says"]], phrases, {report["indicator"]: [row]}, period)
        yield found.state == DIFFERS if wanted == DIFFERS else found.state != AGREES
