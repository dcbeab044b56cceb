"""Expectations of this zone as ordinary classes of Great Expectations: import them and add them to any suite.

Importing this module imports Great Expectations, which takes seconds: only what judges does so.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import ColumnMapExpectation, MulticolumnMapExpectation
from great_expectations.expectations.metrics import ColumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from sources.identifiers import uscc

#: Digits of money: a sum of decimals that came through binary fractions is exact to these.
_DIGITS = 4


class ColumnValuesCreditCode(ColumnMapMetricProvider):  # type: ignore[misc]  # untyped base
    """Whether each text is a 统一社会信用代码."""

    condition_metric_name = "column_values.credit_code"

    @column_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column: Any, **kwargs: Any) -> Any:  # noqa: N805 -- the decorator makes a class method of it
        holds = {text: uscc.looks_truncated(text) or uscc.is_valid(text) for text in column.unique()}
        return column.map(holds)


class ExpectColumnValuesToBeCreditCodes(ColumnMapExpectation):  # type: ignore[misc]
    """Expect texts to be 统一社会信用代码 with the right check character (GB 32100-2015; rule B02).

    Codes that Excel has cut to 15 digits are not failed: rule B03 says what happened to them.
    """

    map_metric = "column_values.credit_code"


class MulticolumnValuesIncreasing(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """Whether no value of a row is larger than the next one."""

    condition_metric_name = "multicolumn_values.increasing"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: Any, **kwargs: Any) -> Any:  # noqa: N805
        values = column_list.to_numpy(dtype=float)
        # A comparison with nothing is false: what is missing fails nobody.
        return ~(values[:, :-1] > values[:, 1:]).any(axis=1)


class ExpectMulticolumnValuesToBeIncreasing(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect the columns of each row not to fall from left to right: 本月 ≤ 本年累计 ≤ 开工以来累计 (rule B08)."""

    map_metric = "multicolumn_values.increasing"


class MulticolumnPartsSum(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """Whether the parts of a row add up to its total; the last two columns are the total and the tolerance."""

    condition_metric_name = "multicolumn_values.parts_sum"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: Any, **kwargs: Any) -> Any:  # noqa: N805
        values = column_list.to_numpy(dtype=float)
        parts, total, tolerance = values[:, :-2].sum(axis=1), values[:, -2], values[:, -1]
        return ~(np.round(np.abs(parts - total), _DIGITS) > np.round(tolerance, _DIGITS + 2))


class ExpectMulticolumnPartsToSumToTotal(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect the first columns of each row to add up to the last but one, within the last (domain.md 2.2, rule B09).

    A row that lacks a part or the total is not failed.
    """

    map_metric = "multicolumn_values.parts_sum"


class MulticolumnTotalRows(MulticolumnMapMetricProvider):  # type: ignore[misc]
    """Whether each total is the sum of the other rows of its list; the columns are list, value, is it a total, tolerance."""

    condition_metric_name = "multicolumn_values.total_rows"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: Any, **kwargs: Any) -> Any:  # noqa: N805
        lists, values, totals, tolerances = (column_list.iloc[:, at] for at in range(4))
        is_total = totals.to_numpy(dtype=bool)
        sums = values.where(~is_total).groupby(lists).transform("sum")
        gaps = np.round((values - sums).abs().to_numpy(dtype=float), _DIGITS)
        return ~(is_total & (gaps > np.round(tolerances.to_numpy(dtype=float), _DIGITS + 2)))


class ExpectMulticolumnTotalRowsToEqualTheirRows(MulticolumnMapExpectation):  # type: ignore[misc]
    """Expect every total row to be the sum of the other rows of its list, within its tolerance (domain.md 2.2, rule A12).

    ``column_list`` names four columns: the list, the value, whether the row is the list's total, and the tolerance. A value
    that is missing adds nothing; a total that is missing is not failed.
    """

    map_metric = "multicolumn_values.total_rows"
