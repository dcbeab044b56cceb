"""GB/T 40058-2021: the shape, and the ways in which departments write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.identifiers import project_code

CODE = "2021-370105-26-03-123456"


@pytest.mark.parametrize(
    "typed",
    [CODE, "20213701052603123456", "2021—370105—26—03—123456", "2021－370105－26－03－123456", " 2021 - 370105-26-03-123456", "'" + CODE],
)  # fmt: skip
def test_dashes_blanks_and_bare_codes_are_normalised(typed: str) -> None:
    assert project_code.normalise(typed) == CODE


def test_letters_become_upper_case() -> None:
    assert project_code.normalise("2021-370105-26-03-12345a") == "2021-370105-26-03-12345A"


@pytest.mark.parametrize(
    "text", ["", "无", "2021-370105-26-03-12345", "370105-2021-26-03-123456", "2021-3701O5-26-03-123456"]
)
def test_other_shapes_are_not_valid(text: str) -> None:
    assert not project_code.is_valid(project_code.normalise(text))


@given(st.from_regex(r"\A[0-9]{14}[0-9A-Z]{6}\Z"))
def test_twenty_characters_always_become_a_valid_code_of_twenty_four(bare: str) -> None:
    code = project_code.normalise(bare)
    assert (len(code), project_code.is_valid(code)) == (24, True)
    assert (project_code.year(code), project_code.region(code)) == (int(bare[:4]), bare[4:10])
    assert project_code.normalise(code) == code
