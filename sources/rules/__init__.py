"""The register of rules: what is checked, how strictly, and what the department reads."""

from sources.rules.register import Place, Register, load_register
from sources.rules.rule import Compares, Rule, in_force

__all__ = ["Compares", "Place", "Register", "Rule", "in_force", "load_register"]
