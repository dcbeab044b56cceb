"""What engines say of an error keeps no value; names, frames, files and our own sentences stay."""

from __future__ import annotations

import logging
from decimal import Decimal

import dagster as dg
import duckdb
import pytest

from orchestration.night.failure import as_failure
from orchestration.release.errors import ReleaseRefusedError
from sources.unquoted import UnquotedFormatter, without_values, words_of

SECRET = "21987.6543"


def raised(sql: str) -> duckdb.Error:
    with pytest.raises(duckdb.Error) as found, duckdb.connect() as connection:
        connection.execute(sql).fetchall()
    return found.value


@pytest.mark.parametrize(
    "sql",
    [
        f"select cast('甄隐士{SECRET}' as integer)",
        f"select cast({SECRET.replace('.', '')}00::double as tinyint)",
        f"select {SECRET}::decimal(9,4) * 99999999::decimal(18,4) * 99999999::decimal(18,4)",
        f"create table t (a varchar primary key); insert into t values ('{SECRET}'), ('{SECRET}')",
        "select 300::integer::tinyint",
    ],
)
def test_an_engine_tells_what_went_wrong_and_not_with_which_value(sql: str) -> None:
    error = raised(sql)
    assert any(word in str(error) for word in ("21987", "value 300"))
    said = words_of(error)
    assert not any(word in said for word in ("21987", "value 300", "甄隐士"))
    assert "Error" in said


def test_what_says_no_value_is_told_as_it_is() -> None:
    assert "no_such_column" in words_of(raised("select no_such_column from range(3)"))
    assert (
        words_of(OSError(28, "No space left", "/data/12345.parquet"))
        == "[Errno 28] No space left: '/data/12345.parquet'"
    )
    refused = ReleaseRefusedError(["检验 'unique_x' 未通过（12345 行）"])
    assert words_of(refused) == str(refused)
    assert without_values("Got 2 results, configured to fail if != 0") == "Got 2 results, configured to fail if != 0"


def test_a_log_keeps_where_and_loses_what() -> None:
    record = logging.LogRecord("x", logging.ERROR, __file__, 0, "job 7 failed", None, None)
    try:
        int(f"甄隐士{Decimal(SECRET)}")
    except ValueError as error:
        record.exc_info = (type(error), error, error.__traceback__)
    text = UnquotedFormatter("%(levelname)s %(message)s").format(record)
    assert text.startswith("ERROR job 7 failed\nTraceback")
    assert "test_unquoted.py" in text
    assert "ValueError: invalid literal for int() with base 10: …" in text


def test_a_failure_tells_its_frames_and_carries_no_cause() -> None:
    def stumble() -> None:
        int(f"甄隐士{SECRET}")

    with pytest.raises(dg.Failure) as found, as_failure():
        stumble()
    failure = found.value
    assert SECRET not in f"{failure.description}{failure.metadata}"
    assert "in stumble" in str(failure.metadata["出错位置"].value)
    assert failure.__cause__ is None
    assert failure.__suppress_context__
