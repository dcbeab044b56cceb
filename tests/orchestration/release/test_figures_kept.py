"""Every published figure is kept, and what moved it is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq

from orchestration.dbt_build import BuildOutcome
from orchestration.release.events import record_events
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.difference import diff
from sources.published.read import open_file
from sources.published.vintages import vintages_of

FIRST, SECOND = datetime(2026, 4, 7, 2, 0, 0, 500000), datetime(2026, 4, 8, 2)

FIGURES = """
create table int_indicator_figures as
    select
        indicator_id, name, unit, period, scope, value as figure, target, status, timestamp '2026-04-07 01:59:00' as published_at,
        vintage as known_at, null::timestamp as rejudged_at, 's1、s2' as submissions, null::varchar as corrections,
        null::varchar as decisions, 'c1' as code
    from indicator_values;
"""
REVISED = """
create table fct_indicator_revisions as
    select if(is_new, 'v2', 'v0') as revision_id, 'Z05' as indicator_id, '2026-03' as period, null::varchar as scope, published_at, cause, why,
        1.5 as old_value, 1.0 as difference, 's2' as submissions_in, 's1' as submissions_out, null as decisions_in,
        null as decisions_out, is_new
    from (values
        (timestamp '2026-04-07 02:00:00', 'code', '程序变更', false),
        (timestamp '2026-04-08 01:59:00', 'submission', '新生效的报送 s2', true)
    ) as told (published_at, cause, why, is_new);
create table fct_indicator_vintages as
    select vintage_id, release_id, published_at, 'Z05' as indicator_id, 'n' as name, '亿元' as unit, '2026-03' as period,
        null::varchar as scope, value, 12.5 as target, 'preliminary' as status, published_at as vintage
    from (values
        ('v1', '20260407T020000', timestamp '2026-04-07 02:00:00', 1.5), ('v2', null, timestamp '2026-04-08 01:59:00', 2.5)
    ) as told (vintage_id, release_id, published_at, value);
"""


def test_figures_are_kept_once_and_a_killed_run_is_made_good(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    publish(home, make_warehouse(more=FIGURES), built, batch_id=None, now=FIRST)
    place = home.ledger / "indicator_values" / "20260407T020000.parquet"
    kept = pq.read_table(place).to_pylist()
    assert len(kept) == 5
    (z05,) = [row for row in kept if (row["indicator_id"], row["period"]) == ("Z05", "2026-03")]
    assert z05["figure"] == Decimal("1.545670")
    assert (z05["release_id"], z05["published_at"]) == ("20260407T020000", datetime(2026, 4, 7, 2))
    assert (z05["submissions"], z05["code"], z05["known_at"]) == ("s1、s2", "c1", datetime(2026, 4, 7, 2))

    assert record_events(home) == []
    place.unlink()
    assert record_events(home) == ["20260407T020000"]
    assert pq.read_table(place).to_pylist() == kept


def test_what_moved_a_figure_is_told_with_the_difference(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    before = publish(home, make_warehouse(z05="1.500000"), built, batch_id=None, now=FIRST)
    after = publish(home, make_warehouse(z05="2.500000", more=REVISED), built, batch_id=None, now=SECOND)
    (change,) = diff(before, after).values
    assert (change.causes, change.why) == (("submission",), ("新生效的报送 s2",))
    (back,) = diff(after, before).values
    assert back.causes == ()


def test_vintages_name_release_value_and_cause(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    release = publish(home, make_warehouse(more=REVISED), built, batch_id=None, now=SECOND)
    with open_file(release.warehouse) as connection:
        rows = vintages_of(connection, ["Z05"], "2026-03", release.release_id)
    assert [(row["release_id"], row["value"], row["cause"]) for row in rows] == [
        ("20260407T020000", Decimal("1.5"), None),
        (release.release_id, Decimal("2.5"), "submission"),
    ]
