"""``dictionary.xlsx``: the release explained for people: tables, columns, indicators, and the forms behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from orchestration.release.sheet import add_sheet
from sources.contract import Catalog
from sources.periods import chinese, kind_of
from sources.published.tables import Table

_PERIODS = {"month": "每月", "half_month": "每半月", "quarter": "每季", "year": "每年", "event": "随时"}

_TABLE_HEADINGS = ("表名", "中文名", "类别", "行数", "来源的表", "说明")
_COLUMN_HEADINGS = ("表名", "字段", "中文名", "类型", "单位", "来自的栏目", "用于指标", "说明")
_SOURCE_HEADINGS = (
    *("编码", "表", "名称", "部门", "周期", "字段", "中文名"),
    *("别名", "类型", "单位", "必填", "起用", "停用", "说明"),
)

#: What a column is made of or serves is named up to so many.
_SHOWN = 8


def write_dictionary(
    path: Path, described: Sequence[Table], indicators: list[dict[str, Any]], catalog: Catalog
) -> None:
    """Write the dictionary of a release out of its catalogue, its indicators and the forms."""
    book = Workbook(write_only=True)
    tables = [table for table in described if table.schema == "main"]
    add_sheet(book, "表", _TABLE_HEADINGS, _tables(tables, catalog), (34, 28, 14, 10, 36, 70))
    add_sheet(book, "字段", _COLUMN_HEADINGS, _columns(tables, catalog), (34, 30, 26, 16, 10, 40, 16, 70))
    add_sheet(book, "指标", *_indicators(indicators, tables))
    widths = (8, 24, 26, 16, 8, 30, 26, 40, 12, 10, 6, 12, 12, 60)
    add_sheet(book, "来源", _SOURCE_HEADINGS, _sources(catalog), widths)
    book.save(path)


def _tables(tables: Sequence[Table], catalog: Catalog) -> Iterator[tuple[Any, ...]]:
    for table in tables:
        titles = "、".join(catalog.forms[form].title if form in catalog.forms else form for form in table.forms)
        yield table.name, table.title, table.layer, table.rows, titles, table.description


def _columns(tables: Sequence[Table], catalog: Catalog) -> Iterator[tuple[Any, ...]]:
    for table in tables:
        for column in table.columns:
            yield (
                *(table.name, column.name, column.title, column.type, column.unit),
                _fields(column.fields, catalog),
                "、".join(column.indicators)
                if len(column.indicators) <= _SHOWN
                else f"{len(column.indicators)} 个指标",
                column.description,
            )


def _fields(fields: Sequence[tuple[str, str]], catalog: Catalog) -> str:
    """Return fields of forms as people call them; of a column that is made of many only how many."""
    if len(fields) > _SHOWN:
        return f"{len(fields)} 个栏目"
    return "、".join(
        f"《{catalog.forms[form].title}》{catalog.forms[form].fields[name].title}" for form, name in fields
    )


def _indicators(rows: list[dict[str, Any]], tables: Sequence[Table]) -> tuple[list[str], list[list[Any]], list[int]]:
    """Return headings, rows and widths: the columns of ``dim_indicators``, whichever it has."""
    names = list(rows[0]) if rows else ["indicator_id"]
    told = next((table.columns for table in tables if table.name == "dim_indicators"), ())
    titles = {column.name: column.title for column in told}
    headings = [titles.get(name) or name for name in names]
    widths = [60 if name in ("formula", "description") else 18 for name in names]
    return headings, [list(row.values()) for row in rows], widths


def _sources(catalog: Catalog) -> Iterator[tuple[Any, ...]]:
    departments = catalog.code_lists["departments"].codes
    for form in catalog:
        for name, field in form.fields.items():
            yield (
                form.code,
                form.id,
                form.title,
                departments[form.department],
                _PERIODS[form.period],
                name,
                field.title,
                "、".join(field.aliases),
                field.type.value,
                field.unit,
                "是" if field.required else "",
                _said(field.since),
                _said(field.until),
                field.means,
            )


def _said(period: str | None) -> str | None:
    return chinese(period) if period and kind_of(period) else period
