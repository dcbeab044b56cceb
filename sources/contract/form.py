"""The model of a form. One YAML per form; everything else about the form is derived from this object."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field as Attribute
from pydantic import model_validator

from sources.contract.field import NAME, RESERVED, Field
from sources.contract.strict import Strict
from sources.contract.units import RATE

RULE_CODE = re.compile(r"^[A-GRXZ][A-Z]?\d{2}[a-z]?$")


class Level(StrEnum):
    """What a finding does: mandatory keeps the rows out, verify asks for an explanation, notice is shown."""

    MANDATORY = "mandatory"
    VERIFY = "verify"
    NOTICE = "notice"


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
    shows: dict[str, str] = Attribute(default_factory=dict)
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
    rules: dict[str, FormRule] = Attribute(default_factory=dict)

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
