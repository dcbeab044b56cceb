"""After a pause the real scheduler starts the newest run of each schedule and none of those that were missed."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import dagster as dg
from dagster._core.test_utils import create_test_daemon_workspace_context, freeze_time
from dagster._core.workspace.load_target import PythonFileTarget
from dagster._scheduler.scheduler import launch_scheduled_runs

from sources.periods import SHANGHAI

#: Definitions as they are, but every run is only written into the instance's books.
LOCATION = """
import json
from pathlib import Path
from orchestration.night.graph import night_definitions
from sources.contract import load_catalog
from sources.home import Home
from tests.orchestration.night.test_graph import MANIFEST

defs = night_definitions(Home(Path({home!r})), load_catalog(), MANIFEST)
"""


def test_weeks_without_a_clock_start_one_run_per_schedule(tmp_path: Path) -> None:
    file = tmp_path / "location.py"
    file.write_text(LOCATION.format(home=str(tmp_path / "home")), encoding="utf-8")
    target = PythonFileTarget(str(file), attribute=None, working_directory=str(Path.cwd()), location_name="taizhang")
    settings = {"run_launcher": {"module": "dagster._core.test_utils", "class": "MockedRunLauncher"}}
    began = datetime(2026, 3, 2, 12, tzinfo=SHANGHAI)
    with (
        dg.instance_for_test(overrides=settings, temp_dir=str(tmp_path)) as instance,
        create_test_daemon_workspace_context(target, instance) as workspace,
    ):
        for moment in (began, began + timedelta(days=39), began + timedelta(days=39, minutes=5)):
            with freeze_time(moment):
                list(launch_scheduled_runs(workspace, logging.getLogger("scheduler"), moment, {}))
        found = Counter(run.job_name for run in instance.get_runs())
        partitions = {run.tags.get("dagster/partition") for run in instance.get_runs()}
    assert found == {"nightly": 1, "remind": 1, "retention": 1, "make_dispatch": 1, "make_bulletin": 1}
    assert partitions == {None, "2026-03-H2", "2026-03"}
