"""How an exception looks to Dagster: a failure with one Chinese sentence, its class and its runbook page; never retried."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from orchestration.night.failure_class import class_of
from orchestration.night.trouble import explain
from sources.unquoted import frames_of

#: The key under which a failure carries its class.
CLASS = "class"


@contextmanager
def as_failure() -> Iterator[None]:
    """Turn what goes wrong inside into a Dagster ``Failure`` that says so in Chinese, with the frames it came from.

    Dagster keeps an attached cause word for word, with the values that it quotes: only its frames are told.
    """
    try:
        yield
    except Exception as error:
        found = class_of(error)
        metadata = {
            CLASS: found.value,
            "处理办法": dg.MetadataValue.path(str(found.page)),
            "出错位置": dg.MetadataValue.md(f"```\n{type(error).__name__}\n{frames_of(error)}```"),
        }
        raise dg.Failure(description=explain(error), metadata=metadata, allow_retries=False) from None
