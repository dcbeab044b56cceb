"""Everything that is derived from the forms alone."""

from __future__ import annotations

from sources.contract import Catalog
from sources.derived.files import Derived
from sources.derived.form_list import form_list
from sources.derived.form_schema import PATH, form_schema
from sources.derived.staging import staging_files


def form_files(catalog: Catalog) -> Derived:
    """Return dbt sources and staging, the list of forms, and the editors' schema."""
    staging = staging_files(catalog)
    return Derived({PATH: form_schema(), **staging.texts, **form_list(catalog).texts}, staging.folders)
