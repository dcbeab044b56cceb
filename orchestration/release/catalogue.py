"""The catalogue of a release: every table and column with title, unit, origin and use, as pages and the dictionary show it.

Made once when a release is published: dbt's texts, the forms, and how values flow through the SQL that was built.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from orchestration.release.flow import Flow, Measured, measured
from orchestration.release.lineage import Lineage, TableText
from orchestration.release.titles import Titles, form_of, layer_of
from sources.contract import Catalog
from sources.published.tables import Column, Table
from sources.rules import Register

#: A field of a form: the form's id, the field's name.
Field = tuple[str, str]


def describe(
    contents: Mapping[str, Any],
    lineage: Lineage,
    metrics: Mapping[str, Any],
    catalog: Catalog,
    register: Register,
    kept: Path | None = None,
) -> list[Table]:
    """Return what is known of each table, out of the contents of a release (``contents.survey``) and dbt's artifacts.

    ``kept``: the file where the flow of columns stays for the next release.
    """
    schemas = {"main": contents["tables"], **contents["restricted"]}
    names = {
        schema: {table: [name for name, _ in one["columns"]] for table, one in own.items()}
        for schema, own in schemas.items()
    }
    described = _Described(
        lineage, Flow.read(lineage, names, kept), measured(metrics), catalog, _rules_by_field(register)
    )
    return [
        described.table(schema, table, one) for schema, own in schemas.items() for table, one in sorted(own.items())
    ]


def _rules_by_field(register: Register) -> dict[Field, set[str]]:
    """Return field → the codes of the rules about it; a rule between forms is about the fields of the one it judges."""
    found: dict[Field, set[str]] = defaultdict(set)
    for rule in register:
        for field in rule.fields if rule.forms else ():
            found[rule.forms[0], field].add(rule.code)
    return found


class _Described:
    """Looks everything up that is known of a table and its columns."""

    def __init__(
        self, lineage: Lineage, flow: Flow, behind: Measured, catalog: Catalog, rules: Mapping[Field, set[str]]
    ) -> None:
        self._texts = lineage.tables
        self._flow = flow
        self._behind = behind
        self._catalog = catalog
        self._rules = rules
        self._titles = Titles(lineage, flow, catalog)
        self._read_by: dict[str, list[str]] = defaultdict(list)
        for name, text in sorted(self._texts.items()):
            for parent in text.tables:
                self._read_by[parent].append(name)

    def table(self, schema: str, name: str, one: Mapping[str, Any]) -> Table:
        text = self._texts.get(name, TableText())
        form = form_of(name, self._catalog)
        columns = tuple(self._column(name, column, kind) for column, kind in one["columns"])
        judges = (self._texts[child].rule for child in self._read_by[name])
        return Table(
            name=name,
            schema=schema,
            layer=layer_of(name, text),
            title=text.title or (form.title if form else ""),
            description=text.description,
            rows=one["rows"],
            # Those whose values it holds; what only identifies or filters its rows is upstream, and named by ``reads``.
            forms=_each(form for column in columns for form, _ in column.fields) or text.forms,
            reads=text.tables,
            read_by=tuple(self._read_by[name]),
            rules=_each(filter(None, judges), *(column.rules for column in columns)),
            indicators=_each(*(column.indicators for column in columns)),
            pages=_each(text.pages, *(column.pages for column in columns)),
            columns=columns,
        )

    def _column(self, table: str, name: str, kind: str) -> Column:
        text = self._titles.of(table, name)
        above, below = self._flow.above((table, name)), self._flow.below((table, name))
        fields = tuple(sorted(set(self._fields(above))))
        return Column(
            name=name,
            type=kind,
            title=text.title,
            unit=text.unit,
            description=text.description,
            origins=tuple(sorted(self._flow.parents.get((table, name), ()))),
            fields=fields,
            rules=_each(*(self._rules.get(field, ()) for field in fields)),
            indicators=tuple(sorted(one for one, columns in self._behind.items() if columns & below)),
            pages=_each(*(self._texts.get(other, TableText()).pages for other, _ in below)),
        )

    def _fields(self, columns: set[tuple[str, str]]) -> Iterator[Field]:
        """Yield the fields of forms among columns: staging holds them under their own names."""
        for table, name in columns:
            form = form_of(table, self._catalog)
            if form is not None and name in form.fields:
                yield form.id, name


def _each(*found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(chain.from_iterable(found))))
