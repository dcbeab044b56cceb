"""The list of rules between submissions, as macros: a rule is one SQL file and one YAML beside it, and no list is edited."""

from __future__ import annotations

import json
from pathlib import Path

from sources.derived.files import Derived
from sources.derived.staging import HEAD
from sources.rules.between import QUALITY, CrossRule, cross_rules

PATH = Path("dbt_project/macros/quality_models.sql")


def quality_models(folder: Path = QUALITY) -> Derived:
    """Return the macros ``quality_findings()`` and ``quality_evaluations()`` over every model of ``folder``.

    Raises ``ContractError`` naming the file and the key of a rule that cannot be used.
    """
    rules = cross_rules(folder)
    text = (
        f"{{# {HEAD}：dbt_project/models/quality/*.yml #}}\n\n"
        "{# Every failing row of every rule between submissions, with the columns of a finding. #}\n"
        f"{{% macro quality_findings() %}}\n{_union(map(_findings, rules))}\n{{% endmacro %}}\n\n"
        "{# One row per rule between submissions: the rows it is about, and those that could be compared. #}\n"
        f"{{% macro quality_evaluations() %}}\n{_union(map(_evaluation, rules))}\n{{% endmacro %}}\n"
    )
    return Derived({PATH: text})


def _union(selects: map[str]) -> str:
    return "\nunion all\n".join(selects)


def _findings(found: CrossRule) -> str:
    return f"select * from {{{{ ref('{found.model}') }}}}"


def _evaluation(found: CrossRule) -> str:
    rule, compares = found.rule, found.rule.compares
    assert compares is not None
    of = f"ref('{compares.of}')"
    texts = ", ".join(json.dumps(text, ensure_ascii=False) for text in (compares.where, compares.when))
    return f"{{{{ rule_evaluation('{rule.code}', '{rule.version}', '{rule.forms[0] if rule.forms else ''}', {of}, {texts}) }}}}"
