"""The project's macros rendered as dbt renders them, for macros that need nothing of dbt: SQL texts to run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment

_FOLDER = Path(__file__).parents[2] / "dbt_project" / "macros"
_FILES = ("comparisons.sql", "outliers.sql", "engine/median.sql")


def macros() -> Any:
    """Return a module whose attributes are the macros."""
    text = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in _FILES)
    return Environment(extensions=["jinja2.ext.do"]).from_string(text).module
