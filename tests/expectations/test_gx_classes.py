"""The zone's own classes of Great Expectations, each in an ordinary suite over an ordinary frame."""

from __future__ import annotations

from typing import Any

import pandas as pd

from expectations.validator import great_expectations
from tests.expectations.tables import USCC

NAN = float("nan")


def failing(expectation: Any, frame: pd.DataFrame) -> list[int]:
    """Return the positions of the rows that fail, as any user of Great Expectations would ask for them."""
    gx = great_expectations()
    context = gx.get_context(mode="ephemeral")
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    batch = asset.add_batch_definition_whole_dataframe("batch").get_batch({"dataframe": frame})
    suite = gx.ExpectationSuite(name="one", expectations=[expectation])
    (result,) = batch.validate(suite, result_format="COMPLETE").results
    assert not result.exception_info.get("raised_exception"), result.exception_info
    return list(result.result["unexpected_index_list"])


def test_a_credit_code_with_a_wrong_check_character_fails_and_a_blank_does_not() -> None:
    from expectations.gx_classes import ExpectColumnValuesToBeCreditCodes

    frame = pd.DataFrame({"uscc": [USCC, f"{USCC[:-1]}3", None, "914403001922038000", "不详"]})

    # The fourth was cut by Excel: B03 says so.
    assert failing(ExpectColumnValuesToBeCreditCodes(column="uscc"), frame) == [1, 4]


def test_figures_must_not_fall_from_month_to_year_to_total() -> None:
    from expectations.gx_classes import ExpectMulticolumnValuesToBeIncreasing

    frame = pd.DataFrame(
        {"month": [1.0, 5.0, 5.0, NAN, 9.0], "year": [2.0, 5.0, 4.0, 7.0, NAN], "total": [3.0, 5.0, 6.0, 6.5, 1.0]}
    )

    expectation = ExpectMulticolumnValuesToBeIncreasing(column_list=["month", "year", "total"])
    # What is missing is compared with nothing; the two figures that are there still are.
    assert failing(expectation, frame) == [2, 3]


def test_parts_must_add_up_to_their_total_within_the_tolerance() -> None:
    from expectations.gx_classes import ExpectMulticolumnPartsToSumToTotal

    frame = pd.DataFrame(
        {
            "tax": [0.1, 0.1, 10.0, NAN],
            "other": [0.2, 0.2, 20.0, 2.0],
            "total": [0.31, 0.3101, 30.0, 9.0],
            "tolerance": [0.01, 0.01, 0.01, 0.01],
        }
    )

    expectation = ExpectMulticolumnPartsToSumToTotal(column_list=["tax", "other", "total", "tolerance"])
    # 0.31 − 0.3 is a little more than 0.01 in binary fractions, and exactly 0.01 in money.
    assert failing(expectation, frame) == [1]


def test_a_total_row_must_be_the_sum_of_its_rows_within_the_tolerance() -> None:
    from expectations.gx_classes import ExpectMulticolumnTotalRowsToEqualTheirRows

    columns = ["list", "value", "is_total", "tolerance"]
    rows = [
        ("right", 0.3, True, 0.01), ("right", 0.1, False, 0.0), ("right", 0.2, False, 0.0), ("right", NAN, False, 0.0),
        ("wrong", 31.0, True, 0.01), ("wrong", 30.0, False, 0.0),
        ("rounded", 0.31, True, 0.01), ("rounded", 0.3, False, 0.0),
        ("counts", 3.0, True, 0.0), ("counts", 2.0, False, 0.0),
        ("unsaid", NAN, True, 0.01), ("unsaid", 7.0, False, 0.0),
        ("empty", 5.0, True, 0.01),
    ]  # fmt: skip

    expectation = ExpectMulticolumnTotalRowsToEqualTheirRows(column_list=columns)
    assert failing(expectation, pd.DataFrame(rows, columns=columns)) == [4, 8, 12]
