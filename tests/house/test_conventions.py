"""The conventions of the house, as tests."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from sources.contract import load_catalog
from sources.contract.types import FieldType
from sources.rules import load_register

ROOT = Path(__file__).parents[2]
PACKAGES = ("sources", "expectations", "orchestration", "portal", "bench", "tests")
CATALOG = load_catalog()


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).exists()]


def test_no_junk_drawers() -> None:
    names = {path.stem for path in tracked("*.py")} | {path.parent.name for path in tracked("*.py")}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "misc"})


def test_files_stay_small() -> None:
    written = [path for path in tracked("*.py", "*.sql") if not _is_generated(path)]
    long = {str(path.relative_to(ROOT)): lines for path in written if (lines := _lines(path)) > 300}
    assert long == {}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _is_generated(path: Path) -> bool:
    """Nobody reads these to change them; they are as long as what they are derived from."""
    return "由 taizhang generate" in path.read_text(encoding="utf-8").partition("\n")[0]


def test_top_level_folders_are_the_designed_ones() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    assert folders <= {"sources", "expectations", "dbt_project", "orchestration", "portal", "tests", "bench", ".ci"}


def test_the_lock_names_no_index_and_hashes_everything() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "http://" in line or "https://" in line or line.startswith("-")]
    pins = [number for number, line in enumerate(lines) if "==" in line]
    assert all("--hash=" in lines[number + 1] for number in pins)


@pytest.mark.parametrize("form", list(CATALOG), ids=lambda form: form.id)
def test_a_form_says_what_its_columns_mean(form: object) -> None:
    assert form in list(CATALOG)
    declared = CATALOG.form(form.id)  # type: ignore[attr-defined]
    assert declared.grain
    assert declared.means
    assert declared.due
    assert all(field.personal for name, field in declared.fields.items() if name.endswith("_phone"))
    assert all(name.endswith("_date") for name, field in declared.fields.items() if field.type is FieldType.DATE)
    assert all(
        name.startswith(("is_", "has_")) for name, field in declared.fields.items() if field.type is FieldType.BOOL
    )


def test_the_same_rule_code_means_the_same_level_in_every_form() -> None:
    register = load_register(CATALOG)
    levels: dict[str, set[str]] = {}
    for rule in register:
        levels.setdefault(rule.code, set()).add(rule.level.value)
    assert {code: found for code, found in levels.items() if len(found) > 1} == {}


def test_a_message_says_what_to_do() -> None:
    asks = ("请", "将", "系统", "分别计数")
    silent = [rule.code for rule in load_register(CATALOG) if not any(word in rule.says for word in asks)]
    assert silent == []


def test_every_model_has_its_description_beside_it() -> None:
    models = tracked("dbt_project/models/*.sql")
    described = set()
    for path in tracked("dbt_project/models/*.yml"):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", []):
            assert model.get("description"), f"{path}: {model['name']}"
            described.add(model["name"])
    assert {path.stem for path in models} - described == set()
