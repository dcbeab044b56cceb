"""Who owes what: the forms' departments, the approved exceptions, closed periods."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from sources.contract import Catalog, ContractError, load_catalog
from sources.contract.catalog import CODES, FORMS
from sources.obligations import Obligation, due_date_of, obligations


@pytest.fixture
def codes(tmp_path: Path) -> Path:
    """The zone's code lists, to be edited."""
    return Path(shutil.copytree(CODES, tmp_path / "codes"))


def owed(codes: Path, form: str, period: str, catalog: Catalog | None = None) -> dict[str, Obligation]:
    found = obligations(catalog or load_catalog(), int(period[:4]), codes)
    return {one.department: one for one in found if (one.form.code, one.period) == (form, period)}


def add(codes: Path, name: str, *lines: str) -> None:
    with (codes / f"{name}.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def test_the_department_of_the_folder_owes_the_form_once_per_period(codes: Path) -> None:
    found = list(obligations(load_catalog(), 2026))
    assert list(owed(codes, "F01", "2026-03")) == ["projects"]
    assert len({(one.form.id, one.department, one.period) for one in found}) == len(found)
    talks = [one.period for one in found if one.form.code == "F02"]
    assert (len(talks), talks[4], talks[5]) == (24, "2026-03-H1", "2026-03-H2")


@pytest.mark.parametrize(
    ("declared", "owing"),
    [
        ("every_department", ["office", "projects", "investment", "enterprises", "finance", "party", "planning"]),
        ("[beicheng, caijin]", ["beicheng", "caijin"]),
    ],
)
def test_a_form_may_be_owed_by_others(tmp_path: Path, declared: str, owing: list[str]) -> None:
    forms = Path(shutil.copytree(FORMS, tmp_path / "forms"))
    path = forms / "office" / "reform_tasks.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"owed_by: {declared}\n", encoding="utf-8")
    catalog = load_catalog(forms, CODES)
    assert list(owed(CODES, "F12", "2026-03", catalog)) == owing


def test_an_unknown_department_is_refused_with_its_place(tmp_path: Path) -> None:
    forms = Path(shutil.copytree(FORMS, tmp_path / "forms"))
    path = forms / "office" / "reform_tasks.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "owed_by: [nobody]\n", encoding="utf-8")
    with pytest.raises(ContractError, match=r"reform_tasks.yaml：owed_by：没有部门 nobody"):
        load_catalog(forms, CODES)


def test_a_department_owes_nothing_after_its_end(codes: Path) -> None:
    path = codes / "departments.csv"
    text = path.read_text(encoding="utf-8").replace(
        "department,2019-01,,重点项目调度", "department,2019-01,2026-02,撤并"
    )
    path.write_text(text, encoding="utf-8")
    catalog = load_catalog(FORMS, codes)
    assert list(owed(codes, "F01", "2026-02", catalog)) == ["projects"]
    assert owed(codes, "F01", "2026-03", catalog) == {}


def test_what_is_sent_when_it_happens_has_a_date_and_is_not_owed(codes: Path) -> None:
    found = owed(codes, "F02b", "2026-03")["investment"]
    assert (found.is_owed, found.due_date) == (False, date(2026, 4, 7))


def test_an_extension_moves_the_date_and_an_exemption_lifts_it(codes: Path) -> None:
    add(
        codes,
        "filing_exceptions",
        "E1,F01,projects,2026-03,延期,2026-04-15,系统迁移,分管领导,2026-04-02",
        "E2,重点项目月度调度表,,2026-04,免报,,当月停报,主任办公会,2026-04-20",
    )
    march, april = owed(codes, "F01", "2026-03")["projects"], owed(codes, "F01", "2026-04")["projects"]
    assert (march.regular_due_date, march.due_date) == (date(2026, 4, 7), date(2026, 4, 15))
    assert march.exception_note == "延期至 2026-04-15：系统迁移（分管领导，2026-04-02）"
    assert (march.is_exempt, april.is_exempt) == (False, True)
    catalog = load_catalog()
    days = [
        due_date_of(catalog, catalog.form("F01"), "projects", f"2026-{month}", codes) for month in ("02", "03", "04")
    ]
    assert days == [date(2026, 3, 5), date(2026, 4, 15), None]


def test_a_closed_period_may_be_reopened_for_a_department(codes: Path) -> None:
    add(
        codes,
        "closed_periods",
        "C1,,2026-01,2026-02-28,园办字〔2026〕3号,",
        "C2,F01,2026-01,2026-02-20,园办字〔2026〕2号,",
    )
    add(codes, "filing_exceptions", "E1,F01,projects,2026-01,补报,,更正重复计数,分管领导,2026-03-02")
    projects, enterprises = owed(codes, "F01", "2026-01")["projects"], owed(codes, "F06", "2026-01")["enterprises"]
    assert (projects.closed_date, projects.is_reopened) == (date(2026, 2, 20), True)
    assert (enterprises.closed_date, enterprises.is_reopened) == (date(2026, 2, 28), False)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("E1,F01,projects,2026-03,缓报,,原因,领导,2026-04-02", "第2行 kind：不认识的类别“缓报”"),
        ("E1,F01,projects,2026-03,延期,,原因,领导,2026-04-02", "第2行 new_due_date：不能为空"),
        ("E1,F01,projects,2026-03,延期,4月15日,原因,领导,2026-04-02", "第2行 new_due_date：“4月15日”不是日期"),
        ("E1,F01,projects,2026年3月,免报,,原因,领导,2026-04-02", "第2行 period：“2026年3月”不是期间"),
        ("E1,F99,projects,2026-03,免报,,原因,领导,2026-04-02", "第2行 form：没有表“F99”"),
        ("E1,F01,nobody,2026-03,免报,,原因,领导,2026-04-02", "第2行 department：没有部门 nobody"),
        ("E1,F01,projects,2026-03,免报,,,领导,2026-04-02", "第2行 reason：不能为空"),
        ("E1,F01,projects,2026-03,免报,,原因,,2026-04-02", "第2行 approved_by：不能为空"),
    ],
)
def test_an_exception_that_cannot_be_read_names_its_line(codes: Path, line: str, message: str) -> None:
    add(codes, "filing_exceptions", line)
    with pytest.raises(ContractError) as raised:
        owed(codes, "F01", "2026-03")
    assert message in str(raised.value)
