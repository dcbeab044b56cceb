"""The marked workbook: what a department sent, back with its faults shown, and the answers that return in it."""

from sources.returned.answers import Answer, Answers, Refused, answers_in, read_answers
from sources.returned.changes import Changes, Line, compare, landed_rows, last_accepted, table_rows
from sources.returned.effects import Effect, effects
from sources.returned.opening import Opening, opening_of
from sources.returned.remarks import Remark
from sources.returned.submission import (
    AmbiguousSubmissionError,
    Listed,
    NotJudgedError,
    Returned,
    UnknownSubmissionError,
    find_submission,
    read_returned,
)
from sources.returned.write import file_name, write_returned

__all__ = [
    "AmbiguousSubmissionError",
    "Answer",
    "Answers",
    "Changes",
    "Effect",
    "Line",
    "Listed",
    "NotJudgedError",
    "Opening",
    "Refused",
    "Remark",
    "Returned",
    "UnknownSubmissionError",
    "answers_in",
    "compare",
    "effects",
    "file_name",
    "find_submission",
    "landed_rows",
    "last_accepted",
    "opening_of",
    "read_answers",
    "read_returned",
    "table_rows",
    "write_returned",
]
