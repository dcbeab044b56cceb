"""The suite of a form as people look it up: each expectation beside the rule that it stands for."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from expectations.suite import TOTALS, ExpectationSpec, rule_column, suite_for
from expectations.totals import ADDITIVE
from expectations.validator import great_expectations
from sources.contract import Catalog, Form
from sources.rules import Register


@dataclass(frozen=True)
class Described:
    """One expectation: Great Expectations' type and arguments, the fields it looks at, and what the rule says.

    ``columns`` are field ids, the first one is the cell of a finding; ``titles`` their headings. ``bounds`` are the
    arguments that limit values. ``mostly`` is the share of rows that must hold.
    """

    type: str
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rule: str
    level: str
    message: str
    bounds: dict[str, Any]
    mostly: float

    def as_row(self) -> dict[str, Any]:
        """Return the fields as a mapping."""
        return asdict(self)


def described(form: Form, catalog: Catalog, register: Register) -> list[Described]:
    """Return the expectations of a form in the order in which they are judged, that of its totals last."""
    great_expectations()
    specs = [*suite_for(form, catalog).specs, *([TOTALS] if _columns(TOTALS, form) else [])]
    return [_described(spec, form, register) for spec in specs]


def _described(spec: ExpectationSpec, form: Form, register: Register) -> Described:
    rule, expectation = register.rule(spec.rule, form.id), spec.as_gx({})
    columns = _columns(spec, form)
    low, high = getattr(expectation, "min_value", None), getattr(expectation, "max_value", None)
    bounds = {"min_value": low, "max_value": high, "value_set": list(spec.values) or None}
    return Described(
        type=expectation.expectation_type,
        columns=columns,
        titles=tuple(form.fields[name].title for name in columns),
        rule=rule.code,
        level=rule.level.value,
        message=rule.says,
        bounds={name: value for name, value in bounds.items() if value is not None},
        mostly=getattr(expectation, "mostly", 1.0),
    )


def _columns(spec: ExpectationSpec, form: Form) -> tuple[str, ...]:
    if spec.kind == "unique":
        return form.key
    if spec is TOTALS:
        return tuple(name for name, field in form.fields.items() if field.adds and field.type in ADDITIVE)
    return tuple(form.rules[spec.rule].fields) if spec.column == rule_column(spec.rule) else (spec.field,)
