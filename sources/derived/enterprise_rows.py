"""Every row of every form that names an enterprise by its code, as one model: what rules about the register look at.

The register itself (``enterprises``) is the other side of those rules and not among them. A new form is in the model
without anybody adding it, when it keeps to what ``mentions`` asks.
"""

from __future__ import annotations

from pathlib import Path

from sources.contract import Catalog, Form
from sources.derived.files import Derived
from sources.derived.mentions import name_beside
from sources.derived.staging import HEAD

PATH = Path("dbt_project/models/intermediate/int_enterprise_rows.sql")
REGISTER = "enterprises"
_CODE = "uscc"
_PLACE = ("form", "department", "period", "submission_id", "sheet", "sheet_row")


def enterprise_rows(catalog: Catalog) -> Derived:
    """Return ``int_enterprise_rows``; its YAML is written by hand."""
    selects = [_select(form) for form in catalog if _CODE in form.fields and form.id != REGISTER]
    named = "\n    union all\n".join(selects)
    text = f"-- {HEAD}：sources/forms\nwith enterprise_rows as (\n\n{named}\n\n)\n\nselect * from enterprise_rows\n"
    return Derived({PATH: text})


def _select(form: Form) -> str:
    name = name_beside(form, _CODE)
    key = ", ".join(f"'{column}'" for column in form.key)
    columns = [
        *_PLACE,
        f"{{{{ key_of([{key}]) }}}} as row_key",
        _CODE,
        f"{name or 'cast(null as varchar)'} as named",
        f"{_text(name)} as name_field",
    ]
    lines = ",\n".join(f"        {column}" for column in columns)
    staging = f"ref('stg_{form.department}__{form.id}')"
    return (
        f"    select\n{lines}\n    from ({{{{ rows_in_force({staging}) }}}}) as in_force\n    where {_CODE} is not null"
    )


def _text(name: str | None) -> str:
    return f"'{name}'" if name else "cast(null as varchar)"
