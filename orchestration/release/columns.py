"""Where each column of a table takes its values from, read out of the SQL that built it.

A parent gives a value to the column; what only joins or filters rows is no parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.optimizer.qualify_columns import qualify_columns
from sqlglot.optimizer.qualify_tables import qualify_tables
from sqlglot.optimizer.scope import Scope, build_scope
from sqlglot.schema import MappingSchema

#: A column of the warehouse: table, column.
Column = tuple[str, str]

_DIALECT = "duckdb"
#: dbt's name of the file that it builds, as compiled SQL says it.
_CATALOG = "warehouse"


class Columns:
    """The columns of all tables (schema → table → names), without which ``select *`` says nothing."""

    def __init__(self, tables: Mapping[str, Mapping[str, list[str]]]) -> None:
        known = {
            schema: {table: dict.fromkeys(names, "varchar") for table, names in own.items()}
            for schema, own in tables.items()
        }
        self._schema = MappingSchema({_CATALOG: known}, dialect=_DIALECT)

    def parents(self, sql: str) -> dict[str, set[Column]]:
        """Return column of the query → the columns of tables that give it values.

        Raises ``sqlglot.errors.SqlglotError`` for SQL that is not understood.
        """
        tree = qualify_tables(sqlglot.parse_one(sql, dialect=_DIALECT), db="main", catalog=_CATALOG, dialect=_DIALECT)
        scope = build_scope(qualify_columns(tree, self._schema))
        if scope is None:
            return {}
        walk = _Walk()
        return {name: walk.of(scope, name) for name in _names(scope)}


class _Walk:
    """Follows columns through the parts of one query, each part once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], set[Column]] = {}

    def of(self, scope: Scope, name: str) -> set[Column]:
        """Return the columns of tables behind a column of a part of the query."""
        key = (id(scope), name)
        if key not in self._known:
            # Set first: a part that reads itself (recursive) ends here.
            self._known[key] = set()
            self._known[key] = set(self._found(scope, name))
        return self._known[key]

    def _found(self, scope: Scope, name: str) -> Iterator[Column]:
        if scope.set_operation_scopes:
            place = _names(scope).index(name)
            for part in scope.set_operation_scopes:
                yield from self.of(part, _names(part)[place])
        elif isinstance(scope.expression, exp.Select):
            for select in scope.expression.selects:
                if select.alias_or_name == name:
                    yield from self._behind(scope, select)
        else:
            # A table function: whatever it is given.
            yield from self._behind(scope, scope.expression)

    def _behind(self, scope: Scope, expression: Any) -> Iterator[Column]:
        for column in _values(expression):
            source = _source(scope, column.table)
            if isinstance(source, Scope):
                yield from self.of(source, column.name)
            elif isinstance(source, exp.Table):
                yield source.name, column.name


def _names(scope: Scope) -> list[str]:
    """Return the columns of a part of a query in order."""
    expression: Any = scope.expression
    return list(expression.named_selects)


def _values(expression: Any) -> Iterator[exp.Column]:
    """Yield the columns that an expression is computed from; of a query in it only what it selects."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if isinstance(node, exp.Column):
            yield node
        else:
            waiting.extend(node.selects if isinstance(node, exp.Select) else node.iter_expressions())


def _source(scope: Scope | None, alias: str) -> Any:
    """Return what an alias stands for in a part of a query, in a subquery of it, or around it."""
    while scope is not None:
        if alias in scope.sources:
            return scope.sources[alias]
        for inner in scope.subquery_scopes:
            if alias in inner.sources:
                return inner.sources[alias]
        scope = scope.parent
    return None
