"""What waits for a steward: the open findings of one cause together, filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from portal.people.models import Person
from portal.site.warehouse import home, warehouse
from portal.steward.models import Move
from portal.steward.moves import with_desk
from portal.steward.stakes import staked
from sources.published.waiting import ANSWERED, open_findings

#: Filters by equality: columns of the findings.
EQUAL = ("department", "form", "period", "level", "rule", "status")
#: Filters by a least number: work days, 万元.
LEAST = ("age", "money")
NAMES = (*EQUAL, *LEAST, "indicator", "assignee")
#: Filter by who is in charge: the one who asks, nobody; else a user name.
MINE, NOBODY = "-mine", "-nobody"
#: Asked for as a state: what rests until a day.
SNOOZED = "snoozed"
#: Where somebody must act; what was ruled on is left out unless its state is asked for.
_DONE = ANSWERED | {"returned"}
_WEIGHT = {"mandatory": 0, "verify": 1, "notice": 2}


@dataclass(frozen=True)
class Filters:
    """What is asked for; empty lets everything through.

    ``age`` is the least number of work days, ``money`` of 万元 at stake, ``indicator`` one that reads what was found.
    What rests is left out unless the state ``snoozed`` is asked for; ``me`` is the user name of who asks.
    """

    given: Mapping[str, str]
    me: str = ""

    @classmethod
    def of(cls, query: QueryDict, me: str = "") -> Filters:
        """Read them from an address; what should be a number and is none is no filter."""
        given = {name: query.get(name, "").strip() for name in NAMES}
        for name in LEAST:
            given[name] = given[name] if given[name].isdecimal() and len(given[name]) < 10 else ""
        return cls({name: value for name, value in given.items() if value}, me)

    @property
    def query(self) -> str:
        """The filters as they stand in an address."""
        return urlencode(self.given)

    def fits(self, row: Mapping[str, Any]) -> bool:
        """Return whether a finding is asked for."""
        if not self._fits_state(row) or not self._fits_person(row):
            return False
        if any(row[name] != self.given[name] for name in EQUAL if name in self.given and name != "status"):
            return False
        if "indicator" in self.given and self.given["indicator"] not in {one["id"] for one in row["indicators"]}:
            return False
        return row["money_wan"] >= int(self.given.get("money", 0)) and (row["age_workdays"] or 0) >= int(
            self.given.get("age", 0)
        )

    def _fits_state(self, row: Mapping[str, Any]) -> bool:
        asked = self.given.get("status")
        if asked == SNOOZED or row["snoozed"]:
            return asked == SNOOZED and row["snoozed"] is not None
        return row["status"] == asked if asked else row["status"] not in _DONE

    def _fits_person(self, row: Mapping[str, Any]) -> bool:
        asked = self.given.get("assignee")
        if asked is None:
            return True
        name = row["assignee"].username if row["assignee"] else NOBODY
        return name == (self.me if asked == MINE else asked)


@dataclass(frozen=True)
class Group:
    """Findings of one submission, rule and column: one cause, one decision."""

    group_id: str
    findings: Sequence[dict[str, Any]]

    @property
    def first(self) -> dict[str, Any]:
        """The finding that stands for all of them."""
        return self.findings[0]

    @property
    def age(self) -> int:
        """Work days since the oldest was found."""
        return max(row["age_workdays"] or 0 for row in self.findings)

    @property
    def explanation(self) -> str | None:
        """What the department says, where it waits for a ruling."""
        return next((row["explanation"] for row in self.findings if row["status"] == "explained"), None)

    @property
    def statuses(self) -> list[str]:
        """The states that occur."""
        return sorted({row["status"] or "open" for row in self.findings})

    @property
    def money_wan(self) -> Decimal:
        """万元 at stake in all of them together."""
        return sum((row["money_wan"] for row in self.findings), Decimal(0))

    @property
    def indicators(self) -> list[dict[str, Any]]:
        """The indicators that read what was found, each once."""
        return list({one["id"]: one for row in self.findings for one in row["indicators"]}.values())

    @property
    def assignees(self) -> list[Person]:
        """Who is in charge, each once."""
        return list({one.pk: one for row in self.findings if (one := row["assignee"])}.values())

    @property
    def snoozed(self) -> Move | None:
        """What lets them rest, when all of them do: the one that ends last."""
        resting: list[Move] = [row["snoozed"] for row in self.findings if row["snoozed"]]
        return max(resting, key=lambda one: (one.until, one.pk)) if len(resting) == len(self.findings) else None

    @property
    def unread(self) -> int:
        """New messages about them, where the page asked for these (``spoken`` of a row)."""
        return sum(one.unread for row in self.findings if (one := row.get("spoken")))

    @property
    def cells(self) -> str:
        """The first cells, in words."""
        named = [row["cell"] for row in self.findings if row["cell"]]
        return "、".join(named[:3]) + ("…" if len(named) > 3 else "")


def findings(condition: str = "true", values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Return the open findings as they stand now, trial rules included, with what is at stake (``stakes.staked``).

    ``moves.with_desk`` adds who is in charge and what rests.
    """
    with warehouse(unmasked=True) as opened:
        return with_desk(staked(opened, open_findings(home(), opened.connection, condition, values)))


def of_ids(ids: Sequence[str]) -> list[dict[str, Any]]:
    """Return the open findings with these ids."""
    return findings("list_contains(?, findings.finding_id)", [list(ids)])


def groups(rows: Sequence[dict[str, Any]]) -> list[Group]:
    """Put findings of one cause together: what was explained first (it waits for us), then the worst, the oldest."""
    ordered = sorted(rows, key=lambda row: str(row["group_id"]))
    found = [Group(name, list(same)) for name, same in groupby(ordered, key=lambda row: str(row["group_id"]))]
    return sorted(
        found,
        key=lambda one: ("explained" not in one.statuses, _WEIGHT.get(one.first["level"], 3), -one.age, one.group_id),
    )


def choices(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return what occurs per filter, for the lists of the page; indicators with ``id`` and ``name``."""
    named = {one["id"]: one for row in rows for one in row["indicators"]}
    equal: dict[str, list[Any]] = {name: sorted({str(row[name]) for row in rows if row[name]}) for name in EQUAL}
    return equal | {"indicator": [named[name] for name in sorted(named)]}
