"""How an exception looks to Dagster: a failure with one Chinese sentence, never retried by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from orchestration.night.trouble import explain


@contextmanager
def as_failure() -> Iterator[None]:
    """Turn what goes wrong inside into a Dagster ``Failure`` that says so in Chinese; the cause stays attached."""
    try:
        yield
    except Exception as error:
        raise dg.Failure(description=explain(error), allow_retries=False) from error
