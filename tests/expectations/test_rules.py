"""Every rule of the register speaks when its row breaks it, and only then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from string import Formatter

import pytest

from expectations.example_lint import COMPARED
from expectations.examples import common_examples, form_examples
from expectations.examples_common import common_tables
from expectations.judge import Part, judge
from sources.contract import Level
from sources.finding import Finding
from sources.reader.model import Table
from sources.workdays import CalendarEndsError, due_date
from tests.expectations.tables import CATALOG, GOOD, REGISTER, a_table, codes_of

Name = tuple[str | None, str]
COMMON = common_examples()
CASES: dict[Name, list[Table]] = {
    **{
        (None, code): tables
        for code in COMMON
        if code not in COMPARED and (tables := common_tables(COMMON[code], CATALOG, form_examples()))
    },
    **{
        (form, code): [a_table(form, *rows)]
        for form, examples in form_examples().items()
        for code, rows in examples.breaks.items()
    },
}
IDS = [f"{form or 'all'}-{code}" for form, code in CASES]
Outcomes = Mapping[Name, tuple[Table, list[Finding]]]


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    """All cases judged as one batch per form, each as a submission of its own: the first table and all findings."""
    found: dict[Name, tuple[Table, list[Finding]]] = {name: (held[0], []) for name, held in CASES.items()}
    for form in CATALOG:
        places = [(name, table) for name, held in CASES.items() for table in held if table.form == form.id]
        parts = [
            Part("-".join(map(str, name)), table, COMMON.get(name[1], {}).get("received_on")) for name, table in places
        ]
        for (name, _), findings in zip(places, judge(form, parts, CATALOG, REGISTER), strict=True):
            found[name][1].extend(findings)
    return found


@pytest.mark.parametrize("name", CASES, ids=IDS)
def test_a_broken_row_is_found(name: Name, outcomes: Outcomes) -> None:
    form, code = name
    found = [finding for finding in outcomes[name][1] if finding.rule == code]
    assert found, f"{code} says nothing"
    for finding in found:
        assert finding.level is REGISTER.rule(code, finding.form).level
        assert form in (None, finding.form)
        assert (finding.sheet, finding.submission_id) == (outcomes[name][0].sheet, f"{form}-{code}") or code == "A18"


@pytest.mark.parametrize("name", CASES, ids=IDS)
def test_a_message_has_no_holes(name: Name, outcomes: Outcomes) -> None:
    """空 stands only where the message's own words or a blank cell put it."""
    table, findings = outcomes[name]
    for finding in findings:
        assert "{" not in finding.message
        says = REGISTER.rule(finding.rule, finding.form).says
        placeholders = [field for _, field, _, _ in Formatter().parse(says) if field]
        blank = any(field in table.values and None in table.values[field] for field in placeholders)
        assert "空" not in finding.message or "空" in says or blank or finding.rule in ("A15", "B17")


def _in_time(form: str, period: str) -> date | None:
    """Return the day a form is due; None, as for an unknown arrival, when that lies beyond the calendar."""
    try:
        return due_date(CATALOG.forms[form], period)
    except CalendarEndsError:
        return None


@pytest.mark.parametrize("form", GOOD)
def test_a_good_row_breaks_no_rule(form: str) -> None:
    table = a_table(form)
    received = _in_time(form, table.period or "")
    (found,) = judge(CATALOG.forms[form], [Part("s1", table, received)], CATALOG, REGISTER)
    assert [finding.message for finding in found] == []


def test_every_form_has_a_good_row() -> None:
    assert set(GOOD) == set(CATALOG.forms)


def test_levels_are_those_of_the_check_list() -> None:
    rules = [REGISTER.rule(code) for code in ("A03", "B02", "B68", "A04")]
    assert [rule.level for rule in rules] == [Level.MANDATORY, Level.MANDATORY, Level.VERIFY, Level.NOTICE]


@pytest.mark.parametrize(
    "name", ["XX产业园项目", "某某项目", "××公司厂房", "待确定", "（待定）", "***", "xx", "暂无项目"]
)
def test_a_placeholder_is_no_name_of_a_project(name: str) -> None:
    assert codes_of(a_table("talks", {"project_name": name})) == ["B01"]


@pytest.mark.parametrize(
    "name", ["MAXXIS轮胎扩建", "X射线检测中心", "无人机产业园", "测试装备制造基地", "3*8米标准厂房"]
)
def test_a_name_with_such_letters_is_one(name: str) -> None:
    assert codes_of(a_table("talks", {"project_name": name})) == []
