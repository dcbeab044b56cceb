"""Write the invented zone into a folder shaped like the drop folder, with the lists of arrivals and the answer key."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from sources.contract import Catalog, load_catalog
from sources.inbox.drop import ARRIVALS
from sources.sample.delivery import ANSWER_TITLES, Answer, Delivery, Sheet
from sources.sample.draw import Places, draw
from sources.sample.faults import with_faults
from sources.sample.names import CLERKS
from sources.sample.recent_months import recent_deliveries
from sources.sample.report_year import report_deliveries
from sources.sample.zone import make_zone
from sources.template import write_rows
from sources.template.package import save
from sources.template.write import FIRST_DATA_ROW

#: Usual name of the answer key; it must not lie where submissions are collected.
ANSWERS = "答案.csv"
DEFAULT_SEED = 20211231
DEFAULT_MONTHS = 6
MOST_MONTHS = 10
DEPARTMENTS = ("projects", "investment", "enterprises", "finance", "party", "planning", "office")


@dataclass(frozen=True)
class Written:
    """What was written: files by department, and the answer key."""

    files: dict[str, int]
    answers: tuple[Answer, ...]


def write_sample(
    folder: Path,
    catalog: Catalog | None = None,
    *,
    months: int = DEFAULT_MONTHS,
    seed: int = DEFAULT_SEED,
    departments: Collection[str] = DEPARTMENTS,
    scale: int = 1,
    answers: Path | None = None,
    on_file: Callable[[str], None] | None = None,
) -> Written:
    """Write the workbooks under ``folder/<department id>/`` with each folder's 收文登记.csv.

    ``months`` (0–10) recent months up to October 2026 besides the report's year 2021; ``scale`` zones, of which all but
    the first lie in folders of their own (``folder/zone-02/<department id>/``); ``answers`` is where the answer key of the
    known faults goes, if anywhere. One zone at a time is in memory. The same arguments give the same bytes. Raises
    ``OSError`` when the folder cannot be written; files of the same name are replaced, others are left alone.
    """
    catalog = catalog or load_catalog()
    key: list[Answer] = []
    counts: Counter[str] = Counter()
    for number in range(1, scale + 1):
        below = f"zone-{number:02d}/" if number > 1 else ""
        sent = make_deliveries(catalog, months=months, seed=seed, zone=number)
        for delivery in sent:
            if delivery.department not in departments:
                continue
            if on_file:
                on_file(delivery.file)
            counts[delivery.department] += 1
            found = write_delivery(folder / below / delivery.department, delivery, catalog)
            key += [replace(answer, file=f"{below}{answer.file}") for answer in found]
        write_arrivals(folder / below, sent, departments)
    if answers:
        _write_csv(answers, ANSWER_TITLES, [astuple(answer) for answer in key])
    return Written({department: counts[department] for department in departments}, tuple(key))


def make_deliveries(
    catalog: Catalog, *, months: int = DEFAULT_MONTHS, seed: int = DEFAULT_SEED, zone: int = 1
) -> list[Delivery]:
    """Return every file of one zone in the order of arrival; a copy comes after what it copies."""
    made = make_zone(seed, zone)
    recent = with_faults(recent_deliveries(catalog, made.recent, seed, months), made.recent, months)
    return sorted([*report_deliveries(catalog, made.report, seed), *recent], key=lambda delivery: delivery.received_at)


def write_arrivals(folder: Path, sent: Sequence[Delivery], departments: Iterable[str]) -> None:
    """Write each department's list of when its files came."""
    for department in departments:
        lines = [(d.file, f"{d.received_at:%Y-%m-%d %H:%M}") for d in sent if d.department == department]
        _write_csv(folder / department / ARRIVALS, ("文件", "收到时间"), lines)


def write_delivery(folder: Path, delivery: Delivery, catalog: Catalog) -> list[Answer]:
    """Write one file into the folder of its department and return what is known to be wrong with it."""
    path = folder / delivery.file
    places: list[tuple[Sheet, str, Places]] = []
    if delivery.copy_of:
        _write_bytes(path, (folder / delivery.copy_of).read_bytes())
    elif delivery.content:
        _write_bytes(path, delivery.content)
    elif delivery.loose:
        _write_loose(path, delivery.loose)
    elif len(delivery.sheets) == 1 and delivery.sheets[0].style is None:
        places = [_fill_template(path, delivery, catalog)]
    else:
        places = _draw(path, delivery, catalog)
    return list(_answers(delivery, catalog, places))


def _answers(delivery: Delivery, catalog: Catalog, places: Sequence[tuple[Sheet, str, Places]]) -> Iterable[Answer]:
    file = f"{delivery.department}/{delivery.file}"
    for fault in delivery.faults:
        yield Answer(file, "", fault.rule, "", "", fault.note)
    for sheet, name, cells in places:
        title = catalog.form(sheet.form).title
        for fault in sheet.faults:
            cell = "" if fault.row is None or fault.field is None else cells[fault.row, fault.field]
            yield Answer(file, title, fault.rule, name, cell, fault.note)


def _fill_template(path: Path, delivery: Delivery, catalog: Catalog) -> tuple[Sheet, str, Places]:
    (sheet,) = delivery.sheets
    form = catalog.form(sheet.form)
    filler, reviewer = CLERKS[delivery.department]
    write_rows(form, catalog, path, sheet.rows, period=sheet.period, department=delivery.department, filler=filler, reviewer=reviewer)  # fmt: skip
    letters = {name: get_column_letter(at) for at, name in enumerate(form.fields_in(sheet.period), start=1)}
    cells = {
        (fault.row, fault.field): f"{letters[fault.field]}{FIRST_DATA_ROW + fault.row}"
        for fault in sheet.faults
        if fault.row is not None and fault.field is not None
    }
    return sheet, form.title, cells


def _draw(path: Path, delivery: Delivery, catalog: Catalog) -> list[tuple[Sheet, str, Places]]:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    filler, reviewer = CLERKS[delivery.department]
    name = catalog.code_lists["departments"].codes[delivery.department]
    who = {"department": name, "filler": filler, "reviewer": reviewer}
    drawn = []
    for sheet in delivery.sheets:
        assert sheet.style is not None, "several forms in one workbook each need a style"
        target: Any = workbook.create_sheet()
        places = draw(target, sheet, sheet.style, who)
        drawn.append((sheet, str(target.title), places))
    save(workbook, path)
    return drawn


def _write_loose(path: Path, rows: Sequence[Sequence[str]]) -> None:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(list(row))
    save(workbook, path)


def _write_csv(path: Path, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV that Excel opens with its Chinese intact."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(titles)
    writer.writerows(rows)
    _write_bytes(path, buffer.getvalue().encode("utf-8-sig"))


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
