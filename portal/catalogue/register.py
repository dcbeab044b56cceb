"""The register of rules as pages show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.people.scope import Scope
from portal.site.warehouse import warehouse
from sources.contract import load_catalog
from sources.published.errors import NothingPublishedError
from sources.rules import Register, Rule, load_register

#: What a rule looks at, for people.
LOOKS_AT = {
    "file": _("整个文件"),
    "sheet": _("整张表"),
    "cell": _("单元格"),
    "row": _("一行"),
    "between": _("几次报送之间"),
}
LEVELS = ("mandatory", "verify", "notice")
#: What a message has to be filled with.
_FIGURE = re.compile(r"\{(\w+)[^}]*\}")

_OPEN = """
    select rule, count(*) as count from fct_findings
    where is_open and is_in_force and not is_trial and {condition}
    group by rule
"""


@lru_cache(maxsize=1)
def register() -> Register:
    """Return the register; the forms that the portal runs with do not change while it runs."""
    return load_register(load_catalog())


def rules(word: str = "", level: str = "", form: str = "") -> list[Rule]:
    """Return the rules that fit a search, by code; those about every form fit any form."""
    found = [
        rule
        for rule in register()
        if (not level or rule.level.value == level)
        and (not form or not rule.forms or form in rule.forms)
        and word.lower() in f"{rule.code} {rule.about} {rule.says}".lower()
    ]
    return sorted(found, key=lambda rule: (rule.code, rule.forms))


def of_code(code: str) -> list[Rule]:
    """Return the rules of one code: a form may have its own beside the common one."""
    return [rule for rule in rules() if rule.code == code]


def fields_of(rule: Rule) -> Sequence[tuple[str, str]]:
    """Return the fields that a rule looks at as (form, field): those of the form that it judges."""
    return [(rule.forms[0], field) for field in rule.fields] if rule.forms else []


def said(rule: Rule) -> str:
    """Return the message of a rule with each figure as 〔its title〕, and … where a comparison fills it in."""
    form = load_catalog().forms.get(rule.forms[0]) if rule.forms else None
    titles = {name: field.title for name, field in form.fields.items()} if form else {}
    return _FIGURE.sub(lambda found: f"〔{titles.get(found[1], '…')}〕", rule.says)


def open_findings(scope: Scope) -> dict[str, int]:
    """Return how many findings of each rule are open in the departments that are seen; nothing before the first release."""
    condition, values = scope.condition("asked_department")
    try:
        with warehouse() as opened:
            found: list[dict[str, Any]] = opened.rows(_OPEN.format(condition=condition), values)
    except NothingPublishedError:
        return {}
    return {row["rule"]: row["count"] for row in found}
