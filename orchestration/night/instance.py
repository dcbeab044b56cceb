"""The engineer's Dagster instance: its settings, written once, and never a word to the outside.

``DAGSTER_HOME="$(python -m orchestration.night.instance)" dagster dev`` starts the schedule, the sensor and the page.
"""

from __future__ import annotations

import os
from pathlib import Path

from sources.home import Home

_SETTINGS = """\
# Written when missing; change it as you like.
telemetry:
  enabled: false
# A killed run is marked as failed. Runs need no limit: a night and a judging of new files wait for each other anyway.
run_monitoring:
  enabled: true
  start_timeout_seconds: 180
  max_runtime_seconds: 14400
retention:
  schedule: {purge_after_days: 90}
  sensor: {purge_after_days: {skipped: 2, failure: 30, success: 30}}
"""


def prepare_instance(home: Home) -> Path:
    """Write ``dagster.yaml`` when there is none and return the folder for ``DAGSTER_HOME``."""
    settings = home.dagster / "dagster.yaml"
    if not settings.exists():
        home.dagster.mkdir(parents=True, exist_ok=True)
        unfinished = settings.with_suffix(".new")
        unfinished.write_text(_SETTINGS, encoding="utf-8")
        os.replace(unfinished, settings)
    return home.dagster


if __name__ == "__main__":
    print(prepare_instance(Home.from_environment()))
