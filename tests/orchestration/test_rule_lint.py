"""The register is checked itself: what it refuses, and that ours passes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from orchestration.rule_lint import faults, without_examples
from sources.contract import load_catalog
from sources.rules import load_register
from sources.rules.between import QUALITY

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)


def test_our_register_has_no_fault() -> None:
    assert faults(CATALOG, REGISTER) == []
    assert without_examples(CATALOG, REGISTER) == []


@pytest.fixture
def quality(tmp_path: Path) -> Path:
    """A folder with one good rule between submissions, D01."""
    for path in QUALITY.glob("quality_d01.*"):
        shutil.copy(path, tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("小于{month}累计", "小于{last_month}累计", "D01：提示语里的 last_month 没有值可填"),
        ("        - {row: 5,", "        []\n      # {row: 5,", "D01：没有不通过的例子"),
        ("            when: ytd_wan is not null", "            when: ytd_wan < 950", "D01：没有通过的例子"),
    ],
)  # fmt: skip
def test_a_rule_between_submissions_needs_a_message_and_both_examples(
    quality: Path, old: str, new: str, said: str
) -> None:
    edit(quality / "quality_d01.yml", old, new)
    assert any(fault.startswith(said) for fault in faults(CATALOG, REGISTER, quality))


def test_one_code_is_valid_once_at_a_time(quality: Path) -> None:
    for suffix in ("sql", "yml"):
        shutil.copy(quality / f"quality_d01.{suffix}", quality / f"quality_d01_old.{suffix}")
    edit(quality / "quality_d01_old.yml", "quality_d01", "quality_d01_old")
    assert "D01：quality_d01 与 quality_d01_old 在同一期间都有效" in faults(CATALOG, REGISTER, quality)
    edit(quality / "quality_d01_old.yml", "code: D01", "code: D01\n          until: 2025-12")
    edit(quality / "quality_d01.yml", "code: D01", "code: D01\n          since: 2026-01")
    # The list is read once per folder.
    moved = quality.parent / "moved"
    shutil.copytree(quality, moved)
    assert faults(CATALOG, REGISTER, moved) == []


def test_a_message_that_cannot_be_filled_and_a_validity_that_ends_before_it_begins_are_refused() -> None:
    rule = REGISTER.common["A01"].model_copy(
        update={"says": "逾期{days个工作日", "since": "2026-05", "until": "2026-01"}
    )
    found = faults(CATALOG, replace(REGISTER, common={"A01": rule}))
    assert [fault for fault in found if fault.startswith("A01")] == [
        "A01：有效期起止颠倒（2026-05 至 2026-01）",
        "A01：提示语的花括号不成对，无法填写",
    ]
