"""From a failing expectation to findings: what each kind of expectation shows, and where it points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from expectations.frame import Frame
from expectations.names import Names, compared, name_field
from expectations.part import Rows
from expectations.reporter import Reporter
from expectations.row_rules import RowRules
from expectations.suite import ExpectationSpec, rule_column
from expectations.wording import limits, listing, plain_text, shown
from sources.contract import Form


class Explainer:
    """Tells the findings of one form in one batch to the reporters of its parts."""

    def __init__(self, frame: Frame, rules: RowRules, reporters: Sequence[Reporter]) -> None:
        self._frame = frame
        self._form: Form = frame.form
        self._rules = rules
        self._reporters = reporters

    def tell(self, spec: ExpectationSpec, rows: Sequence[int]) -> None:
        """Report every failing row of one expectation; ``rows`` are ``_row`` of the frame."""
        if spec.column == rule_column(spec.rule):
            self._tell_rule(spec, rows)
            return
        tell = self._teller(spec)
        for row in rows:
            part, index = self._frame.place(row)
            reporter = self._reporters[part]
            reporter.row(spec.rule, index, spec.field, **tell(spec, reporter.rows, index))

    def _teller(self, spec: ExpectationSpec) -> Callable[[ExpectationSpec, Rows, int], dict[str, Any]]:
        by_kind = {
            "given": _tell_nothing,
            "between": _tell_range,
            "length": _tell_length,
            "listed": _tell_choices,
            "unique": self._tell_twin,
        }
        if spec.check is not None:
            return _tell_check
        if spec.kind == "holds":
            return self._tell_names if spec.rule == "G08" else self._tell_codes
        return by_kind[spec.kind]

    def _tell_rule(self, spec: ExpectationSpec, rows: Sequence[int]) -> None:
        """Report a form's own rule, except where the reader has complained about a cell that the rule looks at."""
        rule = self._form.rules[spec.rule]
        told = self._rules.explained(spec.rule, rows)
        for row in rows:
            part, index = self._frame.place(row)
            reporter = self._reporters[part]
            table = reporter.rows.table
            if any((name, table.rows[index]) in reporter.rows.troubled for name in rule.fields):
                continue
            fields = (told[row].pop("_cell", None), *rule.fields)
            field = next((name for name in fields if name in table.values), rule.fields[0])
            basis = self._beside(reporter.rows, index, [name for name in rule.fields if name != field])
            reporter.row(spec.rule, index, field, basis=basis, **self._wording(told[row], rule.shows))

    def _beside(self, rows: Rows, index: int, names: Sequence[str]) -> str | None:
        """Return what stands in other fields of a row, by title, without personal ones; None when there is nothing to say."""
        held = {name: rows.table.values[name][index] for name in names if name in rows.table.values}
        told = {
            self._form.fields[name].title: value for name, value in held.items() if not self._form.fields[name].personal
        }
        return "；".join(f"{title} {plain_text(value) or '空'}" for title, value in told.items()) or None

    def _wording(self, told: dict[str, Any], computed: dict[str, str]) -> dict[str, Any]:
        own = {name.removeprefix("_"): value for name, value in told.items() if name.startswith("_")}
        words: dict[str, Any] = {name: None if value is None else plain_text(value) for name, value in own.items()}
        for name, value in told.items():
            if name not in computed and name in self._form.fields:
                field = self._form.fields[name]
                words[name] = "…" if field.personal else shown(value, field.type)
            elif not name.startswith("_"):
                words[name] = shown(value)
        return words

    @cached_property
    def _twins(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """(List, key) → part and index of each row that has it."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for part, rows in enumerate(self._frame.parts):
            for index, key in enumerate(rows.complete_keys):
                if key is not None:
                    found.setdefault((rows.list_id, key), []).append((part, index))
        return found

    def _tell_twin(self, spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
        places = self._twins[rows.list_id, rows.complete_keys[index] or ""]
        part, twin = next(place for place in places if (self._frame.parts[place[0]], place[1]) != (rows, index))
        other = self._frame.parts[part].table
        where = f"第{other.rows[twin]}行"
        key = "、".join(self._form.fields[name].title for name in self._form.key)
        return {
            "other": where if other is rows.table else f"工作表“{other.sheet}”{where}",
            "key": key,
            "other_sheet": None if other is rows.table else other.sheet,
            "other_cell": other.cell(spec.field, other.rows[twin]),
        }

    @cached_property
    def _names(self) -> Names:
        return Names.of(self._form, self._frame.parts)

    def _tell_names(self, spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
        names = self._names.names(rows.list_id, rows.table.values["uscc"][index])
        own = str(rows.table.values[name_field(self._form) or ""][index])
        other = next(name for name in names if compared(name) != compared(own))
        return {"first": own, "second": other, "expected": other}

    def _tell_codes(self, spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
        name = rows.table.values[spec.field][index]
        codes = self._names.codes(rows.list_id, name)
        return {"name": name, "first": codes[0], "second": codes[1]}


def _tell_nothing(spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
    return {}


def _tell_range(spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
    field = rows.form.fields[spec.field]
    allowed = limits(field, field.min if spec.low is None else spec.low, field.max)
    return {"range": allowed, "expected": allowed}


def _tell_length(spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
    limit = spec.high if spec.high is not None else spec.low
    length = len(str(rows.table.values[spec.field][index]))
    said = "不超过" if spec.high is not None else "不少于"
    return {"length": length, "limit": limit, "expected": f"{said}{limit}字"}


def _tell_choices(spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
    choices = listing(spec.values)
    return {"choices": choices, "expected": choices}


def _tell_check(spec: ExpectationSpec, rows: Rows, index: int) -> dict[str, Any]:
    return dict(spec.check.tells(str(rows.table.values[spec.field][index]))) if spec.check else {}
