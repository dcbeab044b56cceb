"""Accepted rows as Parquet, written once per batch, and what is known of every submission."""

from sources.landing.batch import Batch, prepare, recover
from sources.landing.rows import Accepted, coercion_rows, column_rows, finding_rows, form_rows
from sources.landing.schema import DESCRIBING, SUBMISSIONS, rows_schema

__all__ = [
    "DESCRIBING",
    "SUBMISSIONS",
    "Accepted",
    "Batch",
    "coercion_rows",
    "column_rows",
    "finding_rows",
    "form_rows",
    "prepare",
    "recover",
    "rows_schema",
]
