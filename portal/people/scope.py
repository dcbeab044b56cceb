"""Whose data a person sees: the one place that knows it.

Clerks and reviewers see their own department, everybody else all of them. Views get the scope as ``request.scope`` and
ask it: for rows of the portal's database (``rows``), for SQL on the warehouse (``condition``), for a single thing (``sees``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from portal.people.roles import OF_ONE_DEPARTMENT, Role

if TYPE_CHECKING:
    from portal.people.models import Person

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Scope:
    """``department`` is the only one that is seen; None is all of them."""

    department: str | None
    everything: bool = False

    @classmethod
    def of(cls, person: Person) -> Scope:
        """Return what a person sees. Someone of a department role without a department sees nothing."""
        if Role(person.role) in OF_ONE_DEPARTMENT:
            return cls(person.department or None)
        return cls(None, everything=True)

    def sees(self, department: str | None) -> bool:
        """Return whether something of a department (None: of no known one) is seen."""
        return self.everything or (self.department is not None and department == self.department)

    def check(self, department: str | None) -> None:
        """Raise ``Http404`` for something of a department that is not seen: what is foreign does not exist."""
        if not self.sees(department):
            raise Http404

    def rows(self, rows: QuerySet[Row], column: str = "department") -> QuerySet[Row]:
        """Keep the rows of the departments that are seen."""
        if self.everything:
            return rows
        return rows.filter(**{column: self.department}) if self.department else rows.none()

    def condition(self, column: str = "department") -> tuple[str, list[str]]:
        """Return an SQL condition on a column of the warehouse and its values."""
        if self.everything:
            return "true", []
        return (f"{column} = ?", [self.department]) if self.department else ("false", [])
