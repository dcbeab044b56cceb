"""The JSON schema of a form file, so that an editor completes and checks ``sources/forms/*/*.yaml`` while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sources.contract import Form

PATH = Path("sources/forms/form.schema.json")

#: Taken from the file's place in the tree, never written in it.
_FROM_THE_PATH = ("id", "department")


def form_schema() -> str:
    """Return the schema as JSON text. Keys that the path gives (``id``, ``department``) are left out."""
    schema: dict[str, Any] = Form.model_json_schema()
    for name in _FROM_THE_PATH:
        schema["properties"].pop(name)
        schema["required"].remove(name)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "台账表单"}
    return json.dumps({**head, **schema, "title": "台账表单"}, ensure_ascii=False, indent=2) + "\n"
