"""GB 32100-2015: the standard's examples, every kind of typing error, and what is suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.identifiers import uscc

VALID = (
    "91110000802100433B", "91440300708461136T", "914403001922038216", "91350100M000100Y43", "91370105MA3AY4CL62",
    "91370105MA312TH36U", "91370105MA3BJ1XGXM", "91370105MA3612DD8D", "91370105MA3272HD2M",
)  # fmt: skip

DIGITS = st.sampled_from("0123456789")
FIRST_17 = st.tuples(
    st.text(uscc.ALPHABET, min_size=2, max_size=2), st.text(DIGITS, min_size=6, max_size=6),
    st.text(uscc.ALPHABET, min_size=9, max_size=9),
).map("".join)  # fmt: skip
CODES = FIRST_17.map(lambda first: first + uscc.check_char(first))


@pytest.mark.parametrize("code", VALID)
def test_published_codes_are_valid_with_both_check_characters(code: str) -> None:
    assert uscc.is_valid(code)
    assert uscc.organization_part_valid(code)
    assert uscc.known_pair(code)


def test_the_standards_own_counterexample_is_not_valid() -> None:
    assert not uscc.is_valid("91350100M000100Y4Z")


@pytest.mark.parametrize(
    "code", ["", "91370105MA3AY4CL6", "91370105MA3AY4CL622", "9137O105MA3AY4CL62", "9137A105MA3AY4CL62"]
)
def test_wrong_lengths_letters_and_regions_are_not_valid(code: str) -> None:
    assert not uscc.is_valid(code)


@given(code=CODES, place=st.integers(0, 17), data=st.data())
def test_every_single_substitution_is_caught(code: str, place: int, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from([c for c in uscc.ALPHABET if c != code[place]]))
    assert not uscc.is_valid(code[:place] + other + code[place + 1 :])


@given(code=CODES, place=st.integers(0, 16))
def test_every_adjacent_transposition_is_caught(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or not uscc.is_valid(swapped)


@given(CODES)
def test_normalising_keeps_a_code_as_it_is(code: str) -> None:
    assert uscc.normalise(code) == code


@pytest.mark.parametrize(
    "typed", ["９１３７０１０５ＭＡ３ＡＹ４ＣＬ６２", " 91370105ma3ay4cl62 ", "'91370105MA3AY4CL62", "91370105-MA3AY4CL-62", "91370105\u3000MA3AY4CL62"]
)  # fmt: skip
def test_widths_case_blanks_and_dashes_are_normalised(typed: str) -> None:
    assert uscc.normalise(typed) == "91370105MA3AY4CL62"


@pytest.mark.parametrize("check", [uscc.check_char, uscc.organization_check_char])
def test_a_check_character_needs_the_right_text(check) -> None:
    with pytest.raises(ValueError, match="不是"):
        check("123")


def test_a_wrong_organisation_code_is_told_apart_from_a_wrong_code() -> None:
    assert uscc.is_valid("91370105MA3AY4CK0E")
    assert not uscc.organization_part_valid("91370105MA3AY4CK0E")


def test_an_unknown_pair_is_not_an_invalid_code() -> None:
    assert uscc.is_valid("31370105MA3AY4CL68")
    assert not uscc.known_pair("31370105MA3AY4CL68")


@pytest.mark.parametrize(
    ("text", "truncated"),
    [
        ("914403001922038000", True),
        ("9.14403E+17", True),
        ("9.14403001922038e+17", True),
        ("914403001922038216", False),
        ("914403001922038217", False),
        ("91440300192203800", False),
        ("91370105MA3AY4C000", False),
    ],
)
def test_numbers_cut_by_excel_are_recognised(text: str, truncated: bool) -> None:
    assert uscc.looks_truncated(text) is truncated


@pytest.mark.parametrize(
    ("typed", "position"),
    [("9137O105MA3AY4CL62", 5), ("9137OIO5MA3AY4CL6Z", 5), ("91370105MA38J1XGXM", 12), ("91370105MA3612DDBD", 17)],
)
def test_characters_that_look_alike_give_one_suggestion(typed: str, position: int) -> None:
    (meant,) = uscc.suggestions(typed)
    assert meant in VALID
    assert uscc.suspect_position(typed) == position


def test_nothing_is_suggested_for_a_valid_code_or_another_mistake() -> None:
    assert uscc.suggestions(VALID[4]) == []
    assert uscc.suggestions("91370105MA3AY4CL63") == []
    assert uscc.suspect_position("91370105MA3AY4CL63") is None


@given(st.text(max_size=25))
def test_any_text_is_answered(text: str) -> None:
    code = uscc.normalise(text)
    assert uscc.is_valid(code) in (True, False)
    assert len(uscc.suggestions(code)) <= 1
    uscc.suspect_position(code)
    uscc.looks_truncated(text)
