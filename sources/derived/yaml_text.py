"""YAML as it is committed: keys in the order given, Chinese as it is, a column of a model on one line."""

from __future__ import annotations

from typing import Any

import yaml


class Inline(dict[str, Any]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _inline(dumper: yaml.SafeDumper, value: Inline) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


_Dumper.add_representer(Inline, _inline)


def yaml_text(value: Any, head: str) -> str:
    """Return ``value`` as YAML under a comment line ``head``."""
    body = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return f"# {head}\n{body}"
