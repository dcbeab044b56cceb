"""The types a field may have, and what each becomes in Parquet and in DuckDB."""

from __future__ import annotations

from enum import StrEnum


class FieldType(StrEnum):
    """Type of a field. Shapes after reading are named beside each; absent is always null."""

    TEXT = "text"  # str
    CODE = "code"  # str, leading zeros kept
    USCC = "uscc"  # str, 18 characters, GB 32100-2015
    PROJECT_CODE = "project_code"  # str, 24 characters with hyphens, GB/T 40058-2021
    ENUM = "enum"  # str out of `values` or the code list `list`
    LIST = "list"  # str, several names joined by 、, each out of `list` when given
    MONEY = "money"  # Decimal in 万元, 4 digits
    NUMBER = "number"  # Decimal in the field's unit, 4 digits
    COUNT = "count"  # int ≥ 0
    INTEGER = "integer"  # int
    RATIO = "ratio"  # Decimal as a fraction (0.563), 6 digits
    DATE = "date"  # datetime.date
    YEAR = "year"  # int 1900–2199
    BOOL = "bool"  # bool from 是 / 否


#: Types whose cells hold numbers (A06, B06, B07 apply).
NUMERIC = frozenset({FieldType.MONEY, FieldType.NUMBER, FieldType.COUNT, FieldType.INTEGER, FieldType.RATIO})

#: Digits after the point of the decimal types.
SCALE: dict[FieldType, int] = {FieldType.MONEY: 4, FieldType.NUMBER: 4, FieldType.RATIO: 6}

#: Column type in DuckDB and in dbt contracts.
SQL_TYPE: dict[FieldType, str] = {
    FieldType.MONEY: "decimal(18,4)",
    FieldType.NUMBER: "decimal(18,4)",
    FieldType.RATIO: "decimal(18,6)",
    FieldType.COUNT: "bigint",
    FieldType.INTEGER: "bigint",
    FieldType.YEAR: "bigint",
    FieldType.DATE: "date",
    FieldType.BOOL: "boolean",
}
SQL_TEXT = "varchar"


def sql_type(kind: FieldType) -> str:
    """Return the DuckDB type that a field of this type has in landing, staging and marts."""
    return SQL_TYPE.get(kind, SQL_TEXT)
