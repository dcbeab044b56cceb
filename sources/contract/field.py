"""One column of a form: its names, its type and unit, what its values may be, what the next period takes over."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field as Attribute
from pydantic import model_validator

from sources.contract.strict import Strict
from sources.contract.types import NUMERIC, FieldType
from sources.contract.units import BASE_UNITS, MONEY, RATE, SUFFIXES

NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
#: Names that rules and landing use for the row itself; no field may take them.
RESERVED = frozenset({"submission_id", "department", "period", "reported_on", "sheet", "sheet_row", "form"})


class Field(Strict):
    """One column that a form promises. The unit ends the name (``_wan``, ``_mu``, ``_m2``, ``_rate`` …)."""

    title: Annotated[str, Attribute(min_length=1)]
    aliases: tuple[str, ...] = ()
    type: FieldType
    unit: str | None = None
    required: bool = False
    min: Decimal | None = None
    max: Decimal | None = None
    max_length: int | None = None
    min_length: int | None = None
    values: tuple[str, ...] = ()
    list: str | None = None
    means: str = ""
    since: str | None = None
    until: str | None = None
    personal: bool = False
    fill_merged: bool = True
    #: A list of enterprises: each name in it is one that identities know. A code's name is the field beside it.
    names: Literal["enterprise"] | None = None
    #: False for averages, prices and overlapping groups: a total row over them is no sum (A12 does not look).
    adds: bool = True
    #: What the next period's template takes over; not said: what describes the row stays, quantities are blank.
    prefilled: Literal["same", "same_year", "blank"] | None = None
    #: An opening value: the same within a year, in a new one the last value of this field.
    opens_with: str | None = None
    #: 上年同期: what this field was in the same period of the year before.
    a_year_ago: str | None = None

    @model_validator(mode="after")
    def _type_and_unit_agree(self) -> Self:
        if self.type is FieldType.MONEY and self.unit != MONEY:
            raise ValueError("unit：金额字段的单位必须是万元")
        if self.type is FieldType.RATIO and self.unit not in (None, RATE):
            raise ValueError("unit：比率字段的单位只能是 %")
        if self.unit is not None and self.unit not in BASE_UNITS:
            raise ValueError(f"unit：不认识的单位“{self.unit}”，可用：{'、'.join(sorted(BASE_UNITS))}")
        if self.unit is not None and self.type not in NUMERIC:
            raise ValueError(f"unit：{self.type} 类型不能有单位")
        return self

    @model_validator(mode="after")
    def _choices_have_a_list(self) -> Self:
        if self.type is FieldType.ENUM and bool(self.values) == (self.list is not None):
            raise ValueError("values：enum 字段要么写 values，要么写 list（二者取一）")
        if self.values and self.type is not FieldType.ENUM:
            raise ValueError("values：只有 enum 字段可以有 values")
        if self.names is not None and self.type is not FieldType.LIST:
            raise ValueError("names：只有 list 字段可以是一串企业名称")
        if self.list is not None and self.type not in (FieldType.ENUM, FieldType.LIST, FieldType.CODE):
            raise ValueError("list：只有 enum、list、code 字段可以引用代码表")
        if (self.min is not None or self.max is not None) and self.type not in NUMERIC | {FieldType.YEAR}:
            raise ValueError("min/max：只有数值字段可以有范围")
        if len([way for way in (self.prefilled, self.opens_with, self.a_year_ago) if way is not None]) > 1:
            raise ValueError("prefilled、opens_with、a_year_ago 只能写一个")
        return self

    @property
    def suffix(self) -> str | None:
        """The suffix that the field's name must carry, or None when its unit needs none."""
        if self.type is FieldType.RATIO:
            return SUFFIXES[RATE]
        return SUFFIXES.get(self.unit) if self.unit else None

    @property
    def begins(self) -> Literal["same", "same_year", "blank"]:
        """What the next period's template takes over from the period before, where no other field is named."""
        return self.prefilled or ("blank" if self.type in NUMERIC else "same")

    @property
    def titles(self) -> tuple[str, ...]:
        """The title and every alias: all names under which departments send the column."""
        return (self.title, *self.aliases)
