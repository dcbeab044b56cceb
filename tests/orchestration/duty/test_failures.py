"""A failed run is classed, and told once, to whom it concerns, with the runbook page."""

from __future__ import annotations

import errno
from datetime import datetime
from typing import Any

import dagster as dg
import pytest

from orchestration.duty.watch import failure_sensor
from orchestration.night.failure import as_failure
from orchestration.night.failure_class import FailureClass, class_of
from orchestration.night.lock import NightBusyError
from orchestration.release.errors import ReleaseRefusedError
from sources.contract.errors import ContractError
from sources.home import Home
from sources.published.errors import ReleaseError
from tests.orchestration.duty.conftest import received

AT = datetime(2026, 4, 7, 2, 30)
REFUSED = ReleaseRefusedError(["检验 fct_a_unique 未通过（2 行）"])
BROKEN = ReleaseRefusedError(["模型 fct_a 出错：Binder Error"], is_by_code=True)
NO_SPACE = ReleaseRefusedError(["模型 fct_a 出错：No space left on device"], is_by_code=True)


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (REFUSED, FailureClass.DATA),
        (BROKEN, FailureClass.CODE),
        (NO_SPACE, FailureClass.INFRASTRUCTURE),
        (ReleaseError("没有 2026-03 的指标"), FailureClass.DATA),
        (ContractError("letter_rules.csv", "第3行", "level 为空"), FailureClass.CODE),
        (KeyError("x"), FailureClass.CODE),
        (OSError(errno.EIO, "Input/output error"), FailureClass.INFRASTRUCTURE),
        (NightBusyError(900), FailureClass.INFRASTRUCTURE),
        (MemoryError(), FailureClass.INFRASTRUCTURE),
    ],
)
def test_a_failure_is_the_machines_the_codes_or_the_datas(error: Exception, found: FailureClass) -> None:
    assert class_of(error) is found


@pytest.mark.parametrize("of", list(FailureClass))
def test_every_class_has_a_page(of: FailureClass) -> None:
    assert of.page.read_text(encoding="utf-8").startswith("# ")


def failing(error: Exception) -> dg.JobDefinition:
    @dg.op
    def breaks() -> None:
        with as_failure():
            raise error

    @dg.job(name="nightly", executor_def=dg.in_process_executor)
    def nightly() -> None:
        breaks()

    return nightly


def busy() -> dg.JobDefinition:
    """A run that ends before its first step: its lock was not given."""

    @dg.resource
    def night(_context: dg.InitResourceContext) -> None:
        raise NightBusyError(900)

    @dg.op(required_resource_keys={"night"})
    def waits() -> None:
        raise AssertionError

    @dg.job(name="nightly", executor_def=dg.in_process_executor, resource_defs={"night": night})
    def nightly() -> None:
        waits()

    return nightly


def watched(home: Home, job: dg.JobDefinition, *, at: datetime = AT) -> None:
    """Run a job that fails and let the sensor look at its run, twice: a tick may be repeated."""
    with dg.DagsterInstance.ephemeral() as instance:
        run = job.execute_in_process(instance=instance, raise_on_error=False)
        (event,) = [event for event in run.all_events if event.is_run_failure]
        context: Any = dg.build_run_status_sensor_context(
            sensor_name="failed_runs", dagster_event=event, dagster_instance=instance, dagster_run=run.dagster_run
        ).for_run_failure()
        for _ in range(2):
            failure_sensor(home, lambda: at)(context)


@pytest.mark.parametrize(
    ("job", "people", "title", "said"),
    [
        (failing(REFUSED), ["汇总岗"], "台账作业失败（数据）：nightly", "检验 fct_a_unique 未通过（2 行）"),
        (failing(NO_SPACE), ["机器"], "台账作业失败（运行环境）：nightly", "磁盘空间不足"),
        # Nobody asked for failures of the code: whoever hears of everything hears of them.
        (failing(BROKEN), ["全区"], "台账作业失败（程序或配置）：nightly", "Binder Error"),
        (busy(), ["机器"], "台账作业失败（运行环境）：nightly", ""),
    ],
    ids=["data", "machine", "code", "busy"],
)
def test_a_failed_run_is_told_once_to_whom_it_concerns_with_the_page(
    home: Home, job: dg.JobDefinition, people: list[str], title: str, said: str
) -> None:
    watched(home, job)
    told = received(home)
    assert [one["person"] for one in told] == people
    assert told[0]["title"] == title
    assert said in told[0]["text"]
    assert "处理办法：" in told[0]["text"]
    assert "找谁：" in told[0]["text"]


def test_the_same_trouble_is_told_again_on_another_day_only(home: Home) -> None:
    watched(home, failing(REFUSED))
    watched(home, failing(REFUSED), at=AT.replace(hour=9))
    assert len(received(home)) == 1
    watched(home, failing(REFUSED), at=AT.replace(day=8))
    assert len(received(home)) == 2


def test_nobody_is_told_unless_messages_are_enabled(home: Home) -> None:
    (home.root / "messages.toml").write_text("enabled = false\n", encoding="utf-8")
    watched(home, failing(REFUSED))
    assert received(home) == []
