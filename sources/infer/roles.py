"""The roles of the rows under a header."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sources.infer.rows import Profile


class Role(StrEnum):
    """What a row under a header is."""

    RECORD = "record"
    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"
    BLANK = "blank"
    LONE = "lone"


@dataclass
class Body:
    """Rows under a header with their roles; ``end`` is the last row looked at that belongs to the table."""

    roles: dict[int, Role] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)

    def rows(self, *roles: Role) -> list[int]:
        """Return the rows of the given roles, in order."""
        return [row for row, role in self.roles.items() if role in roles]

    @property
    def end(self) -> int:
        """The last row that is not blank."""
        return max((row for row, role in self.roles.items() if role is not Role.BLANK), default=0)

    @property
    def last_record(self) -> int:
        """The last record or sum, 0 when there is none."""
        return max(self.rows(Role.RECORD, Role.TOTAL), default=0)
