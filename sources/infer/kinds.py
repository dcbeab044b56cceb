"""What the values of a column are: numbers, percents, dates, codes or texts."""

from __future__ import annotations

import re

from openpyxl.utils import get_column_letter

from sources.infer import words
from sources.infer.cells import WORDS, Kind, Page, is_year
from sources.infer.structure import ColumnKind
from sources.reader.headers import plain
from sources.reader.model import raw_text

#: Values looked at to tell what a column holds.
LOOKED_AT = 400
_CODES = re.compile(
    r"(?:编码|代码|标识码|编号|证号|账号|证书号|邮编|ID|id|号码|电话|手机)$|^(?:类|款|项|序号|行次|排名|名次)$"
)
_DATES = re.compile(r"(?:日期|时间|年份|年度|月份|年月|季度)$|^(?:年|月|日)$")
_AMOUNTS = re.compile(
    r"(?:数|额|量|率|值|收入|支出|合计|小计|总计|金额|预算|决算|拨款|经费|余额|比例|比重|面积|价格?|人数|户数|投资|增长|增速|占比|费)$"
)


def column_kind(
    page: Page, records: list[int], column: int, path: tuple[str, ...], unit: str | None
) -> tuple[ColumnKind, bool]:
    """Return the kind of a column and whether its cells show the % sign."""
    rows = records[:LOOKED_AT]
    kinds = [(row, page.kind(row, column)) for row in rows]
    known = [(row, kind) for row, kind in kinds if kind is Kind.NUMBER or kind in WORDS]
    name = path[-1] if path else ""
    if not known:
        return _empty_kind(name, unit), False
    numbers = [row for row, kind in known if kind is Kind.NUMBER]
    if len(numbers) * 2 > len(known):
        return _number_kind(page, numbers, column, path, unit)
    periods = sum(1 for _, kind in known if kind is Kind.PERIOD)
    if periods * 2 > len(known):
        return ColumnKind.DATE, False
    return ColumnKind.CODE if _CODES.search(name) else ColumnKind.TEXT, False


def _number_kind(
    page: Page, rows: list[int], column: int, path: tuple[str, ...], unit: str | None
) -> tuple[ColumnKind, bool]:
    name = path[-1] if path else ""
    percent = sum(1 for row in rows if _shows_percent(page, row, column)) * 2 > len(rows)
    if percent or unit in ("%", "‰"):
        return ColumnKind.PERCENT, percent
    values = [page.own(row, column) for row in rows]
    if unit is None and (
        words.is_serial(name) or _CODES.search(name) or _look_like_codes(values, grouped=len(path) > 1)
    ):
        return ColumnKind.CODE, False
    if unit is None and _DATES.search(name) and all(_is_period(value) for value in values):
        return ColumnKind.DATE, False
    if unit is None and not path and all(is_year(value) for value in values):
        return ColumnKind.DATE, False
    return ColumnKind.NUMBER, False


def _shows_percent(page: Page, row: int, column: int) -> bool:
    value = page.own(row, column)
    if isinstance(value, str):
        return plain(value).endswith("%")
    cells = page.sheet.facts.percent_cells
    return bool(cells) and f"{get_column_letter(column)}{row}" in cells


def _look_like_codes(values: list[object], *, grouped: bool) -> bool:
    """Say whether numbers are identifiers: texts of digits of one length, with leading zeros or at least six digits.

    Under the name of a group (进口, 2023年) stand amounts, which may be of one length by chance.
    """
    texts = [plain(value) for value in values if isinstance(value, str)]
    if len(texts) < len(values) or not texts:
        return False
    lengths = {len(text) for text in texts}
    digits = all(text.isdigit() for text in texts)
    zeros = any(text.startswith("0") and len(text) > 1 for text in texts)
    return (
        digits
        and len(lengths) == 1
        and (zeros or (not grouped and lengths.pop() >= 6 and len(set(texts)) == len(texts)))
    )


def _is_period(value: object) -> bool:
    shown = raw_text(value)
    return shown.isdecimal() and (int(shown) <= 12 or is_year(value) or len(shown) in (6, 8))


def _empty_kind(name: str, unit: str | None) -> ColumnKind:
    """Guess the kind of a column without values from its name."""
    if _CODES.search(name):
        return ColumnKind.CODE
    if _DATES.search(name):
        return ColumnKind.DATE
    if unit in ("%", "‰"):
        return ColumnKind.PERCENT
    return ColumnKind.NUMBER if unit or _AMOUNTS.search(name) else ColumnKind.TEXT
