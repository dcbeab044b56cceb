"""Faults that any form can have, drawn from the types of its fields: what stands in the cell instead."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from bench.season_rules import Row, Slip
from expectations.names import name_field
from sources.contract import Field, FieldType, Form
from sources.contract.types import NUMERIC
from sources.identifiers import uscc
from sources.reader.parse import LIST_RULES

#: Codes with the right check character: one whose inner organisation code is wrong, one of an unknown kind of unit.
_ODD_CODES = {"B68": "91370105MA3AY4CK0E", "B69": "31370105MA3AY4CL68"}
#: What a formula leaves behind: an error, or nothing as it was never computed.
_FORMULAS = {"XL-ERROR-VALUE": "#REF!", "XL-FORMULA-UNCACHED": "=1+1"}
#: Type → what people write instead of a value, and the rule that it breaks.
_WORDS: dict[FieldType, tuple[str, str]] = {
    **dict.fromkeys(NUMERIC, ("B06", "约500左右")),
    FieldType.DATE: ("B56", "办理中"),
    FieldType.YEAR: ("B56", "待定年份"),
    FieldType.BOOL: ("B67", "部分"),
    FieldType.ENUM: ("B05", "其它未列类"),
}


def stranger(row: Row) -> str:
    """Return a valid 统一社会信用代码 that no firm of the sample has, another one for each row."""
    serial = zlib.crc32("|".join(map(str, row.values())).encode()) % 100_000
    first = f"914403001922{serial:05d}"
    return first + uscc.check_char(first)


def cell_slips(form: Form, rng: random.Random, per_rule: int) -> list[Slip]:
    """Return at most ``per_rule`` faults for each rule about single cells, at fields drawn by ``rng``."""
    found: dict[str, list[Slip]] = {}
    for name, field in form.fields.items():
        if name == "row_no":
            continue  # 序号 tells rows from other lines; nobody asks what stands in it.
        for slip in _of_field(form, name, field):
            found.setdefault(slip.rule, []).append(slip)
    found["R11"] = [Slip(form.id, "R11", form.key[0], lambda row: {}, form.key, doubled=True)]
    return [slip for slips in found.values() for slip in rng.sample(slips, min(per_rule, len(slips)))]


def _of_field(form: Form, name: str, field: Field) -> Iterator[Slip]:
    def slip(rule: str, raw: Any, **more: Any) -> Slip:
        return Slip(form.id, rule, name, _put(name, raw), **more)

    if field.type in _WORDS:
        rule, raw = _WORDS[field.type]
        yield slip(LIST_RULES.get(field.list or "", rule) if field.type is FieldType.ENUM else rule, raw)
    if field.required:
        yield slip("B55", " ")
    if field.type in NUMERIC and (field.min == 0 or (field.min is None and field.type is FieldType.COUNT)):
        yield slip("B07", -3)
    if field.type in NUMERIC and field.max is not None and field.type is not FieldType.RATIO:
        yield slip("B57", float(field.max) * 10 + 1)
    if field.type in (FieldType.MONEY, FieldType.COUNT):
        for rule, raw in _FORMULAS.items():
            yield slip(rule, raw)
    if field.type is FieldType.LIST and field.list is not None:
        yield slip(LIST_RULES.get(field.list, "B05"), "某某办公室筹备组")
    yield from _of_texts(form, name, field)
    yield from _of_codes(form, name, field)


def _of_texts(form: Form, name: str, field: Field) -> Iterator[Slip]:
    if field.max_length is not None and field.type in (FieldType.TEXT, FieldType.CODE):
        yield Slip(form.id, "B58", name, _put(name, "长" * (field.max_length + 1)))
    if field.min_length is not None:
        yield Slip(form.id, "B71", name, _put(name, "略"))


def _of_codes(form: Form, name: str, field: Field) -> Iterator[Slip]:
    """Identifiers: a wrong check character, digits lost to Excel, one code for two names and one name for two codes."""
    if field.type is FieldType.USCC:
        yield Slip(form.id, "B02", name, lambda row: {name: _miswritten(str(row.get(name) or stranger(row)))})
        yield Slip(form.id, "B03", name, _put(name, "913701053456789000"))
        for rule, code in _ODD_CODES.items():
            yield Slip(form.id, rule, name, _put(name, code))
    if field.type is FieldType.PROJECT_CODE:
        yield Slip(form.id, "B04", name, _put(name, "2021-370105-26-123456"))
        yield Slip(form.id, "B70", name, lambda row: {name: f"{row[name][:5]}379905{row[name][11:]}"}, (name,))
    if field.type is FieldType.CODE and field.list == "gb4754_classes":
        yield Slip(form.id, "G06", name, _put(name, "0011"))
    if field.type is FieldType.CODE and field.list == "regions":
        yield Slip(form.id, "G07", name, _put(name, "379905"))
    if name == "uscc" and (called := name_field(form)):
        needs = ("uscc", called)
        yield Slip(
            form.id, "G08", "uscc", lambda row: {called: f"外省{row[called]}", **_renamed(row)}, needs, doubled=True
        )
        yield Slip(form.id, "G09", called, lambda row: {"uscc": stranger(row), **_renamed(row)}, needs, doubled=True)


def _put(name: str, raw: Any) -> Callable[[Row], dict[str, Any]]:
    return lambda row: {name: raw}


def _renamed(row: Row) -> dict[str, Any]:
    """What else a second row of the same firm says, so that it is no second row of the same key."""
    return {"project_name": f"{row['project_name']}（二号地）"} if row.get("project_name") else {}


def _miswritten(code: str) -> str:
    """Return the code with another last character."""
    last = next(character for character in "123" if character != code[-1] and not uscc.is_valid(code[:-1] + character))
    return code[:-1] + last
