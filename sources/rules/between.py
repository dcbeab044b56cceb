"""Rules between submissions: each one SQL model and the YAML beside it, with ``config.meta.rule``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sources.contract import ContractError
from sources.rules.rule import Rule, declared_rule

QUALITY = Path(__file__).parents[2] / "dbt_project" / "models" / "quality"


@dataclass(frozen=True)
class CrossRule:
    """A rule between submissions: the dbt model that returns its failing rows, and the unit tests beside it."""

    model: str
    rule: Rule
    unit_tests: tuple[dict[str, Any], ...] = field(default=(), compare=False)


@lru_cache(maxsize=8)
def cross_rules(folder: Path = QUALITY) -> tuple[CrossRule, ...]:
    """Return the rules of every model in ``folder``, by the model's name.

    Raises ``ContractError`` for a model without a rule, a rule without its SQL, or a key that no rule has.
    """
    found = [rule for path in sorted(folder.glob("*.yml")) for rule in _declared(path)]
    without = {path.stem for path in folder.glob("*.sql")} - {rule.model for rule in found}
    if without:
        raise ContractError(folder, sorted(without)[0], "没有说明规则：旁边的 YAML 里须有 config.meta.rule")
    return tuple(sorted(found, key=lambda rule: rule.model))


def _declared(path: Path) -> list[CrossRule]:
    content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    tests = content.get("unit_tests", [])
    return [
        _cross_rule(path, model, tuple(test for test in tests if test["model"] == model["name"]))
        for model in content.get("models", [])
    ]


def _cross_rule(path: Path, model: dict[str, Any], tests: tuple[dict[str, Any], ...]) -> CrossRule:
    declared = dict(model.get("config", {}).get("meta", {}).get("rule", {}))
    code = declared.pop("code", None)
    if not code:
        raise ContractError(path, model["name"], "没有规则：config.meta.rule 须有 code")
    if not path.with_name(f"{model['name']}.sql").is_file():
        raise ContractError(path, model["name"], "旁边没有同名的 SQL")
    return CrossRule(model["name"], declared_rule(path, code, {"looks_at": "between", **declared}), tests)
