"""Identifiers that a standard defines: how they are written, and how a wrong one is told from a right one."""
