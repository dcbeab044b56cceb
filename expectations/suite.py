"""The suite of a form: every expectation about its rows, derived from the contract, with the rule each one stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from expectations.cells import CREDIT_CODE, CellCheck, cell_checks
from expectations.names import name_field
from expectations.shapes import shape_of
from sources.contract import Catalog, Field, FieldType, Form, FormRule
from sources.reader.parse import LIST_RULES

#: Names the row of a failing value in results; see ``expectations.frame``.
ROW = "_row"
KEY = ("submission_id", "_key")


@dataclass(frozen=True)
class ExpectationSpec:
    """One expectation. ``column`` is a column of the frame, ``field`` the cell that a finding points at.

    Kinds: ``given`` the cell is filled; ``between`` and ``length`` within ``low`` and ``high``; ``listed`` one of
    ``values``; ``unique`` list and key occur once; ``credit_code`` a 统一社会信用代码; ``increasing`` and ``sums`` a rule over
    ``figures`` (``expectations.gx_classes``), the latter within ``tolerance`` (SQL); ``holds`` any other rule computed by SQL
    or Python is not false. The columns of ``given``, ``listed`` and ``holds`` are true, and null where the row fails: *not null* is the cheapest
    expectation of Great Expectations, a third less than *in set*.
    """

    kind: Literal["given", "between", "length", "listed", "unique", "credit_code", "increasing", "sums", "holds"]
    rule: str
    field: str
    column: str
    low: Decimal | None = None
    high: Decimal | None = None
    values: tuple[str, ...] = ()
    check: CellCheck | None = None
    figures: tuple[str, ...] = ()
    tolerance: str = ""

    @property
    def tolerance_column(self) -> str:
        """The column of the frame with what still counts as equal."""
        return f"{self.column}__tolerance"

    def as_gx(self, meta: dict[str, Any]) -> Any:
        """Return the Great Expectations object."""
        import great_expectations.expectations as gxe

        if self.kind in ("between", "length"):
            low, high = (None if bound is None else float(bound) for bound in (self.low, self.high))
            return gxe.ExpectColumnValuesToBeBetween(column=self.column, min_value=low, max_value=high, meta=meta)
        if self.kind == "unique":
            return gxe.ExpectCompoundColumnsToBeUnique(
                column_list=list(KEY), ignore_row_if="any_value_is_missing", meta=meta
            )
        return self._own_gx(meta) or gxe.ExpectColumnValuesToNotBeNull(column=self.column, meta=meta)

    def _own_gx(self, meta: dict[str, Any]) -> Any:
        """Return the object of one of the zone's own classes; None for a kind of Great Expectations."""
        from expectations import gx_classes

        if self.kind == "credit_code":
            return gx_classes.ExpectColumnValuesToBeCreditCodes(column=self.column, meta=meta)
        if self.kind == "increasing":
            return gx_classes.ExpectMulticolumnValuesToBeIncreasing(column_list=list(self.figures), meta=meta)
        if self.kind == "sums":
            columns = [*self.figures, self.tolerance_column]
            return gx_classes.ExpectMulticolumnPartsToSumToTotal(column_list=columns, meta=meta)
        return None

    def looks_at(self, fields: frozenset[str]) -> bool:
        """Return whether the expectation has anything to say about a batch whose sheets have these fields.

        Keys, names and the form's own rules look at several fields, blank ones too.
        """
        return self.field in fields or self.kind == "unique" or self.column.startswith("_")


@dataclass(frozen=True)
class Suite:
    """What is expected of a form's rows."""

    form: Form
    checks: tuple[CellCheck, ...]
    specs: tuple[ExpectationSpec, ...]

    def positions(self, fields: frozenset[str]) -> tuple[int, ...]:
        """Return the positions of the specs that look at a batch whose sheets have these fields."""
        return tuple(position for position, spec in enumerate(self.specs) if spec.looks_at(fields))

    def as_gx(self, positions: Iterable[int]) -> Any:
        """Return the Great Expectations suite of the specs at these positions.

        Each expectation's meta carries the rule, the field and the position of its spec.
        """
        import great_expectations as gx

        return gx.ExpectationSuite(
            name=self.form.id,
            expectations=[
                spec.as_gx({"rule": spec.rule, "field": spec.field, "spec": position})
                for position, spec in ((position, self.specs[position]) for position in positions)
            ],
        )


_SUITES: dict[str, tuple[Form, Catalog, Suite]] = {}


def suite_for(form: Form, catalog: Catalog) -> Suite:
    """Return the suite of a form, derived once per form and catalog."""
    kept = _SUITES.get(form.id)
    if kept is None or kept[0] is not form or kept[1] is not catalog:
        checks = cell_checks(form, catalog)
        # Great Expectations looks at credit codes itself; the other checks come to it as columns.
        columns = tuple(check for check in checks if check.rule != CREDIT_CODE)
        kept = _SUITES[form.id] = (form, catalog, Suite(form, columns, tuple(_specs(form, catalog, checks))))
    return kept[2]


def _specs(form: Form, catalog: Catalog, checks: tuple[CellCheck, ...]) -> list[ExpectationSpec]:
    specs = [spec for name, field in form.fields.items() for spec in _of_field(name, field, catalog, form)]
    specs += [_of_check(check) for check in checks]
    if called := name_field(form):
        specs.append(ExpectationSpec("holds", "G08", "uscc", "_names__g08"))
        specs.append(ExpectationSpec("holds", "G09", called, "_names__g09"))
    if not form.repeats:
        specs.append(ExpectationSpec("unique", "R11", form.key[0], KEY[1]))
    specs += [_of_rule(form, code, rule) for code, rule in form.rules.items()]
    return specs


def _of_check(check: CellCheck) -> ExpectationSpec:
    if check.rule == CREDIT_CODE:
        return ExpectationSpec("credit_code", check.rule, check.field, check.field, check=check)
    return ExpectationSpec("holds", check.rule, check.field, check.column, check=check)


def _of_rule(form: Form, code: str, rule: FormRule) -> ExpectationSpec:
    shape = shape_of(form, rule.sql)
    if shape is None:
        return ExpectationSpec("holds", code, rule.fields[0], rule_column(code))
    kind, figures, tolerance = shape
    return ExpectationSpec(kind, code, rule.fields[0], rule_column(code), figures=figures, tolerance=tolerance)


def rule_column(code: str) -> str:
    """Return the boolean column of a form's own rule."""
    return f"_rule__{code.lower()}"


def _of_field(name: str, field: Field, catalog: Catalog, form: Form) -> list[ExpectationSpec]:
    specs = [ExpectationSpec("given", "B55", name, f"{name}__given")] if field.required else []
    specs += _ranges(name, field)
    if field.max_length is not None:
        specs.append(ExpectationSpec("length", "B58", name, f"{name}__length", high=Decimal(field.max_length)))
    if field.min_length is not None:
        specs.append(ExpectationSpec("length", "B71", name, f"{name}__length", low=Decimal(field.min_length)))
    if field.type is FieldType.ENUM:
        rule = LIST_RULES.get(field.list or "", "B05")
        specs.append(ExpectationSpec("listed", rule, name, f"{name}__listed", values=catalog.choices(form, name)))
    return specs


def _ranges(name: str, field: Field) -> list[ExpectationSpec]:
    """A lower bound of 0 forbids negative numbers (B07); every other bound is a range (B57)."""
    low = Decimal(0) if field.min is None and field.type is FieldType.COUNT else field.min
    if low == 0:
        above = [ExpectationSpec("between", "B57", name, name, high=field.max)] if field.max is not None else []
        return [ExpectationSpec("between", "B07", name, name, low=low), *above]
    if low is None and field.max is None:
        return []
    return [ExpectationSpec("between", "B57", name, name, low=low, high=field.max)]
