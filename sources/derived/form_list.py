"""``dim_forms``: the forms as a dimension, so that SQL knows titles, departments and due days without a second list."""

from __future__ import annotations

from pathlib import Path

from sources.contract import Catalog, Form
from sources.derived.files import Derived
from sources.derived.staging import HEAD

PATH = Path("dbt_project/models/marts/filings/dim_forms.sql")

_COLUMNS = (
    "form",
    "form_code",
    "form_title",
    "department",
    "period_kind",
    "grain",
    "due_day",
    "due_shift",
    "due_from",
    "key_titles",
    "restricted_schema",
)


def form_list(catalog: Catalog) -> Derived:
    """Return the model ``dim_forms``; its YAML is written by hand, for its columns do not depend on the forms."""
    rows = ",\n".join(f"    ({', '.join(_literals(form))})" for form in catalog)
    text = (
        f"-- {HEAD}：sources/forms\n-- noqa: disable=LT05\n"
        f"with forms ({', '.join(_COLUMNS)}) as (\n\n    values\n{rows}\n\n)\n\nselect * from forms\n"
    )
    return Derived({PATH: text})


def _literals(form: Form) -> list[str]:
    due_day = str(form.due.day) if form.due else "cast(null as integer)"
    due_shift = _quoted(form.due.shift) if form.due else "cast(null as varchar)"
    due_from = _quoted(form.due.counted_from) if form.due else "cast(null as varchar)"
    texts = (form.id, form.code, form.title, form.department, form.period, form.grain)
    return [
        *map(_quoted, texts),
        due_day,
        due_shift,
        due_from,
        _quoted("、".join(form.fields[name].title for name in form.key)),
        _quoted(form.restricted) if form.restricted else "cast(null as varchar)",
    ]


def _quoted(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
