"""Lines of work (工作线): every department works on one, and so do the indicators that it answers for (domain.md N01)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sources.contract.catalog import CODES, Catalog
from sources.contract.errors import ContractError


@dataclass(frozen=True)
class WorkLine:
    """A line of ``work_lines.csv`` with the codes of its departments."""

    code: str
    name: str
    departments: tuple[str, ...]


def work_lines(catalog: Catalog) -> tuple[WorkLine, ...]:
    """Return the lines in the order of the list.

    Raises ``ContractError`` for a department that is unknown, stands in two lines, or in none.
    """
    lines = tuple(_lines(catalog))
    path = CODES / "work_lines.csv"
    known, placed = catalog.code_lists["departments"].codes, [one for line in lines for one in line.departments]
    for one in placed:
        if one not in known or placed.count(one) > 1:
            raise ContractError(path, "departments", f"部门 {one} 不存在，或列在两条工作线上")
    if missing := [one for one in known if one not in placed]:
        raise ContractError(path, "departments", f"部门 {'、'.join(missing)} 没有列入任何工作线")
    return lines


def _lines(catalog: Catalog) -> Iterator[WorkLine]:
    listed = catalog.code_lists["work_lines"]
    for row in listed.rows:
        yield WorkLine(row[listed.key], row["name"], tuple(filter(None, row["departments"].split("、"))))
