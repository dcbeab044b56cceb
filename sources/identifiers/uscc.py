"""统一社会信用代码 by GB 32100-2015, with the organisation code inside it by GB 11714-1997 (domain.md section 2.3).

18 characters: registering department, kind of unit, six digits of the registering authority's region, nine of the
organisation code, one check character. The check catches every single substitution and every adjacent transposition,
so a code that fails is always a typing error.
"""

from __future__ import annotations

import re
import unicodedata

#: The values 0–30 by position; I O S V Z never occur.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18

_WEIGHTS = tuple(pow(3, power, 31) for power in range(LENGTH - 1))
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANIZATION = slice(8, 17)
_REGION = slice(2, 8)

#: Registering department and kind of unit, as met in the zone; others exist, so an unknown pair is asked about.
_PAIRS = frozenset({"11", "12", "51", "52", "53", "91", "92", "93", "Y1"})

_IGNORED = re.compile(r"[\s\-‐‑‒–—―−'‘’`\u200b\ufeff]")
_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?E\+?17$")
#: Letters that are not in the code, with the character they are typed for.
_MISTYPED = str.maketrans("OIZSV", "0125U")
_ALIKE = {"B": "8", "8": "B"}


def normalise(text: str) -> str:
    """Return the code as it is compared: full width to half, upper case, without blanks, dashes and apostrophes."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).upper()


def check_char(first17: str) -> str:
    """Return the 18th character for the first 17. Raises ``ValueError`` for a wrong length or character."""
    if len(first17) != LENGTH - 1 or not all(character in _VALUES for character in first17):
        raise ValueError(f"“{first17}”不是统一社会信用代码的前17位")
    total = sum(_VALUES[character] * weight for character, weight in zip(first17, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def organization_check_char(first8: str) -> str:
    """Return the ninth character of an organisation code (GB 11714-1997) for the first eight.

    Raises ``ValueError`` for a wrong length or character.
    """
    if len(first8) != 8 or not all(character in _ORGANIZATION_ALPHABET for character in first8):
        raise ValueError(f"“{first8}”不是组织机构代码的前8位")
    pairs = zip(first8, _ORGANIZATION_WEIGHTS, strict=True)
    left = 11 - sum(_ORGANIZATION_ALPHABET.index(character) * weight for character, weight in pairs) % 11
    return {10: "X", 11: "0"}.get(left, str(left))


def is_valid(code: str) -> bool:
    """Return whether a normalised code has 18 characters of the alphabet, a numeric region and the right check."""
    return (
        len(code) == LENGTH
        and all(character in _VALUES for character in code)
        and code[_REGION].isdigit()
        and check_char(code[:-1]) == code[-1]
    )


def organization_part_valid(code: str) -> bool:
    """Return whether positions 9–17 carry their own check character; early codes may deviate."""
    part = code[_ORGANIZATION]
    if len(part) != 9 or not all(character in _ORGANIZATION_ALPHABET for character in part):
        return False
    return organization_check_char(part[:-1]) == part[-1]


def known_pair(code: str) -> bool:
    """Return whether the first two characters name a department and kind of unit that the zone has met."""
    return code[:2] in _PAIRS


def looks_truncated(text: str) -> bool:
    """Return whether Excel cut the code to a number: 15 significant digits and 000, or a form like 9.14403E+17."""
    code = normalise(text)
    if _SCIENTIFIC.match(code):
        return True
    return len(code) == LENGTH and code.isdigit() and code.endswith("000") and not is_valid(code)


def suggestions(code: str) -> list[str]:
    """Return the one code that was probably meant, or nothing: it is shown to people, never applied.

    Letters outside the alphabet are read as the digit they resemble (O as 0, I as 1, Z as 2, S as 5, V as U), and at
    most one B is taken for an 8 or one 8 for a B. Only when exactly one candidate passes is it returned.
    """
    if is_valid(code):
        return []
    base = normalise(code).translate(_MISTYPED)
    swapped = (
        base[:place] + _ALIKE[character] + base[place + 1 :]
        for place, character in enumerate(base)
        if character in _ALIKE
    )
    passing = [candidate for candidate in (base, *swapped) if is_valid(candidate)]
    return passing if len(passing) == 1 else []


def suspect_position(code: str) -> int | None:
    """Return the position (from 1) that is most likely wrong, or None when the checks do not tell one.

    A character that may not stand there is suspect; else the one in which the only suggestion differs.
    """
    for position, character in enumerate(code, start=1):
        if character not in _VALUES or (3 <= position <= 8 and not character.isdigit()):
            return position
    for candidate in suggestions(code):
        return next(at for at, (one, other) in enumerate(zip(code, candidate, strict=True), start=1) if one != other)
    return None
