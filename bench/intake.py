"""What reading and judging cost, against pandas only reading the same workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from bench.big_workbook import write_big
from bench.measure import Line, median
from expectations.judge import Part, judge
from sources.contract import load_catalog
from sources.home import Home
from sources.landing import Accepted, Batch, coercion_rows, column_rows, form_rows
from sources.reader.read import read_workbook
from sources.rules import load_register

ROWS = 5_000


def lines(folder: Path) -> Iterator[Line]:
    """Measure reading, judging, and judging the same rows spread over many submissions."""
    catalog = load_catalog()
    register, form = load_register(catalog), catalog.form("F01")
    path = write_big(folder / "big.xlsx", ROWS)
    home = Home(folder / "intake")

    def land() -> None:
        table = read_workbook(path, catalog).tables[0]
        batch = Batch(home, "bench")
        batch.stage_rows(form.id, form_rows(form, [Accepted("bench", None, table)]))
        batch.stage_rows("_columns", column_rows([("bench", table)]))
        batch.stage_rows("_coercions", coercion_rows([("bench", table)], catalog))
        batch.commit()

    pandas = median(lambda: pd.read_excel(path, engine="openpyxl", header=1), times=3)
    yield Line(
        f"收件：打开、定位、解析、落地（20 列 × {ROWS} 行）", median(land), "pandas 只读（openpyxl）", pandas, 0.5
    )

    whole = [Part("one", read_workbook(path, catalog).tables[0], date(2026, 11, 4))]
    once = median(lambda: judge(form, whole, catalog, register), times=3)
    yield Line("审核：全部规则，同一工作簿", once, "pandas 只读（openpyxl）", pandas, 0.5)

    small = [write_big(folder / f"small{number}.xlsx", 50, number * 50) for number in range(100)]
    many = [
        Part(f"s{number}", read_workbook(each, catalog).tables[0], date(2026, 11, 4))
        for number, each in enumerate(small)
    ]
    spread = median(lambda: judge(form, many, catalog, register), times=3)
    yield Line("审核：同样行数，分在 100 份报送里", spread, "一份报送", once, 1.5)
