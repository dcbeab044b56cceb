"""Papers by the clock: any period from Dagster's pages, the newest one by itself, never a storm."""

from __future__ import annotations

from datetime import date, datetime

import dagster as dg
import pytest

from orchestration.duty.issue_days import issue_day, newest_due
from sources.contract import load_catalog
from sources.home import Home
from sources.periods import SHANGHAI
from tests.orchestration.duty.conftest import RELEASE

KINDS = {"make_dispatch": "half_monthly_dispatch", "make_bulletin": "monthly_bulletin"}


@pytest.mark.parametrize(
    ("kind", "period", "day"),
    [
        # domain.md 4.5: the talks of 2026-02-H1 are due on 24 February, after the Spring Festival.
        ("dispatch", "2026-02-H1", date(2026, 2, 25)),
        ("dispatch", "2026-03-H1", date(2026, 3, 17)),
        ("dispatch", "2026-04-H2", date(2026, 5, 7)),
        ("bulletin", "2026-03", date(2026, 4, 10)),
        ("bulletin", "2026-04", date(2026, 5, 11)),
        # A working Saturday.
        ("bulletin", "2026-09", date(2026, 10, 10)),
        ("bulletin", "2026-12", None),
        ("letters", "2026-03", None),
    ],
)
def test_the_day_of_a_paper_follows_the_work_calendar(kind: str, period: str, day: date | None) -> None:
    assert issue_day(kind, period, load_catalog()) == day


@pytest.mark.parametrize(
    ("today", "period"),
    [(date(2026, 4, 9), "2026-02"), (date(2026, 4, 10), "2026-03"), (date(2026, 5, 10), "2026-03"), (date(2035, 1, 1), None)],
)  # fmt: skip
def test_only_the_newest_period_is_due(today: date, period: str | None) -> None:
    assert newest_due("bulletin", today, load_catalog()) == period


def ticked(definitions: dg.Definitions, name: str, at: datetime) -> dg.RunRequest:
    schedule = definitions.resolve_schedule_def(name)
    context = dg.build_schedule_context(
        scheduled_execution_time=at.replace(tzinfo=SHANGHAI), repository_def=definitions.get_repository_def()
    )
    (request,) = schedule.evaluate_tick(context).run_requests or ()
    return request


def test_half_months_and_months_are_requested_by_their_own_names(definitions: dg.Definitions) -> None:
    at = datetime(2026, 4, 10, 7)
    assert ticked(definitions, "half_monthly_dispatch", at).partition_key == "2026-03-H2"
    assert ticked(definitions, "monthly_bulletin", at).partition_key == "2026-03"


def test_a_period_is_requested_under_one_key_on_every_day(definitions: dg.Definitions) -> None:
    keys = {ticked(definitions, "monthly_bulletin", datetime(2026, 4, day, 7)).run_key for day in (10, 11, 30)}
    assert keys == {"bulletin:2026-03"}


@pytest.mark.parametrize(
    ("job", "period", "files"),
    [
        ("make_dispatch", "2026-03-H1", 2),
        ("make_bulletin", "2026-03", 2),
        ("make_letters", "2026-03", 8),
    ],
)
def test_any_period_can_be_made_from_the_pages(
    definitions: dg.Definitions, home: Home, job: str, period: str, files: int
) -> None:
    kind = job.removeprefix("make_")
    resolved = definitions.resolve_job_def(job)
    with dg.DagsterInstance.ephemeral() as instance:
        made = resolved.execute_in_process(instance=instance, partition_key=period)
        (event,) = made.asset_materializations_for_node(made.get_asset_materialization_events()[0].node_name)
    assert made.success
    assert (event.partition, event.metadata["files"].value) == (period, files)
    first = {path.name: path.read_bytes() for path in (home.papers / kind / period / RELEASE).iterdir()}
    assert len(first) == files
    with dg.DagsterInstance.ephemeral() as instance:
        resolved.execute_in_process(instance=instance, partition_key=period)
    again = {path.name: path.read_bytes() for path in (home.papers / kind / period / RELEASE).iterdir()}
    assert again == first


def test_a_period_without_its_ledger_fails_as_data_and_says_which(definitions: dg.Definitions) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        made = definitions.resolve_job_def("make_dispatch").execute_in_process(
            instance=instance, partition_key="2026-05-H1", raise_on_error=False
        )
    (failure,) = [event.step_failure_data for event in made.all_events if event.is_step_failure]
    assert not made.success
    assert failure.user_failure_data is not None
    assert "2026-05-H1 的《招商在谈项目台账》" in (failure.user_failure_data.description or "")
    assert failure.user_failure_data.metadata["class"].value == "data"


def test_the_night_makes_no_papers(definitions: dg.Definitions) -> None:
    layer = definitions.resolve_job_def("nightly").asset_layer
    assert not [key for key in layer.executable_asset_keys if key.path[0] == "papers"]
