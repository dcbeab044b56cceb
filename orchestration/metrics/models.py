"""The generated models of ``dbt_project/models/indicators``: the indicators, their definitions, values and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from orchestration.metrics.compiler import Compiler, Leaf
from orchestration.metrics.indicator import Fed, Grain, Indicator, read_meta
from sources.contract import Catalog
from sources.derived.files import Derived
from sources.published.semantic import TRACE

FOLDER = Path("dbt_project/models/indicators")
#: Holds nothing but what MetricFlow compiled, one macro per fact and purpose.
COMPILED = Path("dbt_project/macros/indicators")

#: Pages ask for few rows of a table that stays; of many rows it would be most of a release (``orchestration.dbt_build``).
_KEPT = "{{ config(materialized=env_var('TAIZHANG_SOURCES', 'table')) }}\n"
#: Millions of facts are passed through, not kept: each part of a union takes what it needs.
_PASSED = "not materialized "
_HEAD = "-- 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml\n"

#: Columns of dim_indicators, as they are called in ``Indicator`` where they are plain text.
_TEXTS = ("id", "name", "unit", "direction", "owner", "formula", "status", "part_of", "grain")


def indicator_models(compiler: Compiler, catalog: Catalog) -> Derived:
    """Return the generated models. Raises ``ContractError`` for a metric whose meta does not hold."""
    metas = read_meta(compiler.metas(), catalog)
    published = {name: meta for name, meta in metas.items() if isinstance(meta, Indicator)}
    ordered = dict(sorted(published.items(), key=lambda item: (item[1].id, item[1].version)))
    texts = {
        FOLDER / "dim_indicators.sql": _list(_in_use(ordered.values()), catalog),
        FOLDER / "indicator_definitions.sql": _definitions(ordered.values()),
    }
    return Derived(texts | _values(compiler, ordered) | _sources(compiler, ordered, metas), folders=(COMPILED,))


def _list(indicators: Iterable[Indicator], catalog: Catalog) -> str:
    rows = ",\n".join(f"    ({_literals(indicator, catalog)})" for indicator in indicators)
    columns = (
        "indicator_id, name, unit, direction, owner, formula, status, part_of, grain,"
        " target_type, fixed_target, forms, fields, form_titles"
    )
    return (
        f"{_HEAD}-- noqa: disable=LT05\nwith indicators ({columns}) as (\n\n    values\n{rows}\n\n)\n\n"
        "select * from indicators\n"
    )


def _in_use(indicators: Iterable[Indicator]) -> Iterable[Indicator]:
    """Return the newest definition of each indicator; expects them in order of version."""
    return {indicator.id: indicator for indicator in indicators}.values()


def _definitions(indicators: Iterable[Indicator]) -> str:
    rows = ",\n".join(
        f"    ({_quoted(one.id)}, {one.version}, {_quoted(one.since)}, {_quoted(one.until)},"
        f" {_quoted(one.name)}, {_quoted(one.unit)}, {_quoted(one.formula)})"
        for one in indicators
    )
    columns = "indicator_id, version, valid_from, valid_until, name, unit, formula"
    return (
        f"{_HEAD}-- noqa: disable=LT05\nwith definitions ({columns}) as (\n\n    values\n{rows}\n\n)\n\n"
        "select\n    indicator_id || '|' || version as definition_id,\n    indicator_id,\n"
        "    cast(version as bigint) as version,\n    valid_from,\n    valid_until,\n"
        "    name,\n    unit,\n    formula\nfrom definitions\n"
    )


def _literals(indicator: Indicator, catalog: Catalog) -> str:
    texts = [getattr(indicator, name) for name in _TEXTS]
    fixed = f"cast({'null' if indicator.target.value is None else indicator.target.value} as decimal(18, 6))"
    titles = "、".join(f"《{catalog.forms[form].title}》" for form in indicator.forms) or "报送登记"
    return ", ".join(
        [
            *map(_quoted, [*texts, indicator.target.type]),
            fixed,
            *map(_quoted, ["、".join(indicator.forms), "、".join(indicator.fields), titles]),
        ]
    )


def _quoted(text: str | None) -> str:
    if text is None:
        return "cast(null as varchar)"
    escaped = text.replace("'", "''")
    return f"'{escaped}'"


def _values(compiler: Compiler, published: Mapping[str, Indicator]) -> dict[Path, str]:
    late = {name: indicator for name, indicator in published.items() if indicator.after_findings}
    early = {name: indicator for name, indicator in published.items() if not indicator.after_findings}
    return _computed(compiler, early, "computed_indicators") | _computed(compiler, late, "computed_after_findings")


def _computed(compiler: Compiler, published: Mapping[str, Indicator], macro: str) -> dict[Path, str]:
    groups: dict[tuple[str, Grain], list[str]] = {}
    for name, indicator in published.items():
        # One query per set of facts that feeds its metrics: MetricFlow reads each of them once.
        facts = "_".join(sorted({leaf.entity for leaf in compiler.leaves(name)}))
        groups.setdefault((facts, indicator.grain), []).append(name)
    macros = {f"values_by_{facts}": compiler.by_scope(names, grain) for (facts, grain), names in groups.items()}
    rows = [
        f"select '{published[name].id}' as indicator_id, {_period(grain, grain)} as period, scope,"
        f" cast({name} as decimal(18, 6)) as value from values_by_{facts}{_where(published[name], grain)}"
        for (facts, grain), names in groups.items()
        for name in names
    ]
    return _macros({**macros, macro: _united(list(macros), rows)})


def _sources(compiler: Compiler, published: Mapping[str, Indicator], metas: Mapping[str, Fed]) -> dict[Path, str]:
    traced: dict[str, dict[str, Leaf]] = {}
    rows: list[str] = []
    cells: list[str] = []
    for name, indicator in published.items():
        together: dict[tuple[str, str | None], list[Leaf]] = {}
        for leaf in compiler.leaves(name):
            fed = metas[leaf.name]
            # What is fed by no field (the calendar's share of a year) has no cells to lead to.
            for field in fed.fields:
                traced.setdefault(leaf.entity, {})[leaf.name] = leaf
                rows.append(_source(indicator, leaf, field))
                together.setdefault((leaf.entity, field), []).append(leaf)
        cells += [_cells(indicator, entity, field, leaves) for (entity, field), leaves in together.items()]
    macros = {
        f"rows_by_{entity}": _traced(entity, compiler.by_row(entity, [leaves[name] for name in sorted(leaves)]))
        for entity, leaves in traced.items()
    }
    return {
        **_macros(macros),
        FOLDER / "indicator_sources.sql": f"{_HEAD}{_KEPT}{_united(list(macros), rows, _PASSED)}\n",
        FOLDER / "indicator_cells.sql": f"{_HEAD}{_united(list(macros), cells, _PASSED)}\n",
    }


def _source(indicator: Indicator, leaf: Leaf, field: str) -> str:
    value = f"cast({leaf.name} as decimal(18, 8)) as value"
    return f"{_cell(indicator, field)}, {value}\nfrom rows_by_{leaf.entity}{_where(indicator, 'month', _counted(leaf))}"


def _cells(indicator: Indicator, entity: str, field: str | None, leaves: Iterable[Leaf]) -> str:
    """Return the cells of a field once, whichever parts of an indicator they feed: nothing has to be made distinct later."""
    conditions = [*map(_counted, leaves)]
    any_of = conditions[0] if len(conditions) == 1 else f"({' or '.join(conditions)})"
    return f"{_cell(indicator, field)}\nfrom rows_by_{entity}{_where(indicator, 'month', any_of)}"


def _cell(indicator: Indicator, field: str | None) -> str:
    return (
        f"select '{indicator.id}' as indicator_id, {_period('month', indicator.grain)} as period,\n"
        f"    form, submission_id, sheet, sheet_row, {_quoted(field)} as field, row_key"
    )


def _counted(leaf: Leaf) -> str:
    return f"{leaf.name} <> 0" if leaf.counts else f"{leaf.name} is not null"


def _where(indicator: Indicator, grain: Grain, *conditions: str) -> str:
    """Return the where clause, if any, of the conditions and of the months that a definition holds in."""
    month = f"{{{{ month_of('metric_time__{grain}') }}}}"
    limits = ((">=", indicator.since), ("<=", indicator.until))
    held = [f"{month} {sign} '{limit}'" for sign, limit in limits if limit is not None]
    return f" where {' and '.join([*conditions, *held])}" if conditions or held else ""


def _period(computed: Grain, said: Grain) -> str:
    """Return the period, as people call it, of what was computed by one grain and is told by another."""
    return f"{{{{ period_of('metric_time__{computed}', '{said}') }}}}"


def _traced(entity: str, sql: str) -> str:
    renamed = ",\n".join(f"    {entity}__{column} as {column}" for column in TRACE)
    return f"select\n    *,\n{renamed}\nfrom (\n\n{sql.strip()}\n\n) as compiled"


def _united(macros: Iterable[str], rows: Iterable[str], stays: str = "") -> str:
    ctes = ",\n\n".join(f"{name} as {stays}(\n\n    {{{{ {name}() }}}}\n\n)" for name in macros)
    united = "\nunion all\n".join(rows)
    return f"with {ctes}\n\n{united}"


def _macros(sql: Mapping[str, str]) -> dict[Path, str]:
    """Return one macro per file: dbt pastes a macro as it is, while it parses the SQL around an ephemeral model."""
    return {
        COMPILED / f"{name}.sql": f"{{# {_HEAD[3:-1]} #}}\n{{% macro {name}() %}}\n{text.strip()}\n{{% endmacro %}}\n"
        for name, text in sql.items()
    }
