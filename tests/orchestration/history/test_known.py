"""What a home knew at a moment, whatever happened afterwards."""

from __future__ import annotations

import json
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.history.known import lay_known
from sources.home import Home
from sources.landing.schema import FINDING_EVENTS, SUBMISSIONS
from tests.landed import CATALOG
from tests.orchestration.history.conftest import Event, happened

T = datetime(2026, 2, 10, 23, 59, 59)

PAST = st.integers(1, 30 * 24 * 60).map(lambda minutes: T - timedelta(minutes=minutes))
# A submission received a second before T is judged after it: it was not known at T.
FUTURE = st.integers(-50, 30 * 24 * 60 * 60).map(lambda seconds: T + timedelta(seconds=seconds))
KINDS = st.sampled_from(["accepted", "rejected", "lock", "unlock"])
PERIODS = st.sampled_from(["2026-01", "2026-02"])


def events(times: st.SearchStrategy[datetime], kinds: st.SearchStrategy[str]) -> st.SearchStrategy[list[Event]]:
    return st.lists(st.builds(Event, times, kinds, PERIODS, st.integers(1, 999)), max_size=4, unique_by=lambda e: e.at)


@settings(max_examples=12, deadline=None)
@given(
    past=events(PAST, KINDS),
    sent_later=events(FUTURE, st.sampled_from(["accepted", "rejected"])),
    decided_later=events(FUTURE.filter(lambda at: at > T), st.sampled_from(["lock", "unlock"])),
)
def test_no_later_submission_or_decision_changes_what_was_known(
    past: list[Event], sent_later: list[Event], decided_later: list[Event]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        before = known(happened(Home(Path(folder, "before")), past), Home(Path(folder, "view")))
        after = known(
            happened(Home(Path(folder, "after")), [*past, *sent_later, *decided_later]), Home(Path(folder, "view"))
        )
    assert before == after
    assert len(before["_submissions"]) == len([event for event in past if event.kind in ("accepted", "rejected")])


def test_what_was_accepted_only_when_judged_again_was_returned_until_then(tmp_path: Path) -> None:
    home = happened(Home(tmp_path / "home"), [Event(T - timedelta(days=9), "accepted")])
    path = home.landing / "_submissions" / "b1.parquet"
    (row,) = pq.read_table(path).to_pylist()
    later = {"settled_at": T + timedelta(days=1), "rejudged_at": T + timedelta(days=1)}
    pq.write_table(pa.Table.from_pylist([row | later], schema=SUBMISSIONS), path)
    found = known(home, Home(tmp_path / "view"))
    assert [(row["verdict"], row["rejudged_at"]) for row in found["_submissions"]] == [("rejected", None)]
    assert found["key_projects"] == []


def test_what_later_releases_remember_was_not_known(tmp_path: Path) -> None:
    home = happened(Home(tmp_path / "home"), [Event(T - timedelta(days=9), "accepted")])
    for release in ("20260205T020000", "20260210T235959-02", "20260211T000000"):
        path = home.ledger / "finding_events" / f"{release}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        mark = {"event_id": release, "event": "published", "sequence": 1}
        pq.write_table(pa.Table.from_pylist([mark], schema=FINDING_EVENTS), path)
    view = Home(tmp_path / "view")
    known(home, view)
    assert sorted(path.stem for path in (view.ledger / "finding_events").iterdir()) == [
        "20260205T020000",
        "20260210T235959-02",
    ]


def known(home: Home, view: Home) -> dict[str, Any]:
    """Return all that the view holds at T: folder → rows, and the decisions."""
    lay_known(home, view, CATALOG, T)
    found: dict[str, Any] = {
        folder.name: [row for path in sorted(folder.glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
        for folder in sorted(view.landing.iterdir())
    }
    found["decisions"] = [json.loads(path.read_text()) for path in sorted(view.decisions.glob("*/*.json"))]
    return found
