"""``dim_rules``: the register as a dimension, so that SQL knows levels, versions and trials without a second list."""

from __future__ import annotations

from pathlib import Path

from sources.contract import Catalog
from sources.derived.files import Derived
from sources.derived.staging import HEAD
from sources.rules import Rule, load_register

PATH = Path("dbt_project/models/marts/findings/dim_rules.sql")

_COLUMNS = (
    *("rule_id", "rule", "own_form", "level", "about", "says", "looks_at", "forms", "fields", "asks"),
    *("tolerance", "missing", "since", "until", "is_trial", "rule_version", "owner"),
)


def rule_list(catalog: Catalog) -> Derived:
    """Return the model ``dim_rules``; its YAML is written by hand, for its columns do not depend on the rules."""
    rows = ",\n".join(f"    ({', '.join(_literals(rule))})" for rule in load_register(catalog))
    text = (
        f"-- {HEAD}：sources/rules、sources/forms、dbt_project/models/quality\n-- noqa: disable=LT05\n"
        f"with rules ({', '.join(_COLUMNS)}) as (\n\n    values\n{rows}\n\n)\n\nselect * from rules\n"
    )
    return Derived({PATH: text})


def _literals(rule: Rule) -> list[str]:
    own_form = rule.forms[0] if rule.looks_at == "row" and rule.forms else ""
    return [
        *map(_quoted, (f"{rule.code}|{own_form}", rule.code, own_form, rule.level.value, rule.about, rule.says)),
        *map(_quoted, (rule.looks_at, "、".join(rule.forms), "、".join(rule.fields), rule.asks, rule.tolerance)),
        *map(_quoted, (rule.missing, rule.since, rule.until)),
        "true" if rule.trial else "false",
        *map(_quoted, (rule.version, rule.owner)),
    ]


def _quoted(text: str | None) -> str:
    return "cast(null as varchar)" if text is None else "'" + text.replace("'", "''") + "'"
