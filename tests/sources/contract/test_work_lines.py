"""Every department works on one line of work, so that every indicator has its place on the board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sources.contract import Catalog, ContractError, load_catalog
from sources.contract.work_lines import work_lines

CATALOG = load_catalog()


def _with(departments: Mapping[str, str]) -> Catalog:
    """Return the catalog with other departments on some lines."""
    listed = CATALOG.code_lists["work_lines"]
    rows = tuple({**row, "departments": departments.get(row["work_line"], row["departments"])} for row in listed.rows)
    return replace(CATALOG, code_lists={**CATALOG.code_lists, "work_lines": replace(listed, rows=rows)})


def test_the_five_lines_come_first_and_hold_every_department_once() -> None:
    lines = work_lines(CATALOG)
    assert [line.name for line in lines][:5] == ["双招双引", "项目建设", "企业服务", "财税建设", "党建引领"]
    placed = [code for line in lines for code in line.departments]
    assert sorted(placed) == sorted(CATALOG.code_lists["departments"].codes)


@pytest.mark.parametrize(
    ("departments", "complaint"),
    [
        ({"party": ""}, "party 没有列入任何工作线"),
        ({"party": "party、office"}, "office 不存在，或列在两条工作线上"),
        ({"party": "party、nobody"}, "nobody 不存在"),
    ],
)
def test_a_department_without_its_one_line_is_refused(departments: dict[str, str], complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        work_lines(_with(departments))
