"""``taizhang calendar``: who owes what until when, and what has come."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

from orchestration.release.publication import publish
from sources.home import Home

Command = Callable[..., Result]

_OBLIGATIONS = """
create table fct_obligations as select
    'key_projects' as form, 'projects' as department, period, status, late::bigint as late_workdays,
    late = 0 as is_on_time, late = 0 as is_accepted_on_time, timestamp '2026-02-05 09:00:00' as first_received_at,
    timestamp '2026-02-05 09:01:00' as first_accepted_at, false as is_closed, false as is_unapproved_revision
from (values ('2026-01', 'accepted', 0), ('2026-02', 'overdue', 12), ('2026-03', 'nil', 0)) as listed (period, status, late);
"""


def test_every_expected_submission_is_listed_with_its_rule(taizhang: Command) -> None:
    ran = taizhang("calendar", "2026", "--form", "F01", "--month", "4", "--json")
    assert ran.exit_code == 0, ran.stderr
    (row,) = json.loads(ran.stdout)
    wanted = {"form": "key_projects", "department": "projects", "period": "2026-04", "opens": "2026-05-01",
              "nominal_due": "2026-05-05", "due": "2026-05-06", "shift_name": "节假日顺延", "is_shifted": True}  # fmt: skip
    assert {key: row[key] for key in wanted} == wanted


def test_a_half_month_is_a_period_of_its_own(taizhang: Command) -> None:
    ran = taizhang("calendar", "2026", "--department", "招商引资部", "--form", "F02", "--month", "2", "--json")
    assert [(row["period"], row["due"]) for row in json.loads(ran.stdout)] == [
        ("2026-02-H1", "2026-02-24"),
        ("2026-02-H2", "2026-03-02"),
    ]


def test_people_read_weekdays_and_what_is_not_known_yet(taizhang: Command) -> None:
    text = taizhang("calendar", "2026", "--month", "12").stdout
    assert "2026-12-16（周三）" in text
    assert "2027年放假安排未公布，截止日待定" in text
    assert "2026-10-10（周六）" in taizhang("calendar", "2026", "--month", "9").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("2027",), "工作日历没有 2027 年的安排"),
        (("2018",), "工作日历没有 2018 年的安排"),
        (("2026", "--department", "不存在"), "没有部门“不存在”"),
        (("2026", "--form", "F99"), "没有表“F99”"),
        (("2026", "--xlsx", "/没有/这里.xlsx"), "写不了"),
    ],
)
def test_what_cannot_be_answered_is_one_line_and_exit_2(
    taizhang: Command, words: tuple[str, ...], message: str
) -> None:
    ran = taizhang("calendar", *words)
    assert ran.exit_code == 2
    assert message in ran.stderr
    assert "Traceback" not in ran.output


def test_the_states_are_those_of_the_release(
    taizhang: Command, home: Home, make_warehouse: Command, built: object
) -> None:
    publish(home, make_warehouse(more=_OBLIGATIONS), built, batch_id="b1")  # type: ignore[arg-type]
    ran = taizhang("calendar", "2026", "--form", "F01", "--status", "--json")
    assert ran.exit_code == 0, ran.stderr
    states = {
        row["period"]: (row["status_name"], row["late_workdays"], row["is_on_time"]) for row in json.loads(ran.stdout)
    }
    assert states["2026-01"] == ("已接受", 0, True)
    assert states["2026-02"] == ("逾期", 12, False)
    assert states["2026-03"] == ("本期无", 0, True)
    assert states["2026-12"][0] in ("未开放", "未启用")


def test_a_release_is_needed_for_states_only(taizhang: Command) -> None:
    ran = taizhang("calendar", "2026", "--status")
    assert ran.exit_code == 1
    assert "还没有发布任何版本" in ran.stderr


def test_the_workbook_holds_what_the_table_shows(taizhang: Command, tmp_path: Path) -> None:
    path = tmp_path / "报送日历.xlsx"
    ran = taizhang("calendar", "2026", "--form", "F02", "--month", "4", "--xlsx", str(path))
    assert ran.exit_code == 0, ran.stderr
    rows = list(load_workbook(path).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert [row[:5] for row in rows[1:]] == [
        ("招商在谈项目台账", "招商引资部", "2026年4月上半月", "2026-04-16（周四）", "节假日顺延"),
        ("招商在谈项目台账", "招商引资部", "2026年4月下半月", "2026-05-06（周三）", "节假日顺延"),
    ]
