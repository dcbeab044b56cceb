"""``dictionary.xlsx``: the release explained for people: tables, columns, indicators, and the forms behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from orchestration.release.lineage import ColumnText, Lineage, TableText
from orchestration.release.sheet import add_sheet
from sources.contract import Catalog, Form
from sources.periods import chinese, kind_of

_LAYERS = {"dim": "维度", "fct": "事实", "stg": "暂存（原样）", "int": "中间", "quality": "跨表检查", "rpt": "报表"}
_PERIODS = {"month": "每月", "half_month": "每半月", "quarter": "每季", "year": "每年", "event": "随时"}

_TABLE_HEADINGS = ("表名", "中文名", "类别", "行数", "来源的表", "说明")
_COLUMN_HEADINGS = ("表名", "字段", "中文名", "类型", "单位", "来源的表", "说明")
_SOURCE_HEADINGS = (
    *("编码", "表", "名称", "部门", "周期", "字段", "中文名"),
    *("别名", "类型", "单位", "必填", "起用", "停用", "说明"),
)

#: Columns that every row carries, whichever form it came from.
_EVERYWHERE = {
    "submission_id": ColumnText("报送编号", "", "一次报送的编号，对应收件箱中的一个文件夹"),
    "form": ColumnText("表", "", "表的标识，见“来源”页"),
    "department": ColumnText("部门", "", "报送部门的代码"),
    "period": ColumnText("期间", "", "形如 2026-03、2026-03-H1、2026-Q1、2026"),
    "reported_on": ColumnText("报送日期"),
    "sheet": ColumnText("工作表", "", "原工作簿中的工作表名"),
    "sheet_row": ColumnText("行号", "", "原工作表中的行号"),
    "row_key": ColumnText("行的标识", "", "表的主键各字段的值，以 | 连接"),
    "scope": ColumnText("口径"),
    "vintage": ColumnText("版本时间", "", "数值从何时起为人所知"),
}


def write_dictionary(path: Path, contents: Mapping[str, Any], lineage: Lineage, catalog: Catalog) -> None:
    """Write the dictionary of a release out of its contents (``contents.survey``), dbt's texts and the forms."""
    book = Workbook(write_only=True)
    tables: Mapping[str, Any] = contents["tables"]
    add_sheet(book, "表", _TABLE_HEADINGS, _tables(tables, lineage, catalog), (34, 28, 14, 10, 36, 70))
    add_sheet(book, "字段", _COLUMN_HEADINGS, _columns(tables, lineage, catalog), (34, 30, 26, 16, 10, 36, 70))
    add_sheet(book, "指标", *_indicators(contents["indicators"], lineage))
    widths = (8, 24, 26, 16, 8, 30, 26, 40, 12, 10, 6, 12, 12, 60)
    add_sheet(book, "来源", _SOURCE_HEADINGS, _sources(catalog), widths)
    book.save(path)


def _tables(tables: Mapping[str, Any], lineage: Lineage, catalog: Catalog) -> Iterator[tuple[Any, ...]]:
    for name, table in tables.items():
        text = lineage.tables.get(name, TableText())
        form = _form_of(name, catalog)
        title = text.title or (form.title if form else "")
        yield name, title, _layer(name, text), table["rows"], _form_titles(text, form, catalog), text.description


def _columns(tables: Mapping[str, Any], lineage: Lineage, catalog: Catalog) -> Iterator[tuple[Any, ...]]:
    shared = _shared_fields(catalog)
    for table_name, table in tables.items():
        text = lineage.tables.get(table_name, TableText())
        form = _form_of(table_name, catalog)
        own = _fields_of(form) if form else shared
        forms = _form_titles(text, form, catalog)
        for name, kind in table["columns"]:
            told = text.columns.get(name, ColumnText())
            known = own.get(name) or _EVERYWHERE.get(name) or ColumnText()
            yield (
                table_name,
                name,
                told.title or known.title,
                kind,
                told.unit or known.unit,
                forms,
                told.description or known.description,
            )


def _indicators(rows: list[dict[str, Any]], lineage: Lineage) -> tuple[list[str], list[list[Any]], list[int]]:
    """Return headings, rows and widths: the columns of ``dim_indicators``, whichever it has."""
    names = list(rows[0]) if rows else ["indicator_id"]
    told = lineage.tables.get("dim_indicators", TableText()).columns
    headings = [told.get(name, ColumnText()).title or name for name in names]
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


def _layer(table: str, text: TableText) -> str:
    if text.kind == "seed":
        return "代码表"
    return _LAYERS.get(table.partition("_")[0], "指标" if table.startswith("indicator") else "其他")


def _form_of(table: str, catalog: Catalog) -> Form | None:
    """Return the form that a staging table holds as it is (``stg_<department>__<form>``)."""
    return catalog.forms.get(table.partition("__")[2]) if table.startswith("stg_") else None


def _form_titles(text: TableText, form: Form | None, catalog: Catalog) -> str:
    ids = text.forms or ((form.id,) if form else ())
    return "、".join(catalog.forms[name].title if name in catalog.forms else name for name in ids)


def _fields_of(form: Form) -> dict[str, ColumnText]:
    return {name: ColumnText(field.title, field.unit or "", field.means) for name, field in form.fields.items()}


def _shared_fields(catalog: Catalog) -> dict[str, ColumnText]:
    """Return the fields that mean one thing in all forms; the same name with two titles explains nothing."""
    found: dict[str, ColumnText] = {}
    doubtful: set[str] = set()
    for form in catalog:
        for name, text in _fields_of(form).items():
            if found.setdefault(name, text).title != text.title:
                doubtful.add(name)
    return {name: text for name, text in found.items() if name not in doubtful}
