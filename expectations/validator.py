"""Runs a suite over a frame with Great Expectations and returns every failing row.

Importing Great Expectations takes seconds, so it happens when the first frame is judged. A whole suite first runs for
its verdicts alone; only the expectations that failed run again with all their failing rows. That halves the time of
the ordinary case, in which nearly all expectations hold.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from expectations.suite import ROW, Suite

_COMPLETE = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": [ROW],
    "return_unexpected_index_query": False,
}


#: Takes the validation result of a suite.
Keep = Callable[[Any], None]


class JudgementError(RuntimeError):
    """An expectation could not be evaluated: a defect of ours, never the department's."""


def great_expectations() -> Any:
    """Import Great Expectations, without analytics and chatter, and return it."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx

    # After the import, which sets levels itself, of some modules one by one.
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("great_expectations")]:
        logging.getLogger(name).setLevel(logging.WARNING)
    return gx


@lru_cache(maxsize=1)
def _batches() -> Any:
    """Return the one batch definition of this process; progress bars are off."""
    gx = great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("submissions").add_dataframe_asset("rows")
    return asset.add_batch_definition_whole_dataframe("batch")


def failing_rows(
    suite: Suite, positions: Sequence[int], frame: pd.DataFrame, keep: Keep | None = None
) -> Mapping[int, list[int]]:
    """Return position of the spec → ``_row`` of every row that fails it, for the specs at ``positions``.

    ``keep`` takes Great Expectations' result of the whole suite, and may change it. Raises ``JudgementError``.
    """
    batch = _batches().get_batch({"dataframe": frame})
    outcome = batch.validate(suite.as_gx(positions), result_format="BOOLEAN_ONLY")
    verdicts = _results(outcome)
    failed = sorted(position for position, result in verdicts.items() if not result.success)
    found = _results(batch.validate(suite.as_gx(failed), result_format=_COMPLETE)) if failed else {}
    rows = {position: _rows(found[position]) for position in failed}
    if keep is not None:
        outcome.results = list({**verdicts, **found}.values())
        keep(outcome)
    return rows


def _results(outcome: Any) -> dict[int, Any]:
    found = {}
    for result in outcome.results:
        config = result.expectation_config
        trouble = result.exception_info or {}
        if trouble.get("raised_exception") or not (result.success or "raised_exception" in trouble):
            raise JudgementError(f"期望 {config.type}（规则 {config.meta['rule']}）无法执行：{trouble}")
        found[config.meta["spec"]] = result
    return found


def _rows(result: Any) -> list[int]:
    return sorted({int(place[ROW]) for place in result.result.get("unexpected_index_list") or ()})
