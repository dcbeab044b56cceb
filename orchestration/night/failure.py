"""How an exception looks to Dagster: a failure with one Chinese sentence, its class and its runbook page; never retried."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from orchestration.night.failure_class import class_of
from orchestration.night.trouble import explain

#: The key under which a failure carries its class.
CLASS = "class"


@contextmanager
def as_failure() -> Iterator[None]:
    """Turn what goes wrong inside into a Dagster ``Failure`` that says so in Chinese; the cause stays attached."""
    try:
        yield
    except Exception as error:
        found = class_of(error)
        metadata = {CLASS: found.value, "处理办法": dg.MetadataValue.path(str(found.page))}
        raise dg.Failure(description=explain(error), metadata=metadata, allow_retries=False) from error
