"""The fingerprint of all that judges a form: when it changes, what the form's submissions were judged by has changed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from expectations.bounds import BOUNDS
from sources.contract import Catalog, Form
from sources.rules import Register

#: Raise it when the judge's own code judges otherwise than before.
EDITION = 1

#: What only explains a form, field or rule to people and decides nothing.
_EXPLAINING = frozenset({"about", "means", "grain", "owner", "asks"})


def rules_digest(form: Form, catalog: Catalog, register: Register) -> str:
    """Return 16 hexadecimal digits over the form's fields, rules and bounds, the common rules, and the code lists it uses."""
    contract = json.dumps(_judging(form.model_dump(mode="json")), ensure_ascii=False, sort_keys=True)
    lists = {name: found.rows for name, found in sorted(catalog.code_lists.items()) if name in contract}
    common = [_judging(rule.model_dump(mode="json")) for rule in register.common.values()]
    bounds = [_judging(dict(row)) for row in catalog.code_lists[BOUNDS].rows if row["form"] == form.id]
    parts = [EDITION, contract, lists, common, bounds]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _judging(declared: Any) -> Any:
    if isinstance(declared, dict):
        return {key: _judging(value) for key, value in declared.items() if key not in _EXPLAINING}
    return declared
