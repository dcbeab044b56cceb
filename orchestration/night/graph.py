"""What Dagster knows of the warehouse: all assets and checks, its jobs, schedules and sensors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg

from orchestration.duty.heartbeat import BEGINS_HOUR
from orchestration.duty.papers import GROUP, TIMEZONE, paper_assets, paper_jobs, paper_schedules
from orchestration.duty.reminded import remind_job, remind_schedule
from orchestration.duty.tidied import retention_job, retention_schedule
from orchestration.duty.watch import failure_sensor, heartbeat_sensor, unsent_sensor
from orchestration.night.built import warehouse_assets
from orchestration.night.dbt_graph import dbt_graph
from orchestration.night.inbox_sensor import inbox_sensor
from orchestration.night.published import published_assets
from orchestration.night.received import INBOX, form_key, received_assets
from orchestration.night.run import Night, open_night
from sources.contract import Catalog
from sources.home import Home

NIGHTLY = "nightly"
JUDGE_INBOX = "judge_inbox"
CRON = f"0 {BEGINS_HOUR} * * *"


def night_definitions(home: Home, catalog: Catalog, manifest: Mapping[str, Any]) -> dg.Definitions:
    """Return the definitions for one home, the forms and the dbt project's manifest (as JSON)."""
    graph = dbt_graph(manifest, catalog.forms)
    tables = [spec.key for spec in graph.assets.values()]
    nightly = dg.define_asset_job(
        NIGHTLY,
        selection=dg.AssetSelection.all() - dg.AssetSelection.groups(GROUP),
        executor_def=dg.in_process_executor,
        description="每晚：收件、审核、建库、检查、发布。taizhang refresh 运行的是同一个作业。",
    )
    judge_inbox = dg.define_asset_job(
        JUDGE_INBOX,
        selection=dg.AssetSelection.assets(INBOX, *(form_key(form.id) for form in catalog)),
        executor_def=dg.in_process_executor,
        description="只收件和审核：新文件到达后一分钟内给出结论。",
    )
    return dg.Definitions(
        assets=[received_assets(catalog), warehouse_assets(graph), *published_assets(tables), *paper_assets(home)],
        jobs=[nightly, judge_inbox, *paper_jobs(), remind_job(home), retention_job(home)],
        schedules=[
            dg.ScheduleDefinition(
                name="every_night",
                job=nightly,
                cron_schedule=CRON,
                execution_timezone=TIMEZONE,
                default_status=dg.DefaultScheduleStatus.RUNNING,
                description="每天 02:00（北京时间）；停机后只补最近一次",
            ),
            *paper_schedules(catalog),
            remind_schedule(),
            retention_schedule(),
        ],
        sensors=[
            inbox_sensor(home, JUDGE_INBOX),
            heartbeat_sensor(home, NIGHTLY),
            failure_sensor(home),
            unsent_sensor(home),
        ],
        resources={"night": _night_resource(home)},
        executor=dg.in_process_executor,
    )


def _night_resource(home: Home) -> dg.ResourceDefinition:
    @dg.resource(description="一次运行：持有仓库的锁，直到运行结束。")
    def night(_context: dg.InitResourceContext) -> Iterator[Night]:
        with open_night(home) as opened:
            yield opened

    return night
