"""A form's own rules, in DuckDB: one SELECT turns all of them into boolean columns, one more per broken rule explains."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter
from typing import Any

import duckdb
import pandas as pd

from expectations.code_tables import add_code_tables
from expectations.frame import Frame, with_tolerances
from expectations.suite import KEY, ROW, ExpectationSpec, rule_column
from sources.contract import Catalog, ContractError, Form, FormRule
from sources.contract.field import RESERVED
from sources.unquoted import words_of

#: What a rule may tell beside the placeholders of its message.
_TOLD = ("cell", "value", "expected", "difference")


class RowRules:
    """The frame of one batch in DuckDB."""

    def __init__(self, frame: Frame, catalog: Catalog) -> None:
        self._form = frame.form
        self._connection = duckdb.connect(":memory:")
        self._connection.register("rows", frame.table)
        add_code_tables(self._connection, frame.form, catalog)

    def judged(self, specs: Sequence[ExpectationSpec]) -> pd.DataFrame:
        """Return the columns that the specs look at, one row per row of the frame.

        Raises ``ContractError`` naming the rule whose SQL cannot be run.
        """
        columns = {name: f'"{name}"' for name in (ROW, *KEY)}
        for spec in specs:
            columns.update(self._columns(spec))
        selected = ", ".join(f'{sql} as "{name}"' for name, sql in columns.items())
        try:
            return self._connection.execute(f"select {selected} from rows").df()
        except duckdb.Error as error:
            raise self._culprit(error) from error

    def _columns(self, spec: ExpectationSpec) -> dict[str, str]:
        """Return name → SQL of what an expectation looks at."""
        if spec.kind == "unique":
            return {}
        figures = {name: f'"{name}"' for name in spec.figures}
        if spec.kind == "sums":
            return {**figures, spec.tolerance_column: with_tolerances(spec.tolerance)}
        return figures or {spec.column: self._expression(spec)}

    def evaluable(self, specs: Sequence[ExpectationSpec]) -> pd.DataFrame:
        """Return for every spec, named by its position, whether it could look at each row: what it needs is there."""
        columns = ", ".join(f'({self._has_all(spec)}) as "{number}"' for number, spec in enumerate(specs))
        return self._connection.execute(f"select {columns} from rows order by {ROW}").df()

    def _has_all(self, spec: ExpectationSpec) -> str:
        if spec.kind == "given":
            return "true"
        if spec.kind == "unique":
            return f'"{spec.column}" is not null'
        if spec.column == rule_column(spec.rule):
            return f"({with_tolerances(self._form.rules[spec.rule].sql)}) is not null"
        return f'"{spec.field}" is not null'

    def _expression(self, spec: ExpectationSpec) -> str:
        if spec.kind == "length":
            return f'length("{spec.field}")'
        if spec.kind in ("between", "credit_code"):
            return f'"{spec.field}"'
        if spec.kind == "listed":
            choices = ", ".join(_quoted(value) for value in spec.values)
            return f'case when coalesce("{spec.field}" in ({choices}), true) then true end'
        rule = self._form.rules.get(spec.rule) if spec.column == rule_column(spec.rule) else None
        holds = with_tolerances(rule.sql) if rule else f'"{spec.column}"'
        return holds if spec.kind == "given" else f"case when coalesce(({holds})::boolean, true) then true end"

    def outcomes(self) -> list[dict[str, bool | None]]:
        """Return for every row, in the order of the frame, rule → whether it holds, None where it cannot look.

        Raises ``ContractError`` naming the rule whose SQL cannot be run.
        """
        rules = {code: f'({with_tolerances(rule.sql)})::boolean as "{code}"' for code, rule in self._form.rules.items()}
        try:
            found = self._connection.execute(f"select {', '.join((ROW, *rules.values()))} from rows").fetchall()
        except duckdb.Error as error:
            raise self._culprit(error) from error
        return [dict(zip(rules, values, strict=True)) for _, *values in sorted(found, key=lambda row: row[0])]

    def _culprit(self, error: duckdb.Error) -> ContractError:
        """Find the rule that cannot be run by running them one by one."""
        for code, rule in self._form.rules.items():
            try:
                self._connection.execute(f"select ({with_tolerances(rule.sql)})::boolean from rows").fetchall()
            except duckdb.Error as found:
                return _error(self._form, f"rules.{code}.sql", found)
        return _error(self._form, "rules", error)

    def explained(self, code: str, rows: Sequence[int]) -> dict[int, dict[str, Any]]:
        """Return ``_row`` → what the rule tells about it: placeholders, and its cell (a field), value, expected and difference.

        Raises ``ContractError`` naming the rule when one of its expressions cannot be run.
        """
        wanted = _told(self._form, self._form.rules[code])
        selected = "".join(f', ({with_tolerances(sql)}) as "{name}"' for name, sql in wanted.items())
        query = f"select * from (select {ROW}{selected} from rows) where {ROW} in (select unnest(?::bigint[]))"
        try:
            found = self._connection.execute(query, [list(rows)]).fetchall()
        except duckdb.Error as error:
            raise _error(self._form, f"rules.{code}.shows", error) from error
        return {row: dict(zip(wanted, values, strict=True)) for row, *values in found}


def _told(form: Form, rule: FormRule) -> dict[str, str]:
    """Return name → SQL of everything that a finding of a rule shows. A message may also name any column."""
    named = {name for _, name, _, _ in Formatter().parse(rule.says) if name}
    columns = {name: f'"{name}"' for name in sorted(named) if name in form.fields or name in RESERVED}
    own = {f"_{name}": sql for name in _TOLD if (sql := getattr(rule, name)) is not None}
    return {**columns, **rule.shows, **own}


def _error(form: Form, key: str, error: duckdb.Error) -> ContractError:
    return ContractError(f"sources/forms/{form.department}/{form.id}.yaml", key, f"SQL 无法执行：{words_of(error)}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
