"""The rules about a sheet as a whole and about a file that gave no table."""

from datetime import date
from decimal import Decimal

import pytest

from expectations.sheet import file_findings
from sources.contract import Level
from sources.reader.model import Column, Failure, Problem, Reading, Signature, Total
from tests.expectations.tables import CATALOG, REGISTER, a_table, codes_of, findings_of, only

D = Decimal


@pytest.mark.parametrize(
    ("received", "level", "said"),
    [
        (date(2026, 4, 7), None, ""),
        (date(2026, 4, 8), Level.NOTICE, "逾期1个工作日"),
        (date(2026, 4, 13), Level.NOTICE, "逾期4个工作日"),
        (date(2026, 4, 14), Level.VERIFY, "逾期5个工作日"),
    ],
)
def test_lateness_is_counted_in_work_days_and_must_be_explained_from_five(received, level, said) -> None:
    found = [f for f in findings_of(a_table("key_projects"), received_on=received) if f.rule == "A01"]
    assert [f.level for f in found] == ([level] if level else [])
    assert all(said in f.message and "2026年4月7日" in f.message for f in found)


def test_nothing_is_late_before_it_is_sent_or_beyond_the_calendar() -> None:
    assert codes_of(a_table("key_projects"), received_on=None) == []
    table = a_table("assessment_results", period="2035-03")
    assert "A01" not in codes_of(table, received_on=date(2036, 1, 1))


def test_a_period_of_another_kind_is_no_period() -> None:
    assert "A15" in codes_of(a_table("assessment_results", period="2026"))


@pytest.mark.parametrize(
    ("total", "wrong"), [(D(24000), False), (D("24000.01"), False), (D("24000.02"), True), (D(23000), True)]
)
def test_a_total_is_compared_with_its_rows(total: Decimal, wrong: bool) -> None:
    table = a_table("key_projects", {}, {"project_name": "二期", "project_code": None})
    table.totals.append(Total("total_investment_wan", 7, "X7", str(total), total, (5, 6)))
    assert ("A12" in codes_of(table)) is wrong


def test_a_total_is_told_in_the_unit_of_its_column() -> None:
    table = a_table("key_projects")
    position = next(i for i, c in enumerate(table.columns) if c.field == "total_investment_wan")
    table.columns[position] = Column(position + 1, ("总投资(亿元)",), "total_investment_wan", "总投资", "万元", "亿元")
    table.totals.append(Total("total_investment_wan", 6, "X6", "1.1", D(11000), (5,)))
    finding = only("A12", table)
    assert (finding.value, finding.expected, finding.difference) == ("1.1", "1.2亿元", "-0.1亿元")


def test_a_total_allows_for_the_rounding_of_its_rows() -> None:
    rows = [{"project_name": f"{n}期", "project_code": None} for n in range(3)]
    table = a_table("key_projects", *rows, steps={"total_investment_wan": D(100)})
    table.totals.append(Total("total_investment_wan", 8, "X8", "3.62", D(36200), (5, 6, 7)))
    assert "A12" not in codes_of(table)


def test_a_total_over_a_cell_that_could_not_be_read_is_not_compared() -> None:
    table = a_table("key_projects", {"funds_in_place_wan": None})
    table.problems.append(Problem("B06", "funds_in_place_wan", 5, "AJ5", "约5000"))
    table.totals.append(Total("funds_in_place_wan", 6, "AJ6", "5000", D(5000), (5,)))
    assert codes_of(table) == ["B06"]


def test_missing_names_under_the_list_are_one_finding() -> None:
    table = a_table("key_projects", signatures=[Signature("填报人", None), Signature("审核人", None)])
    assert "请填写填报人和审核人姓名" in only("A08", table).message


def test_findings_about_two_sheets_have_different_fingerprints() -> None:
    one = a_table("assessment_results", sheet="一", hidden=["C列"])
    other = a_table("assessment_results", {"indicator_no": "K02"}, sheet="二", hidden=["C列"])
    found = findings_of(one, other)
    assert [finding.rule for finding in found] == ["A11", "A11"]
    assert len({finding.finding_id for finding in found}) == 2


def test_a_file_without_a_table_says_why() -> None:
    failures = [
        Failure("XL-ENCRYPTED", shown={"reason": "文件有密码"}),
        Failure("A13", "说明", {"nearest": "最接近《企业名录》，缺行业代码、登记状态"}),
    ]
    closed, unknown = file_findings(Reading("a.xlsx", "0" * 64, [], failures), "s9", REGISTER, CATALOG)
    assert (closed.rule, closed.value, closed.submission_id) == ("XL-ENCRYPTED", "a.xlsx", "s9")
    assert "文件有密码" in closed.message
    assert (unknown.rule, unknown.sheet) == ("A13", "说明")
    assert "最接近《企业名录》，缺行业代码、登记状态" in unknown.message


def test_nothing_to_report_said_in_words_is_no_finding() -> None:
    silent, stated = a_table("key_projects"), a_table("key_projects", is_nil=True)
    for table in (silent, stated):
        table.rows = []
        table.values = {name: [] for name in table.values}
        table.raws = {name: [] for name in table.raws}
    assert "A16" in codes_of(silent)
    assert "A16" not in codes_of(stated)
