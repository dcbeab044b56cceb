"""Passwords that are given out once and must be changed at the first sign-in."""

from __future__ import annotations

import secrets

#: Without letters and digits that look alike on paper.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def one_time_password() -> str:
    """Return four groups of four characters (79 bits), to be read aloud or copied from paper."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
