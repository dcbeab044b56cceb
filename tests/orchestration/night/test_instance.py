"""The settings of the engineer's Dagster."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from orchestration.night.instance import prepare_instance
from sources.home import Home


def test_the_settings_load_and_send_nothing_out(tmp_path: Path) -> None:
    folder = prepare_instance(Home(tmp_path))
    with dg.DagsterInstance.from_config(str(folder)) as instance:
        assert not instance.telemetry_enabled


def test_settings_that_the_engineer_changed_stay(tmp_path: Path) -> None:
    settings = prepare_instance(Home(tmp_path)) / "dagster.yaml"
    settings.write_text("telemetry: {enabled: false}\n", encoding="utf-8")
    prepare_instance(Home(tmp_path))
    assert settings.read_text(encoding="utf-8") == "telemetry: {enabled: false}\n"
