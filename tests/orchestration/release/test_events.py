"""What releases remember of findings: each one once, whatever is killed between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from orchestration.dbt_build import BuildOutcome
from orchestration.release.events import record_events
from orchestration.release.publication import publish
from sources.home import Home
from sources.landing.schema import FINDING_EVENTS

Make = Callable[..., Path]

_EVENTS = """
create table int_last_release as select {sequence}::bigint as sequence, timestamp '2026-04-07 02:00:00' as as_of;
create table fct_finding_events as select
    'e' || i as event_id, i::bigint as sequence, 'opened' as event, 'f' || i as finding_id,
    timestamp '2026-04-06 09:00:00' as happened_at, 'submission' as cause, i = {sequence} + 1 as is_new
from range(1, {sequence} + 2) as events (i);
"""


@pytest.fixture
def publish_again(home: Home, make_warehouse: Make, built: BuildOutcome) -> Callable[[int], str]:
    """Return a function that publishes a warehouse whose events before this release number ``sequence``."""

    def run(sequence: int) -> str:
        warehouse = make_warehouse(more=_EVENTS.format(sequence=sequence))
        return publish(home, warehouse, built, batch_id=None, now=datetime(2026, 4, 7, 2, sequence)).release_id

    return run


def remembered(home: Home) -> dict[str, list[tuple[int, str]]]:
    folder = home.ledger / "finding_events"
    return {
        path.stem: [(row["sequence"], row["event"]) for row in pq.read_table(path).to_pylist()]
        for path in sorted(folder.glob("2*.parquet"))
    }


def test_a_release_adds_what_is_new_and_its_own_mark(home: Home, publish_again: Callable[[int], str]) -> None:
    first, second = publish_again(0), publish_again(1)
    assert remembered(home) == {
        first: [(1, "opened"), (1, "published")],
        second: [(2, "opened"), (2, "published")],
    }
    path = home.ledger / "finding_events" / f"{second}.parquet"
    assert pq.read_schema(path).equals(FINDING_EVENTS)
    assert not path.stat().st_mode & 0o222


def test_what_a_killed_publication_did_not_record_is_recorded_once(
    home: Home, publish_again: Callable[[int], str]
) -> None:
    first, second = publish_again(0), publish_again(1)
    lost = home.ledger / "finding_events" / f"{second}.parquet"
    before = lost.read_bytes()
    lost.unlink()
    assert record_events(home) == [second]
    assert lost.read_bytes() == before
    assert record_events(home) == []
    assert list(remembered(home)) == [first, second]
