"""A form as the YAML file that a person edits: one line per field, in the order of the columns."""

from __future__ import annotations

from typing import Any

from sources.contract import Form
from sources.derived.yaml_text import Inline, yaml_text

#: How the workbook is read where it is not as usual.
_ONLY_WHEN_GIVEN = ("sheets", "other_tables", "known_notices", "dated", "repeats")
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
    given = form.model_dump(mode="json", exclude_defaults=True)
    shown |= {name: given[name] for name in _ONLY_WHEN_GIVEN if name in given}
    fields = given["fields"]
    shown["fields"] = {name: Inline(values) for name, values in fields.items()}
    return yaml_text(shown, _HEAD)
