"""Tables as the reader gives them, made of the examples of the register: every form has one row that breaks no rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from expectations.examples import example_table, form_examples
from expectations.judge import Part, judge
from sources.contract import Form, load_catalog
from sources.finding import Finding
from sources.reader.model import Table
from sources.rules import load_register

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)
USCC = "91370105MA3AY4CL62"
OTHER_USCC = "91370105MA312TH36U"

#: Forms with one good row, complete in its required fields.
GOOD = {form: examples.passes[0] for form, examples in form_examples().items()}


def a_table(form: str, *changes: Mapping[str, Any], without: Sequence[str] = (), **facts: Any) -> Table:
    """A sheet whose rows are the good row with these changes (none: one good row); ``facts`` replace what else it says."""
    return example_table(CATALOG.forms[form], GOOD[form], changes or ({},), without, **facts)


def findings_of(*tables: Table, received_on: date | None = None, submission: str = "s1") -> list[Finding]:
    """All findings of one submission with these tables."""
    return [finding for found in judged(*tables, received_on=received_on, submission=submission) for finding in found]


def judged(*tables: Table, received_on: date | None = None, submission: str = "s1") -> list[list[Finding]]:
    form: Form = CATALOG.forms[tables[0].form]
    return judge(form, [Part(submission, table, received_on) for table in tables], CATALOG, REGISTER)


def codes_of(*tables: Table, received_on: date | None = None) -> list[str]:
    return [finding.rule for finding in findings_of(*tables, received_on=received_on)]


def only(code: str, *tables: Table, received_on: date | None = None) -> Finding:
    """The one finding of a rule; fails when there is none or several."""
    (found,) = (f for f in findings_of(*tables, received_on=received_on) if f.rule == code)
    return found
