"""What was sent before, narrowed; what a receipt leaves open; what is overdue from before."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from portal.people.roles import Role
from sources.home import Home
from sources.inbox.store import write_json
from tests.portal.zone import FOREIGN, OWN_SUBMISSION

HISTORY = reverse("clerk:history")
OWN_FILE = "重点项目3月.xlsx"


def _page(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def test_submissions_are_narrowed_by_department_form_period_and_verdict(
    published: str, browse: Callable[..., Client]
) -> None:
    steward = browse(Role.STEWARD)
    assert {OWN_FILE, FOREIGN} <= {word for word in (OWN_FILE, FOREIGN) if word in _page(steward, HISTORY)}
    narrowed = _page(steward, f"{HISTORY}?department=projects&form=key_projects&period=2026-03&verdict=accepted")
    assert OWN_FILE in narrowed
    assert FOREIGN not in narrowed
    assert "没有符合条件的报送" in _page(steward, f"{HISTORY}?verdict=rejected")
    assert 'id="department"' not in _page(browse(Role.CLERK), HISTORY)


def test_a_receipt_says_its_open_points_in_words_and_lies_under_the_records(
    published: str, home: Home, browse: Callable[..., Client]
) -> None:
    folder = home.inbox / OWN_SUBMISSION
    folder.mkdir(parents=True)
    write_json(folder / "receipt.json", {
        "submission_id": OWN_SUBMISSION, "file": OWN_FILE, "sha256": "ab" * 32, "size": 10,
        "received_at": "2026-04-03T09:00:00", "department": "projects",
    })  # fmt: skip
    found = [{"level": level, "rule": "B08", "cell": "F5", "message": said}
             for level, said in (("notice", "次要的话"), ("mandatory", "要紧的话"))]  # fmt: skip
    part = {"form": "key_projects", "department": "projects", "period": "2026-03", "sheet": "Sheet1",
            "verdict": "rejected", "data_rows": 1, "held_rows": 0, "findings": found}  # fmt: skip
    write_json(folder / "verdict.json", {"judged_at": "2026-04-03T09:01:00", "parts": [part]})
    address = reverse("clerk:receipt", args=[OWN_SUBMISSION])
    page = _page(browse(Role.CLERK), address)
    assert page.index("要紧的话") < page.index("次要的话")
    assert re.search(rf'<a href="{HISTORY}" aria-current="page">', page)
    assert "要紧的话" not in _page(browse(Role.LEADER), address), "领导看条数，不看单元格里的话"


def test_what_is_overdue_from_before_stands_below_what_is_due_now(
    published: str, browse: Callable[..., Client]
) -> None:
    home = reverse("clerk:home")
    late = _page(browse(Role.CLERK, "finance"), home).partition("以前各期还没有报的")[2]
    assert "财税收入月报 2026年3月" in late
    assert "以前各期还没有报的" not in _page(browse(Role.CLERK), home)
