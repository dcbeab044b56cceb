"""项目代码 of the investment projects platform by GB/T 40058-2021 (domain.md section 2.4).

Five segments of 4, 6, 2, 2 and 6 characters: time, region, central guiding department, kind of project, and a random
number with its check character; with the four hyphens 24. The check's algorithm is not public: only the shape is known.
"""

from __future__ import annotations

import re
import unicodedata

#: The platform gives codes since 2016.
FIRST_YEAR = 2016

_SHAPE = re.compile(r"^\d{4}-\d{6}-\d{2}-\d{2}-[0-9A-Z]{6}$")
_BARE = re.compile(r"^(\d{4})(\d{6})(\d{2})(\d{2})([0-9A-Z]{6})$")
_DASHES = re.compile(r"[‐‑‒–—―−﹣－]")
_BLANKS = re.compile(r"[\s'‘’`\u200b\ufeff]")


def normalise(text: str) -> str:
    """Return the code as it is stored: half width, upper case, without blanks, with four hyphens when it has 20.

    Any kind of dash becomes a hyphen; hyphens in other places stay where they are. A text of another shape comes back
    without blanks and otherwise as it is.
    """
    code = _BLANKS.sub("", _DASHES.sub("-", unicodedata.normalize("NFKC", text))).upper()
    bare = _BARE.match(code)
    return "-".join(bare.groups()) if bare else code


def is_valid(code: str) -> bool:
    """Return whether a normalised code has the shape of the standard."""
    return bool(_SHAPE.match(code))


def year(code: str) -> int:
    """Return the year that a valid code begins with."""
    return int(code[:4])


def region(code: str) -> str:
    """Return the region (GB/T 2260) of a valid code."""
    return code[5:11]
