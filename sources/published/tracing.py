"""From a figure to the cells it came from: indicator → fact rows → submission → sheet and cell → raw text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import duckdb

from sources.contract import load_catalog
from sources.published.figures import Figures
from sources.published.read import rows_of

_TRACE = """
    with wanted as materialized (
        select * from indicator_sources where list_contains(?, indicator_id) and period = ?
    ),
    columns_read as (
        select submission_id, form, sheet, field,
            min(column_letter) as column_letter, min(title) as title, min(unit) as unit
        from stg_inbox__columns
        where field is not null and submission_id in (select submission_id from wanted)
        group by all
    ),
    coerced as (
        select submission_id, form, sheet, sheet_row, field, min(raw) as raw, min(cell) as cell
        from stg_inbox__coercions
        where submission_id in (select submission_id from wanted)
        group by all
    )
    select
        sources.indicator_id as id, sources.period, sources.value, indicators.unit, sources.row_key,
        sources.form, sources.field, columns_read.title, submissions.file, submissions.sha256,
        sources.submission_id, submissions.department, sources.sheet, sources.sheet_row,
        coalesce(coerced.cell, columns_read.column_letter || sources.sheet_row) as cell, coerced.raw,
        null as cell_value, columns_read.unit as cell_unit
    from wanted as sources
    inner join dim_indicators as indicators using (indicator_id)
    left join columns_read using (submission_id, form, sheet, field)
    left join coerced using (submission_id, form, sheet, sheet_row, field)
    left join stg_inbox__submissions as submissions using (submission_id, form, sheet)
    order by sources.indicator_id, sources.form, submissions.file, sources.sheet, sources.sheet_row, cell
"""

#: Units of figures that are computed from parts with units of their own.
_COMPUTED = ("%", "百分点")


def trace(connection: duckdb.DuckDBPyConnection, figures: Figures) -> list[dict[str, Any]]:
    """Return the cells behind an indicator's own figures (of its parts, when it has none), one row per cell.

    Keys: ``id``, ``period``, ``value`` (what the row adds, in ``unit``; a ratio's parts have no ``unit``), ``row_key``,
    ``form``, ``field``, ``title``, ``file``, ``sha256``, ``submission_id``, ``department``, ``sheet``, ``sheet_row``,
    ``cell``, ``raw`` (what stands in the cell), ``cell_value`` (as it was read, in ``cell_unit``). The cell's keys are
    None where a figure counts submissions and reads no cell of them.
    """
    ids = sorted({row["id"] for row in figures.own})
    rows = rows_of(connection, _TRACE, [ids, figures.period])
    for row in rows:
        if row["unit"] in _COMPUTED or "/" in (row["unit"] or ""):
            row["unit"] = None
    _read_cells(connection, rows)
    return rows


def why_no_cells(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return in Chinese why rows of a trace name no cell: their form is restricted, or they tell of submissions themselves."""
    forms = load_catalog().forms
    blind = [(forms[row["form"]], row["field"]) for row in rows if row["cell"] is None and row["form"] in forms]
    restricted = sorted({f"《{form.title}》" for form, field in blind if form.restricted and field in form.fields})
    reasons = [f"{'、'.join(restricted)}不公开，只追溯到报送，不列单元格。"] if restricted else []
    if any(field not in form.fields for form, field in blind):
        reasons.append("没有单元格的，数的是报送本身（收到时间、审核结论），见报送回执。")
    return reasons


def _read_cells(connection: duckdb.DuckDBPyConnection, rows: Sequence[dict[str, Any]]) -> None:
    """Fill in the typed values from the form's own rows; where reading changed nothing, they are the raw text too."""
    wanted = [row for row in rows if row["field"] is not None]
    for form, field in sorted({(row["form"], row["field"]) for row in wanted}):
        own = [row for row in wanted if (row["form"], row["field"]) == (form, field)]
        cells = _cells(connection, form, field, sorted({row["submission_id"] for row in own}))
        for row in own:
            value = cells.get((row["submission_id"], row["sheet"], row["sheet_row"]))
            row["cell_value"] = value
            row["raw"] = row["raw"] if row["raw"] is not None else _plain(value)


def _cells(
    connection: duckdb.DuckDBPyConnection, form: str, field: str, submissions: Sequence[str]
) -> dict[tuple[str, str, int], Any]:
    """Return the values of a field by submission, sheet and row; none when the form does not declare the field,
    or when its rows are not for everybody."""
    sql = """
        select table_name from information_schema.columns
        where table_schema = 'main' and starts_with(table_name, 'stg_') and ends_with(table_name, ?) and column_name = ?
    """
    found = connection.execute(sql, [f"__{form}", field]).fetchone()
    if found is None:
        return {}
    sql = f'select submission_id, sheet, sheet_row, "{field}" from "{found[0]}" where "{field}" is not null and list_contains(?, submission_id)'
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(sql, [submissions]).fetchall()}


def _plain(value: Any) -> str | None:
    """Return a typed value as the cell that it came from shows it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text.rstrip("0").rstrip(".") if isinstance(value, Decimal) and "." in text else text
