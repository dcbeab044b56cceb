"""A form as the YAML file that a person edits: one line per field, in the order of the columns."""

from __future__ import annotations

from typing import Any

from sources.contract import Form
from sources.derived.yaml_text import Inline, yaml_text

_HEAD = "yaml-language-server: $schema=../form.schema.json"


def form_yaml(form: Form) -> str:
    """Return the YAML of a form; what stands at its default is left out, id and department are the file's place."""
    shown: dict[str, Any] = {
        "title": form.title,
        "code": form.code,
        "grain": form.grain,
        "means": form.means,
        "period": form.period,
        "key": list(form.key),
    }
    if form.other_tables == "left":
        shown["other_tables"] = form.other_tables
    fields = form.model_dump(mode="json", exclude_defaults=True)["fields"]
    shown["fields"] = {name: Inline(values) for name, values in fields.items()}
    return yaml_text(shown, _HEAD)
