"""Why a job cannot be done, in words for the person who asked for it."""

from __future__ import annotations


class TroubleError(Exception):
    """The message is shown as it is."""
