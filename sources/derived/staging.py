"""dbt sources and staging models, one per form and one per table that describes submissions.

Staging selects: typed columns under their contract names, personal fields left out, no rows dropped. Which submissions
are in force is decided downstream. Rows of restricted forms stand in the schema that the form names; tables that repeat
values of cells stand in ``RESTRICTED``, and what everybody reads of them has the values of restricted forms masked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from sources.contract import Catalog, Form
from sources.contract.types import sql_type
from sources.derived.describing import COLUMNS_OF, GRAIN_OF, MEANING
from sources.derived.files import Derived
from sources.derived.yaml_text import Inline, yaml_text
from sources.landing.schema import DESCRIBING, LEDGER
from sources.published.restricted import RESTRICTED

FOLDER = Path("dbt_project/models/staging")
HEAD = "由 taizhang generate 生成，请勿手改"

#: Tables that repeat values of cells, of whatever form: facts tell of them what everybody may read.
_REPEATING = frozenset({"_findings", "_decisions", "finding_events"})

#: Columns of every form's rows before its own fields, with their types in the warehouse.
_ROW_TYPES = {
    "form": "varchar",
    "submission_id": "varchar",
    "department": "varchar",
    "period": "varchar",
    "reported_on": "date",
    "sheet": "varchar",
    "sheet_row": "bigint",
}

_SQL_TYPES: dict[pa.DataType, str] = {
    pa.string(): "varchar",
    pa.int64(): "bigint",
    pa.timestamp("ms"): "timestamp",
    pa.date32(): "date",
    pa.bool_(): "boolean",
    pa.decimal128(18, 6): "decimal(18,6)",
}


@dataclass(frozen=True)
class Column:
    """One column of a staging model: ``expression`` is what it selects from the landing table."""

    name: str
    type: str
    title: str
    expression: str
    means: str = ""
    unit: str | None = None

    def documented(self) -> Inline:
        """Return the column's entry in the model's YAML."""
        meta = {"title": self.title, **({"unit": self.unit} if self.unit else {})}
        description = self.means or self.title
        return Inline(name=self.name, data_type=self.type, description=description, config={"meta": meta})


@dataclass(frozen=True)
class Model:
    """One staging model: its name, the landing table it reads, and its columns."""

    name: str
    table: str
    description: str
    origin: str
    columns: tuple[Column, ...]
    schema: str | None = None
    source: str = "landing"

    def sql(self) -> str:
        """Return the model: one select from one source."""
        selected = ",\n".join(
            f"        {column.expression}" if column.expression == column.name else
            f"        {column.expression} as {column.name}"
            for column in self.columns
        )  # fmt: skip
        return (
            f"-- {HEAD}：{self.origin}\n"
            f"with source as (\n\n    select * from {{{{ source('{self.source}', '{self.table}') }}}}\n\n),\n\n"
            f"selected as (\n\n    select\n{selected}\n    from source\n\n)\n\nselect * from selected\n"
        )

    def yaml(self) -> str:
        """Return the model's YAML: contract and dictionary."""
        documented = {
            "name": self.name,
            "description": self.description,
            **({"config": {"schema": self.schema}} if self.schema else {}),
            "columns": [column.documented() for column in self.columns],
        }
        return yaml_text({"models": [documented]}, f"{HEAD}：{self.origin}")


def staging_files(catalog: Catalog) -> Derived:
    """Return the sources YAML and every staging model with its YAML."""
    models = [
        *(form_model(form) for form in catalog),
        *(describing_model(table) for table in DESCRIBING | LEDGER if table != "_coercions"),
        *coercion_models(catalog),
    ]
    texts = {FOLDER / "landing.yml": _sources(catalog)}
    for model in models:
        texts[FOLDER / f"{model.name}.sql"] = model.sql()
        texts[FOLDER / f"{model.name}.yml"] = model.yaml()
    return Derived(texts, folders=(FOLDER,))


def form_model(form: Form) -> Model:
    """Return the staging model of a form, ``stg_<department>__<form>``."""
    rows = [
        Column(name, kind, MEANING[name].title, f"'{form.id}'" if name == "form" else name, MEANING[name].means)
        for name, kind in _ROW_TYPES.items()
    ]
    fields = [
        Column(name, sql_type(field.type), field.title, _cast(name, sql_type(field.type)), field.means, field.unit)
        for name, field in form.fields.items()
        if not field.personal
    ]
    return Model(
        name=f"stg_{form.department}__{form.id}",
        table=form.id,
        description=f"{form.grain}，所有已接收的报送。{form.title}（{form.code}）：{form.means or form.title}。",
        origin=f"sources/forms/{form.department}/{form.id}.yaml",
        columns=(*rows, *fields),
        schema=form.restricted,
    )


def describing_model(table: str) -> Model:
    """Return the staging model of a table that describes submissions, ``stg_inbox__<table>``."""
    remembered = table in LEDGER
    columns = tuple(
        Column(field.name, _SQL_TYPES[field.type], means.title, _cast(field.name, _SQL_TYPES[field.type]), means.means)
        for field in (DESCRIBING | LEDGER)[table]
        for means in [COLUMNS_OF.get((table, field.name)) or MEANING[field.name]]
    )
    return Model(
        name=f"stg_ledger__{table}" if remembered else f"stg_inbox_{table}",
        table=table,
        description=GRAIN_OF[table],
        origin="sources/landing/schema.py",
        columns=columns,
        schema=RESTRICTED if table in _REPEATING else None,
        source="ledger" if remembered else "landing",
    )


def coercion_models(catalog: Catalog) -> tuple[Model, Model]:
    """Return ``stg_inbox__coercions``, in which the cells of restricted forms are masked, and all of them beside it."""
    every = replace(describing_model("_coercions"), name="stg_inbox__coercions_in_full", schema=RESTRICTED)
    listed = ", ".join(f"'{form.id}'" for form in catalog if form.restricted)
    masked = tuple(
        replace(column, expression=f"case when form not in ({listed}) then raw end") if column.name == "raw" else column
        for column in every.columns
    )
    told = Column("is_restricted", "boolean", "是否受限", f"form in ({listed})", "属受限报表的单元格，原文不在这里")
    open_ = replace(
        every, name="stg_inbox__coercions", columns=(*masked, told) if listed else every.columns, schema=None
    )
    return open_, every


def _cast(name: str, kind: str) -> str:
    return name if kind == "varchar" else f"cast({name} as {kind.replace(',', ', ')})"


def _sources(catalog: Catalog) -> str:
    tables = [{"name": form.id, "description": f"{form.title}（{form.code}），{form.grain}"} for form in catalog]
    tables += [{"name": table, "description": GRAIN_OF[table]} for table in DESCRIBING]
    # Older files lack the columns that a form has gained since: union_by_name reads them as null.
    home = """{{ env_var("TAIZHANG_HOME") | replace("'", "''") }}"""
    location = f"read_parquet('{home}/landing/{{name}}/*.parquet', union_by_name = true)"
    landing = {
        "name": "landing",
        "description": "已接收的行，每张表每批一个 Parquet 文件，只写一次。",
        "config": {"meta": {"external_location": location}},
        "tables": tables,
    }
    ledger = {
        "name": "ledger",
        "description": "各版本相互记住的事，每个版本一个 Parquet 文件，只写一次。",
        "config": {
            "meta": {"external_location": f"read_parquet('{home}/ledger/{{name}}/*.parquet', union_by_name = true)"}
        },
        "tables": [{"name": table, "description": GRAIN_OF[table]} for table in LEDGER],
    }
    return yaml_text({"sources": [landing, ledger]}, f"{HEAD}：sources/forms")
