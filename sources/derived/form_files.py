"""Everything that is derived from the forms alone."""

from __future__ import annotations

from sources.contract import Catalog
from sources.derived.enterprise_rows import enterprise_rows
from sources.derived.files import Derived
from sources.derived.form_list import form_list
from sources.derived.form_schema import PATH, form_schema
from sources.derived.mentions import mentions
from sources.derived.staging import staging_files


def form_files(catalog: Catalog) -> Derived:
    """Return dbt sources and staging, the mentions of enterprises and projects, the list of forms, the editors' schema."""
    staging = staging_files(catalog)
    texts = {**staging.texts, **mentions(catalog).texts, **enterprise_rows(catalog).texts, **form_list(catalog).texts}
    return Derived({PATH: form_schema(), **texts}, staging.folders)
