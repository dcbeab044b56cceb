"""The papers in Dagster: one partitioned asset per kind, so that any period can be made again from its pages."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from datetime import datetime
from typing import Any

import dagster as dg

from orchestration.duty.issue_days import newest_due
from orchestration.night.failure import as_failure
from orchestration.night.published import RELEASE
from orchestration.reports.kinds import PERIODS
from sources.contract import Catalog
from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list
from sources.home import Home
from sources.periods import SHANGHAI, periods_of
from sources.workdays import calendar_years

GROUP = "papers"
TIMEZONE = "Asia/Shanghai"
#: After the night, before the office opens.
CRON = "0 7 * * *"


class PaperConfig(dg.Config):
    """From which release a paper is made."""

    release: str = "current"


def title_of(kind: str) -> str:
    """Return what a kind of paper is called (``codes/papers.csv``)."""
    return load_code_list(CODES / "papers.csv").codes[kind]


def job_name(kind: str) -> str:
    """Return the name of a kind's job; Dagster takes no hyphen."""
    return f"make_{kind.replace('-', '_')}"


def paper_assets(home: Home) -> list[dg.AssetsDefinition]:
    """Return one asset per kind of paper."""
    return [_asset(home, kind) for kind in PERIODS]


def periods_known(kind: str) -> dg.StaticPartitionsDefinition:
    """Return the periods of a kind in the years of the work calendar; a half-month is one as a month is."""
    return dg.StaticPartitionsDefinition(
        [period for year in calendar_years() for period in periods_of(year, PERIODS[kind])]
    )


def _asset(home: Home, kind: str) -> dg.AssetsDefinition:
    @dg.asset(
        key=dg.AssetKey(["papers", kind.replace("-", "_")]),
        deps=[RELEASE],
        partitions_def=periods_known(kind),
        group_name=GROUP,
        description=f"{title_of(kind)}：选一个或多个期间即可补做；写入 papers/{kind}/期间/版本/，同一版本逐字节相同。",
        kinds={"word", "excel"},
    )
    def paper(context: dg.AssetExecutionContext, config: PaperConfig) -> dg.MaterializeResult[None]:
        # Late: Word and Excel are needed by a run only.
        from orchestration.duty.shelved import shelve
        from orchestration.reports.kinds import builder

        with as_failure():
            files = shelve(home, kind, context.partition_key, config.release, builder(kind))
        return dg.MaterializeResult(
            metadata={
                "release": files[0].parent.name,
                "files": len(files),
                "folder": dg.MetadataValue.path(str(files[0].parent)),
            }
        )

    return paper


def paper_jobs() -> list[Any]:
    """Return one job per kind, for the schedule and for backfills."""
    return [
        dg.define_asset_job(
            job_name(kind),
            selection=dg.AssetSelection.assets(dg.AssetKey(["papers", kind.replace("-", "_")])),
            executor_def=dg.in_process_executor,
            description=f"制作{title_of(kind)}；补做以前的期间：Launch backfill 选期间。",
        )
        for kind in PERIODS
    ]


def paper_schedules(catalog: Catalog) -> list[dg.ScheduleDefinition]:
    """Return the schedules of the half-monthly dispatch table and the monthly bulletin."""
    return [
        _schedule("dispatch", "half_monthly_dispatch", catalog),
        _schedule("bulletin", "monthly_bulletin", catalog),
    ]


def _schedule(kind: str, name: str, catalog: Catalog) -> dg.ScheduleDefinition:
    @dg.schedule(
        name=name,
        job_name=job_name(kind),
        cron_schedule=CRON,
        execution_timezone=TIMEZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=f"每天 07:00 看是否到了制作{title_of(kind)}的日子；停机多久都只做最近一期，其余用 backfill 补做。",
    )
    def made(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        period = newest_due(kind, in_shanghai(context.scheduled_execution_time).date(), catalog)
        if period is None:
            return dg.SkipReason(f"没有该做的{title_of(kind)}（工作日历不到的期间不推算）")
        # The key makes a period be requested once for ever, whatever becomes of the run.
        return dg.RunRequest(run_key=f"{kind}:{period}", partition_key=period)

    return made


def in_shanghai(moment: datetime) -> datetime:
    """Return a moment as Shanghai time without zone."""
    return moment.astimezone(SHANGHAI).replace(tzinfo=None)
