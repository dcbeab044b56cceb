"""Who is told what on a day, and how it is configured."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime

import duckdb
import pytest
from click.testing import CliRunner

from orchestration.command import main
from orchestration.messages.configuration import Messages, Person, load_configuration
from orchestration.messages.digest import digests, open_items
from orchestration.release.publication import publish
from sources.decisions import SubmissionReturn, decided
from sources.home import Home
from sources.published.errors import ReleaseError

NAMES = {"projects": "项目建设部", "office": "综合办公室"}
_TABLES = """
create table dim_forms as select 'key_projects' as form, '重点项目月度调度表' as form_title;
create table fct_obligations as select
    'key_projects' as form, department, period, status, due_date::date as due_date, late::bigint as late_workdays
from (values
    ('projects', '2026-02', 'overdue', '2026-03-05', 3), ('projects', '2026-03', 'due', '2026-04-07', null),
    ('projects', '2026-04', 'due', '2026-05-06', null), ('office', '2026-02', 'rejected', '2026-03-05', 1),
    ('office', '2026-01', 'accepted', '2026-02-05', 0)
) as listed (department, period, status, due_date, late);
"""
#: A Thursday; two work days ahead is Tuesday 7 April, for Monday is 清明.
TODAY = date(2026, 4, 2)


def said(*people: Person) -> dict[str, str]:
    with duckdb.connect() as connection:
        connection.execute(_TABLES)
        found = digests(open_items(connection, TODAY), people, TODAY, NAMES)
    return {one.person.name: one.text for one in found}


def test_a_person_hears_of_their_departments_in_one_message() -> None:
    found = said(
        Person(name="甲", departments=("projects",)), Person(name="乙", departments=("finance",)), Person(name="丙")
    )
    assert found["甲"].splitlines() == [
        "逾期未报（1 项）",
        "· 项目建设部《重点项目月度调度表》2026年2月，截止 2026-03-05，已逾期 3 个工作日（已到提醒函一级）",
        "即将到期（1 项）",
        "· 项目建设部《重点项目月度调度表》2026年3月，截止 2026-04-07",
    ]
    assert "退回待改（1 项）" in found["丙"]
    assert "乙" not in found


def test_what_was_returned_as_a_whole_is_owed_again_until_its_new_date() -> None:
    back = [
        decided(SubmissionReturn, submission_id="a" * 16, form="key_projects", department=department, period="2026-02",
                due_date=due, taken_at=datetime(2026, 3, 20, 9), by="王芳", role="desk", reason="口径改了，请重报")
        for department, due in (("office", date(2026, 3, 31)), ("projects", date(2026, 4, 20)))
    ]  # fmt: skip
    with duckdb.connect() as connection:
        connection.execute(_TABLES)
        items = open_items(connection, TODAY, back)
    (text,) = [one.text for one in digests(items, [Person(name="丙")], TODAY, NAMES)]
    assert text.splitlines() == [
        "整份退回待重报（2 项）",
        "· 综合办公室《重点项目月度调度表》2026年2月，截止 2026-03-31，已逾期 2 个工作日（已到提醒函一级）",
        "· 项目建设部《重点项目月度调度表》2026年2月，截止 2026-04-20",
        "即将到期（1 项）",
        "· 项目建设部《重点项目月度调度表》2026年3月，截止 2026-04-07",
    ], "代替版本里的“退回待改”和“逾期未报”"


def test_a_message_has_one_identity_per_person_and_day() -> None:
    items = [
        {
            "department": "office",
            "form_title": "表",
            "period": "2026-03",
            "status": "due",
            "due_date": TODAY,
            "late_workdays": None,
        }
    ]
    days = [TODAY, TODAY, date(2026, 4, 3)]
    ids = [digests(items, [Person(name="甲")], day, NAMES)[0].digest_id for day in days]
    assert ids[0] == ids[1] != ids[2]


def test_without_a_file_nobody_is_told(home: Home) -> None:
    assert load_configuration(home) == Messages()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("enabled =", "不是合法的 TOML"),
        ("enable = true", "enable"),
        ('[[people]]\nname = "甲"\nemail = "a@b.cn"', r"甲 有邮箱，但没有 \[smtp\]"),
        ('[[people]]\nname = "甲"\n[[people]]\nname = "甲"', "重名"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_named(home: Home, text: str, message: str) -> None:
    home.root.mkdir(parents=True)
    (home.root / "messages.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReleaseError, match=message):
        load_configuration(home)


def test_the_command_shows_and_sends_what_is_open(
    home: Home, make_warehouse: Callable[..., object], built: object
) -> None:
    publish(home, make_warehouse(more=_TABLES), built, batch_id="b1")  # type: ignore[arg-type]
    (home.root / "messages.toml").write_text('[[people]]\nname = "甲"\n', encoding="utf-8")
    shown = CliRunner().invoke(main, ["remind", "--dry-run", "--json"])
    assert "项目建设部" in json.loads(shown.stdout)[0]["text"]
    off = CliRunner().invoke(main, ["remind"])
    assert (off.exit_code, "没有启用" in off.stderr) == (0, True)
    (home.root / "messages.toml").write_text('enabled = true\n[[people]]\nname = "甲"\n', encoding="utf-8")
    sent = CliRunner().invoke(main, ["remind", "--json"])
    assert [(one["channel"], one["state"]) for one in json.loads(sent.stdout)] == [("portal", "sent")]
