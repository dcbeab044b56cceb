"""Where forms mention enterprises and projects, as two models: one row per mention that differs from all others.

A new form that names an enterprise or a project is in them without anybody adding it. What the forms must keep to: the
name that belongs to a code (``type: uscc``) is the text field beside it, before or after, or ``enterprise_name``; a list of enterprises says
``names: enterprise``; the zone's project number is called ``project_no`` or ends with it, the national one has the type
``project_code``. Which enterprise or project a mention means is decided downstream (``int_*_identities``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sources.contract import Catalog, Form
from sources.contract.types import FieldType
from sources.derived.files import Derived
from sources.derived.staging import HEAD

FOLDER = Path("dbt_project/models/intermediate")

_ENTERPRISE = ("uscc", "enterprise_name")
_PROJECT = ("project_no", "project_code", "project_name", "owner_name")


def mentions(catalog: Catalog) -> Derived:
    """Return ``int_enterprise_mentions`` and ``int_project_mentions``; their YAML is written by hand."""
    enterprises = [part for form in catalog for part in _enterprises(form)]
    projects = [part for form in catalog for part in _projects(form)]
    return Derived(
        {
            FOLDER / "int_enterprise_mentions.sql": _model(_ENTERPRISE, enterprises),
            FOLDER / "int_project_mentions.sql": _model(_PROJECT, projects, "max(is_declared) = 1 as is_declared"),
        }
    )


def name_beside(form: Form, code: str) -> str | None:
    """Return the field with the name of who bears a code, or None when the code stands alone."""
    names = list(form.fields)
    at = names.index(code)
    for place in (at - 1, at + 1):
        if 0 <= place < len(names) and names[place].endswith("_name"):
            field = form.fields[names[place]]
            if field.type is FieldType.TEXT and not field.personal:
                return names[place]
    return "enterprise_name" if code == "uscc" and "enterprise_name" in form.fields else None


def _enterprises(form: Form) -> Iterator[str]:
    for name, field in form.fields.items():
        if field.type is FieldType.USCC:
            yield _select(form, [name, name_beside(form, name)])
        elif field.names == "enterprise":
            yield f"    select\n        cast(null as varchar) as uscc,\n        part as enterprise_name\n    from {_parts(form, name)}"


def _projects(form: Form) -> Iterator[str]:
    code = next((name for name, field in form.fields.items() if field.type is FieldType.PROJECT_CODE), None)
    declared = "project_name" in form.fields and ("project_no" in form.fields or code is not None)
    if declared:
        number = "project_no" if "project_no" in form.fields else None
        yield _select(form, [number, code, "project_name", _owner(form)], "1")
    for name, field in form.fields.items():
        if name.endswith("project_no") and not declared:
            yield _select(form, [name, None, None, None], "0")
        elif name.endswith("project_nos") and field.type is FieldType.LIST:
            empty = ",\n".join(f"        cast(null as varchar) as {column}" for column in _PROJECT[1:])
            yield f"    select\n        part as project_no,\n{empty},\n        0 as is_declared\n    from {_parts(form, name)}"


def _owner(form: Form) -> str | None:
    beside = name_beside(form, "uscc") if "uscc" in form.fields else None
    return beside or ("owner_name" if "owner_name" in form.fields else None)


def _select(form: Form, fields: Sequence[str | None], declared: str | None = None) -> str:
    columns = _ENTERPRISE if declared is None else _PROJECT
    selected = [
        field if field == column else f"{field or 'cast(null as varchar)'} as {column}"
        for field, column in zip(fields, columns, strict=True)
    ]
    selected += [] if declared is None else [f"{declared} as is_declared"]
    lines = ",\n".join(f"        {expression}" for expression in selected)
    return f"    select\n{lines}\n    from {_staging(form)}"


def _parts(form: Form, field: str) -> str:
    return f"({{{{ parts_of(ref('stg_{form.department}__{form.id}'), '{field}') }}}}) as listed"


def _staging(form: Form) -> str:
    return f"{{{{ ref('stg_{form.department}__{form.id}') }}}}"


def _model(columns: Sequence[str], parts: Sequence[str], *measures: str) -> str:
    named = "\n    union all\n".join(parts)
    given = ", ".join(f"'{column}'" for column in columns)
    head = ",\n        ".join(
        [f"{{{{ key_of([{given}]) }}}} as mention_id", *columns, *measures, "cast(count(*) as bigint) as mention_count"]
    )
    present = "\n        or ".join(f"{column} is not null" for column in columns)
    return (
        f"-- {HEAD}：sources/forms\nwith mentioned as (\n\n{named}\n\n),\n\n"
        f"mentions as (\n\n    select\n        {head}\n    from mentioned\n    where\n        {present}\n"
        f"    group by {', '.join(columns)}\n\n)\n\nselect * from mentions\n"
    )
