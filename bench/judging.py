"""What judging costs against reading: many workbooks of 200 rows, every rule about one submission.

``python -m bench.judging 200`` measures fewer: what each form's suite costs by itself weighs more then.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bench.big_workbook import write_big
from bench.measure import Line
from expectations.judge import Part, judge
from expectations.results import Tally
from sources.contract import Catalog, load_catalog
from sources.reader.model import Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from sources.sample.delivery import Delivery, Sheet
from sources.sample.layouts import layout_of
from sources.sample.recent_months import recent_deliveries
from sources.sample.write import write_delivery
from sources.sample.zone import make_zone

ROWS, FILES = 200, 1_000
SEED = 7
#: Forms of which the sample zone sends about so many rows; with the key projects they have most of the rules.
FORMS = ("enterprises", "enterprise_titles", "project_milestones", "industrial_months")


def lines(folder: Path, files: int = FILES) -> Iterator[Line]:
    """Measure ``files`` workbooks of some forms in turn: read one by one, then judged per form as a night does."""
    catalog = load_catalog()
    register = load_register(catalog)
    paths = _workbooks(folder, catalog)
    read: dict[str, list[Table]] = {form: [] for form in paths}
    start = time.perf_counter()
    for number in range(files):
        form = tuple(paths)[number % len(paths)]
        (table,) = read_workbook(paths[form], catalog, form=form).tables
        read[form].append(table)
    reading = time.perf_counter() - start
    judge(
        catalog.form("F01"), [Part("first", read["key_projects"][0], None)], catalog, register
    )  # Imports are not counted.
    start = time.perf_counter()
    for form, tables in read.items():
        parts = [Part(f"s{number}", table, date(2026, 11, 4)) for number, table in enumerate(tables)]
        judge(catalog.form(form), parts, catalog, register, Tally())
    judging = time.perf_counter() - start
    yield Line(f"审核：{files} 份 × {ROWS} 行，{len(paths)} 张表的全部规则", judging, "读取这些文件", reading, 1.0)


def _workbooks(folder: Path, catalog: Catalog) -> Mapping[str, Path]:
    """Write one workbook per form."""
    made = {"key_projects": write_big(folder / "重点项目2026年10月.xlsx", ROWS)}
    for delivery in recent_deliveries(catalog, make_zone(SEED).recent, SEED, 1):
        for sheet in delivery.sheets:
            if sheet.form in FORMS:
                made[sheet.form] = _workbook(folder, catalog, delivery, sheet)
    return made


def _workbook(folder: Path, catalog: Catalog, delivery: Delivery, sheet: Sheet) -> Path:
    form, rows = catalog.form(sheet.form), sheet.rows[:ROWS]
    alone = Sheet(sheet.form, sheet.period, rows, layout_of(form, None).style(form, rows))
    file = f"{form.title}{sheet.period}.xlsx"
    write_delivery(folder, Delivery(delivery.department, file, delivery.received_at, (alone,)), catalog)
    return folder / file


def main() -> None:
    """Print the line for the number of workbooks given, 1,000 without one."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for line in lines(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else FILES):
            print(
                f"{line.what}：{line.seconds:.1f} 秒，{line.against} {line.base:.1f} 秒，{line.ratio:.2f} {line.kept}"
            )


if __name__ == "__main__":
    main()
