"""Checks of single texts that SQL cannot express: identifiers with check characters, and texts against code lists.

Each distinct text of a column is checked once. A check gives True, False, or None where another one has spoken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from expectations.wording import listing
from sources.contract import Catalog, Field, FieldType, Form
from sources.identifiers import project_code, uscc
from sources.reader.parse import LIST_RULES

#: The rule of 统一社会信用代码.
CREDIT_CODE = "B02"

Holds = Callable[[str, date | None], bool | None]


def _nothing(text: str) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class CellCheck:
    """One rule about the text of one field. ``tells`` gives placeholders, and ``expected``, for a failing text."""

    rule: str
    field: str
    holds: Holds
    tells: Callable[[str], Mapping[str, Any]] = _nothing

    @property
    def column(self) -> str:
        """The boolean column that carries the result into the suite."""
        return f"{self.field}__{self.rule.lower()}"

    def results(self, texts: list[Any], day: date | None) -> list[bool | None]:
        """Check a column; blanks give None. ``day`` is when the figures were reported."""
        known = {text: self.holds(text, day) for text in set(texts) if text is not None}
        return [known.get(text) for text in texts]


def cell_checks(form: Form, catalog: Catalog) -> tuple[CellCheck, ...]:
    """Return the checks that the types and lists of a form's fields ask for."""
    return tuple(check for name, field in form.fields.items() for check in _checks(name, field, form, catalog))


def _checks(name: str, field: Field, form: Form, catalog: Catalog) -> list[CellCheck]:
    if field.type is FieldType.USCC:
        return [
            CellCheck("B03", name, lambda text, _: not uscc.looks_truncated(text)),
            CellCheck(CREDIT_CODE, name, _uscc_holds, tell_uscc),
            CellCheck("B68", name, lambda text, _: uscc.organization_part_valid(text) if uscc.is_valid(text) else None),
            CellCheck(
                "B69",
                name,
                lambda text, _: uscc.known_pair(text) if uscc.is_valid(text) else None,
                lambda text: {"pair": text[:2]},
            ),
        ]
    if field.type is FieldType.PROJECT_CODE:
        regions = frozenset(catalog.code_lists["regions"].codes)
        return [
            CellCheck("B04", name, _project_code_holds, lambda _: {"expected": "形如 2021-370105-26-03-123456"}),
            CellCheck("B70", name, partial(_region_known, regions=regions), lambda text: {"region": text[5:11]}),
        ]
    if field.list is not None and field.type in (FieldType.CODE, FieldType.LIST):
        return [_list_check(name, field, catalog.choices(form, name), catalog)]
    return []


def _list_check(name: str, field: Field, names: tuple[str, ...], catalog: Catalog) -> CellCheck:
    code_list = str(field.list)
    rule = LIST_RULES.get(code_list, "B05")
    if field.type is FieldType.LIST:
        holds: Holds = partial(_all_listed, choices=frozenset(names))
    elif rule == "G06":
        classes = catalog.code_lists[code_list].codes
        levels = frozenset(code[:length] for code in classes for length in _INDUSTRY_LEVELS)
        holds = partial(_industry_holds, known=levels)
    else:
        known = catalog.code_lists[code_list].codes
        holds = partial(_all_listed, choices=frozenset(known) | frozenset(known.values()))
    told = {"choices": listing(names), **({"expected": listing(names)} if rule in ("B05", "G10") else {})}
    return CellCheck(rule, name, holds, lambda _: told)


def _uscc_holds(text: str, day: date | None) -> bool | None:
    return None if uscc.looks_truncated(text) else uscc.is_valid(text)


def tell_uscc(text: str) -> Mapping[str, Any]:
    """Say where a code looks wrong and which code was probably meant."""
    meant = uscc.suggestions(text)
    if len(text) != uscc.LENGTH:
        where = f"应为18位，现为{len(text)}位"
    else:
        position = uscc.suspect_position(text)
        where = f"第{position}位可疑" if position else _narrowed(text)
    return {
        "where": where,
        "suggestion": f"，疑为“{meant[0]}”" if meant else "",
        "expected": meant[0] if meant else None,
    }


def _narrowed(text: str) -> str:
    """The code inside has its own check: when it fails too, the mistake lies there, else outside of it."""
    return "第1–8位或第18位可疑" if uscc.organization_part_valid(text) else "第9–17位可疑"


def _project_code_holds(text: str, day: date | None) -> bool:
    latest = day.year if day else date.max.year
    return project_code.is_valid(text) and project_code.FIRST_YEAR <= project_code.year(text) <= latest


def _region_known(text: str, day: date | None, regions: frozenset[str]) -> bool | None:
    """Codes that begin with 00 were given by the central platform and name no region."""
    if not project_code.is_valid(text):
        return None
    region = project_code.region(text)
    return region.startswith("00") or region in regions


_INDUSTRY = re.compile(r"^[A-T]?(\d{2,4})$")
#: Digits of a division, a group and a class (GB/T 4754).
_INDUSTRY_LEVELS = (2, 3, 4)


def _industry_holds(text: str, day: date | None, known: frozenset[str]) -> bool:
    """A code of two or three digits is coarse but exists; four are expected (GB/T 4754)."""
    match = _INDUSTRY.match(text.upper())
    return match is not None and match[1] in known


def _all_listed(text: str, day: date | None, choices: frozenset[str]) -> bool:
    return all(part in choices for part in text.split("、"))
