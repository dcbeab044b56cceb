"""The model of a form. One YAML per form; everything else about the form is derived from this object."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Attribute

from sources.contract.types import NUMERIC, FieldType
from sources.contract.units import BASE_UNITS, MONEY, RATE, SUFFIXES

NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
#: Names that rules and landing use for the row itself; no field may take them.
RESERVED = frozenset({"submission_id", "department", "period", "reported_on", "sheet", "sheet_row", "form"})
RULE_CODE = re.compile(r"^[A-GRXZ][A-Z]?\d{2}[a-z]?$")


class Level(StrEnum):
    """What a finding does: mandatory keeps the rows out, verify asks for an explanation, notice is shown."""

    MANDATORY = "mandatory"
    VERIFY = "verify"
    NOTICE = "notice"


class Strict(BaseModel):
    """Frozen; an unknown key is an error, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


#: What a rest day does to a deadline (domain.md 4.5): 节假日顺延, 遇法定节假日（双休日除外）顺延, 不顺延.
Shift = Literal["next_workday", "next_workday_after_holiday", "none"]


class Due(Strict):
    """When a form must have arrived: the n-th day after the period ends, or of the period itself when it is owed at its
    start (targets of a year); ``shift`` says what a rest day does. ``accepted_by_day``, counted the same way, is when it
    must have been accepted, where a form has such a date besides.
    """

    day: Annotated[int, Attribute(ge=1, le=366)]
    shift: Shift = "next_workday"
    counted_from: Literal["end", "start"] = "end"
    accepted_by_day: Annotated[int, Attribute(ge=1, le=366)] | None = None

    @model_validator(mode="after")
    def _accepted_after_it_arrived(self) -> Self:
        if self.accepted_by_day is not None and self.accepted_by_day < self.day:
            raise ValueError("accepted_by_day：审核通过的期限不能早于报送期限 day")
        return self


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


class FormRule(Strict):
    """A rule of one form about one row (or, with window functions, about the rows of one submission).

    ``sql`` is a DuckDB expression over the form's fields that is true when the row is fine, false when it fails and
    null when it cannot be evaluated. ``says`` may hold ``{field}`` and ``{name}`` of ``shows``. ``value``,
    ``expected`` and ``difference`` are SQL expressions for the finding's columns of the same names, ``cell`` one for the
    field whose cell is wrong where that is not always the first of ``fields`` (null: the first). ``tolerance``,
    ``version``, ``owner`` and ``asks`` are those of the register (``sources.rules.rule.Rule``).
    """

    about: str
    says: str
    sql: str
    level: Level
    fields: Annotated[tuple[str, ...], Attribute(min_length=1)]
    cell: str | None = None
    shows: dict[str, str] = {}
    value: str | None = None
    expected: str | None = None
    difference: str | None = None
    since: str | None = None
    until: str | None = None
    trial: bool = False
    tolerance: str | None = None
    version: Annotated[str, Attribute(min_length=1)] = "1"
    owner: str | None = None
    asks: str | None = None

    def registered(self) -> dict[str, Any]:
        """Return what the register shows of the rule; how it is computed stays with the form."""
        return self.model_dump(exclude={"sql", "cell", "shows", "value", "expected", "difference"})


class ItemsDown(Strict):
    """Another layout of a form: one row per item, what is told of each item side by side, for one record or several.

    ``heading`` are the words over the items, ``total`` the item whose row also holds what stands by itself in the form
    (the month, the budget, last year), ``measures`` how columns are called → other spellings, ``usual`` the one of them
    that the form's column of an item holds. ``record`` is the field that tells records apart: a header above the measures
    or a line above the table names its value.
    """

    heading: Annotated[tuple[str, ...], Attribute(min_length=1)]
    total: str
    record: str
    measures: Annotated[dict[str, tuple[str, ...]], Attribute(min_length=1)]
    usual: str

    @model_validator(mode="after")
    def _usual_is_a_measure(self) -> Self:
        if self.usual not in self.measures:
            raise ValueError(f"items_down.usual：“{self.usual}”不在 measures 之中")
        return self


class Form(Strict):
    """What one department promises to send each period."""

    id: str
    department: str
    title: Annotated[str, Attribute(min_length=1)]
    code: Annotated[str, Attribute(pattern=r"^F\d{2}[a-z]?$")]
    aliases: tuple[str, ...] = ()
    version: str = "1"
    grain: str
    means: str = ""
    period: Literal["month", "half_month", "quarter", "year", "event"]
    #: Whether the rows of a period are listed again in the next one; what just happens is not.
    rows_continue: bool = True
    due: Due | None = None
    #: Who owes the form, when it is not only the department whose folder it lies in.
    owed_by: Literal["every_department"] | tuple[str, ...] = ()
    #: From which period on it is owed even when nobody has sent any; otherwise the first period that anybody sent.
    owed_since: str | None = None
    key: Annotated[tuple[str, ...], Attribute(min_length=1)]
    hold: Literal["submission", "rows"] = "submission"
    #: Schema of the warehouse that alone holds the rows, for data of single units that analysts may not read.
    restricted: Annotated[str, Attribute(pattern=r"^[a-z]+$")] | None = None
    #: Sheets that hold it, periods in their names left out; all sheets, when the workbook has none of these names.
    sheets: tuple[str, ...] = ()
    #: Tables of no form in its workbook: each is named (A19, A21), or left without a word where it is known to be there.
    other_tables: Literal["named", "left"] = "named"
    #: Codes of notices that the workbook always gives and that somebody has looked at: they are not said again.
    known_notices: tuple[str, ...] = ()
    #: Where the period comes from when sender and workbook name none: it must be named (A15), or it is that of the receipt.
    dated: Literal["workbook", "receipt"] = "workbook"
    #: Rows that are wholly equal are records of their own: R11 and A18 are not looked at, models need sheet_row in their keys.
    repeats: bool = False
    #: Departments also send it with the items below each other and the records side by side.
    items_down: ItemsDown | None = None
    fields: Annotated[dict[str, Field], Attribute(min_length=1)]
    rules: dict[str, FormRule] = {}

    @model_validator(mode="after")
    def _names_are_well_formed(self) -> Self:
        for name, field in self.fields.items():
            if not NAME.match(name):
                raise ValueError(f"fields.{name}：字段名只能用小写英文、数字和下划线")
            if name in RESERVED:
                raise ValueError(f"fields.{name}：这个名字留给系统列，请换一个")
            if field.suffix and not name.endswith(f"_{field.suffix}"):
                raise ValueError(f"fields.{name}：单位为 {field.unit or RATE} 的字段名必须以 _{field.suffix} 结尾")
            wrong = {"万元": "_wan", "亩": "_mu", "㎡": "_m2"}
            for unit, suffix in wrong.items():
                if name.endswith(suffix) and not f"_{field.suffix}".endswith(suffix):
                    raise ValueError(f"fields.{name}：以 {suffix} 结尾的字段单位应为 {unit}")
        return self

    @model_validator(mode="after")
    def _keys_and_rules_name_fields(self) -> Self:
        for name in self.key:
            if name not in self.fields:
                raise ValueError(f"key：没有字段 {name}")
        for name, field in self.fields.items():
            for source in (field.opens_with, field.a_year_ago):
                if source is not None and (source not in self.fields or self.fields[source].type is not field.type):
                    raise ValueError(f"fields.{name}：没有同类型的字段 {source} 可以带入")
        for code, rule in self.rules.items():
            if not RULE_CODE.match(code):
                raise ValueError(f"rules.{code}：规则编码形如 B08、R05、B04a")
            for name in rule.fields:
                if name not in self.fields:
                    raise ValueError(f"rules.{code}.fields：没有字段 {name}")
        return self

    @model_validator(mode="after")
    def _items_are_fields(self) -> Self:
        shape = self.items_down
        if shape is not None and not (shape.record in self.fields and self.fields[shape.record].values):
            raise ValueError(f"items_down.record：没有写明取值的字段 {shape.record}")
        return self

    @model_validator(mode="after")
    def _titles_are_unique(self) -> Self:
        seen: dict[str, str] = {}
        for name, field in self.fields.items():
            for title in field.titles:
                if seen.setdefault(title, name) != name:
                    raise ValueError(f"fields.{name}：名称“{title}”已用于 {seen[title]}")
        return self

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the fields whose column and cells must be there."""
        return tuple(name for name, field in self.fields.items() if field.required)

    def fields_in(self, period: str | None) -> dict[str, Field]:
        """Return the fields in force in a period (``since``/``until`` are periods, both inclusive)."""
        if period is None:
            return dict(self.fields)
        return {
            name: field
            for name, field in self.fields.items()
            if (field.since is None or period >= field.since) and (field.until is None or period <= field.until)
        }
