"""The register of rules: what is checked, how strictly, and what the department reads."""

from sources.rules.register import Place, Register, Rule, load_register

__all__ = ["Place", "Register", "Rule", "load_register"]
