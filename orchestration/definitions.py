"""Where Dagster finds the warehouse: ``dagster dev -m orchestration.definitions``."""

from __future__ import annotations

import os

import dagster as dg

from orchestration.night.graph import night_definitions
from sources.contract import load_catalog
from sources.home import Home

os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "yes")


@dg.definitions
def defs() -> dg.Definitions:
    """Return the definitions for the warehouse that ``TAIZHANG_HOME`` names."""
    return definitions_for(Home.from_environment())


def definitions_for(home: Home) -> dg.Definitions:
    """Return the definitions for a home; the dbt project is parsed first when it never was, or has changed since."""
    # Late: where a manifest lies ready, dbt is not needed to know the assets.
    from orchestration.dbt_build import load_manifest

    return night_definitions(home, load_catalog(), load_manifest(home))
