"""A rule about one submission is refused without a row that breaks it and one that does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from expectations.example_lint import example_faults
from expectations.examples import EXAMPLES
from sources.contract import Catalog
from tests.expectations.tables import CATALOG, REGISTER

#: One form is enough: it has a rule of its own, and two rules of every form are shown on it.
SMALL = Catalog({"company_operations": CATALOG.forms["company_operations"]}, CATALOG.code_lists)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The examples of 企业经营 and of two common rules."""
    shutil.copy(EXAMPLES / "company_operations.yaml", tmp_path)
    common = (
        "A16: {form: company_operations, rows: []}",
        "B72: {form: company_operations, rows: [{company: 北城控股, revenue_ytd_wan: 90000}]}",
    )
    (tmp_path / "common.yaml").write_text("\n".join(common), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("company_operations.yaml", "passes", "passes", None),
        ("company_operations.yaml", "B86: [{revenue_ytd_wan: 1200}]", "{}", "B86（平台公司经营月报）：没有不通过的例子"),
        ("company_operations.yaml", "B86: [{revenue_ytd_wan: 1200}]", "B86: [{}]", "B86（平台公司经营月报）：没有不通过的例子"),
        ("company_operations.yaml", "breaks:", "  - {revenue_ytd_wan: 1200}\nbreaks:", "B86（平台公司经营月报）：没有通过的例子"),
        ("company_operations.yaml", "B86:", "B99:", "B99（平台公司经营月报）：有例子，没有规则"),
        ("common.yaml", "A16: {form: company_operations, rows: []}", "", "A16：没有例子"),
        ("common.yaml", "rows: []", "rows: [{}]", "A16：例子没有被发现"),
        ("common.yaml", "B72:", "B99: {}\nB72:", "B99：有例子，没有规则"),
    ],
)  # fmt: skip
def test_a_rule_needs_an_example_that_passes_and_one_that_fails(
    folder: Path, file: str, old: str, new: str, said: str | None
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    faults = [fault for fault in example_faults(SMALL, REGISTER, folder) if fault.startswith(("A16", "B"))]
    told = [fault for fault in faults if fault.startswith(said or ("A16", "B72", "B86"))]
    assert bool(told) == (said is not None), faults


def test_a_form_with_rules_needs_examples(folder: Path) -> None:
    (folder / "company_operations.yaml").rename(folder / "leases.yaml")
    (folder / "common.yaml").write_text("A16: {file: {}}", encoding="utf-8")
    found = example_faults(SMALL, REGISTER, folder)
    assert "B86（平台公司经营月报）：没有例子（sources/rules/examples/company_operations.yaml）" in found
    assert "leases.yaml：没有这张表" in found
