"""Drop-down lists and what a cell accepts, with the words that Excel shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Catalog, Field, FieldType, Form
from sources.template.columns import kind_in_words

CHOICES_SHEET = "选项"
#: A list of more choices is no help as a drop-down.
LONGEST_LIST = 300
#: Excel allows 255 characters for choices that stand in the validation itself, for prompts and errors; 32 for titles.
_INLINE, _WORDS, _TITLE = 255, 240, 32
_FIRST_DAY, _LAST_DAY = date(1949, 10, 1), date(2199, 12, 31)
_EPOCH = date(1899, 12, 30)


class Choices:
    """Makes validations; lists that are too long for one stand on a hidden sheet, one column each."""

    def __init__(self, workbook: Workbook, catalog: Catalog, form: Form) -> None:
        self._workbook = workbook
        self._catalog = catalog
        self._form = form

    def add(self, sheet: Worksheet, name: str, cells: str) -> None:
        """Add the validation of a field to a range; fields that take any text get none."""
        field = self._form.fields[name]
        validation = self._list(name, field) or _limits(field)
        if validation is None:
            return
        validation.allow_blank = True
        validation.showInputMessage = True
        validation.showErrorMessage = True
        validation.promptTitle = validation.errorTitle = field.title[:_TITLE]
        validation.prompt = _cut(_prompt(field))
        validation.add(cells)
        sheet.add_data_validation(validation)

    def of(self, name: str) -> tuple[str, ...]:
        """Return the choices shown for a field; empty when it is free or a code."""
        if self._form.fields[name].type in (FieldType.ENUM, FieldType.LIST):
            return self._catalog.choices(self._form, name)
        return ("是", "否") if self._form.fields[name].type is FieldType.BOOL else ()

    def _list(self, name: str, field: Field) -> DataValidation | None:
        choices = self.of(name)
        if field.type not in (FieldType.ENUM, FieldType.BOOL) or not choices or len(choices) > LONGEST_LIST:
            return None
        joined = ",".join(choices)
        plain = len(joined) <= _INLINE and all("," not in choice and '"' not in choice for choice in choices)
        formula = f'"{joined}"' if plain else self._range(field.title, choices)
        # An optional field may hold — (not applicable): ask instead of refusing.
        style: Literal["stop", "warning"] = "stop" if field.required else "warning"
        error = _cut(f"请从下拉列表选择：{'、'.join(choices)}")
        return DataValidation(type="list", formula1=formula, errorStyle=style, error=error)

    def _range(self, title: str, choices: Iterable[str]) -> str:
        sheet = self._sheet()
        column = 1 if sheet.cell(1, 1).value is None else sheet.max_column + 1
        # The heading is not the column's name: a reader must not take this sheet for the form.
        sheet.cell(1, column, f"“{title}”的可选项")
        row = 1
        for row, choice in enumerate(choices, start=2):
            sheet.cell(row, column, choice).data_type = "s"
        letter = get_column_letter(column)
        return f"{quote_sheetname(CHOICES_SHEET)}!${letter}$2:${letter}${row}"

    def _sheet(self) -> Worksheet:
        if CHOICES_SHEET not in self._workbook.sheetnames:
            self._workbook.create_sheet(CHOICES_SHEET).sheet_state = "hidden"
        return self._workbook[CHOICES_SHEET]


def _limits(field: Field) -> DataValidation | None:
    """Return what numbers, dates and texts must keep to. Excel asks, and lets — (not applicable) through."""
    error = _cut(f"请填{kind_in_words(field)}；确实不适用的填“—”。")
    bounds = _bounds(field)
    if bounds is None:
        return None
    kind, low, high = bounds
    operator = "between" if low is not None and high is not None else "lessThanOrEqual"
    if high is None:
        operator = "greaterThanOrEqual"
    if low is not None and low == high:
        operator = "equal"
    first = high if low is None else low
    second = high if operator == "between" else None
    return DataValidation(
        type=kind, operator=operator, formula1=first, formula2=second, errorStyle="warning", error=error  # type: ignore[arg-type]
    )  # fmt: skip


def _bounds(field: Field) -> tuple[str, str | None, str | None] | None:
    """Return (kind of validation, lower, upper) in Excel's terms; None for free text."""
    if field.type is FieldType.DATE:
        return "date", str((_FIRST_DAY - _EPOCH).days), str((_LAST_DAY - _EPOCH).days)
    if field.type in (FieldType.USCC, FieldType.PROJECT_CODE):
        length = "18" if field.type is FieldType.USCC else "24"
        return "textLength", length, length
    if field.type in (FieldType.TEXT, FieldType.CODE):
        return ("textLength", None, str(field.max_length)) if field.max_length else None
    if field.type is FieldType.LIST:
        return None
    whole = field.type in (FieldType.COUNT, FieldType.INTEGER, FieldType.YEAR)
    low = field.min if field.min is not None or field.type is not FieldType.COUNT else Decimal(0)
    if low is None and field.max is None:
        low = Decimal(-(10**12))
    return "whole" if whole else "decimal", _shown(low), _shown(field.max)


def _shown(bound: Decimal | None) -> str | None:
    return None if bound is None else f"{bound:f}"


def _prompt(field: Field) -> str:
    needed = "必填。" if field.required else "选填。"
    return f"{needed}{kind_in_words(field)}。{field.means}"


def _cut(text: str) -> str:
    return text if len(text) <= _WORDS else f"{text[:_WORDS]}…"
