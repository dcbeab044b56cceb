"""The daily round: before due dates people are reminded, after them letters are drafted; rest days are quiet."""

from __future__ import annotations

from datetime import date, datetime

import dagster as dg
import duckdb
import pytest

from orchestration.duty.reminded import drafted_today, remind_today
from sources.home import Home
from sources.periods import SHANGHAI
from tests.orchestration.duty.conftest import RELEASE, received

TODAY = date(2026, 4, 7)


@pytest.fixture
def with_forms(home: Home) -> Home:
    """The release names its forms, as one that was built does."""
    with duckdb.connect(str(home.releases / RELEASE / "warehouse.duckdb")) as connection:
        connection.execute(
            "create table dim_forms as select 'key_projects' as form, '重点项目月度调度表' as form_title"
        )
    return home


@pytest.mark.parametrize(
    ("day", "runs"),
    [(datetime(2026, 4, 7), True), (datetime(2026, 4, 6), False), (datetime(2026, 10, 10), True), (datetime(2040, 1, 1), False)],
)  # fmt: skip
def test_work_days_have_a_round_and_rest_days_none(definitions: dg.Definitions, day: datetime, runs: bool) -> None:
    """6 April is 清明, 10 October a working Saturday; the calendar does not know 2040, whose first day is a Sunday."""
    context = dg.build_schedule_context(scheduled_execution_time=day.replace(hour=8, minute=30, tzinfo=SHANGHAI))
    ticked = definitions.resolve_schedule_def("every_workday").evaluate_tick(context)
    assert bool(ticked.run_requests) is runs


def test_the_round_drafts_letters_and_tells_each_person_once(with_forms: Home) -> None:
    home = with_forms
    drafts = drafted_today(home, TODAY)
    assert "督办函_〔2026〕督1_拟稿" in drafts
    assert all((home.papers / "ladder" / "2026-04" / RELEASE / f"{name}.docx").is_file() for name in drafts)
    for _ in range(2):
        remind_today(home, TODAY, drafts)
    told = {one["person"]: one["text"] for one in received(home)}
    assert len(received(home)) == len(told)
    assert "函件拟稿待审核签发（7 份，没有发出）" in told["机器"]
    assert "已逾期 6 个工作日（已到督办函一级）" in told["全区"]
    # Letters are signed by the office; a department hears of its own submissions only.
    assert "项目部" not in told


def test_the_job_runs_its_two_steps(definitions: dg.Definitions, with_forms: Home) -> None:
    (with_forms.root / "messages.toml").unlink()
    with dg.DagsterInstance.ephemeral() as instance:
        done = definitions.resolve_job_def("remind").execute_in_process(instance=instance)
    assert done.success
    assert done.output_for_node("send_digests") == {}
    assert received(with_forms) == []
