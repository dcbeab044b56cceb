"""The workbook that a clerk fills in, derived from the form: what it holds reads back without a finding."""

from sources.template.write import write_nil, write_rows, write_template

__all__ = ["write_nil", "write_rows", "write_template"]
