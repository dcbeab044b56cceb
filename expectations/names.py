"""One code, one name (G08) and one name, one code (G09) within a list, for forms that carry both."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from expectations.part import Rows
from sources.contract import FieldType, Form
from sources.identifiers import uscc

#: Fields that hold the name of the enterprise that ``uscc`` identifies.
_NAMES = ("enterprise_name", "owner_name", "investor_name")
_CODE = "uscc"
_IGNORED = re.compile(r"[\s()（）\[\]【】“”\"·.,，。]")

Pairs = dict[tuple[str, str], list[str]]


def name_field(form: Form) -> str | None:
    """Return the field with the enterprise's name; None when the form has no pair of name and code."""
    declared = form.fields.get(_CODE)
    if declared is None or declared.type is not FieldType.USCC:
        return None
    return next((name for name in _NAMES if name in form.fields), None)


def compared(name: str) -> str:
    """Return a name as names are compared: half width, without blanks, brackets and points."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name)).upper()


@dataclass
class Names:
    """The names of each code and the codes of each name, per list; only codes that pass their check count."""

    of_code: Pairs = field(default_factory=dict)
    of_name: Pairs = field(default_factory=dict)

    @classmethod
    def of(cls, form: Form, parts: Sequence[Rows]) -> Names:
        """Collect them from all parts of a batch."""
        found = cls()
        name_in = name_field(form)
        for rows in parts if name_in else ():
            values = rows.table.values
            pairs = dict.fromkeys(zip(values.get(_CODE, ()), values.get(name_in or "", ()), strict=False))
            for code, name in pairs:
                if isinstance(code, str) and isinstance(name, str) and uscc.is_valid(code):
                    found._add(rows.list_id, code, name)
        return found

    def _add(self, list_id: str, code: str, name: str) -> None:
        names = self.of_code.setdefault((list_id, code), [])
        if compared(name) not in map(compared, names):
            names.append(name)
        codes = self.of_name.setdefault((list_id, compared(name)), [])
        if code not in codes:
            codes.append(code)

    def names(self, list_id: str, code: object) -> list[str]:
        """Return the different names of a code."""
        return self.of_code.get((list_id, code), []) if isinstance(code, str) else []

    def codes(self, list_id: str, name: object) -> list[str]:
        """Return the different codes of a name."""
        return self.of_name.get((list_id, compared(name)), []) if isinstance(name, str) else []
