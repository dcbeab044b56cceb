"""The shapes of ids in addresses: what does not fit is no page, before any view or file is asked."""

from __future__ import annotations

from django.urls import register_converter
from django.urls.converters import StringConverter


class SubmissionConverter(StringConverter):
    """A submission: 16 hexadecimal digits."""

    regex = "[0-9a-f]{16}"


class FindingConverter(SubmissionConverter):
    """A finding or a decision: 16 hexadecimal digits too."""


class ReleaseConverter(StringConverter):
    """A release: 20261123T020000, perhaps with -02."""

    regex = r"[0-9]{8}T[0-9]{6}(?:-[0-9]{2})?"


class IndicatorConverter(StringConverter):
    """An indicator: Z05, Z02a."""

    regex = "[A-Z]{1,2}[0-9]{2,3}[a-z]?"


class FormConverter(StringConverter):
    """A form: the name of its file."""

    regex = "[a-z][a-z0-9_]*"


class DepartmentConverter(StringConverter):
    """A department: its code."""

    regex = "[a-z][a-z_]*"


class TableConverter(FormConverter):
    """A table of the warehouse: lower case letters, digits and underscores."""


class RuleConverter(StringConverter):
    """A rule: B08, B46a, XL-MACROS."""

    regex = "[A-Z][0-9]{2}[a-z]?|XL(?:-[A-Z]+)+"


def register() -> None:
    """Make the shapes known to ``urls`` modules."""
    for name, converter in (
        ("submission", SubmissionConverter),
        ("finding", FindingConverter),
        ("release", ReleaseConverter),
        ("indicator", IndicatorConverter),
        ("form", FormConverter),
        ("department", DepartmentConverter),
        ("table", TableConverter),
        ("rule", RuleConverter),
    ):
        register_converter(converter, name)
