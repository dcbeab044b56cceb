"""What is wrong with the bounds that the zone sets by hand: limits of rules, and bounds of single objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import InvalidOperation
from itertools import combinations

from expectations.bounds import BOUNDS, range_of
from sources.contract import Catalog
from sources.contract.types import NUMERIC
from sources.periods import kind_of

LIMITS = "rule_limits"
#: Before the first and after the last period there is, in the order of period texts.
_ALWAYS, _EVER = "", "~"

Row = Mapping[str, str]


def bound_faults(catalog: Catalog) -> Iterator[str]:
    """Yield every fault in Chinese: no owner, no end, no number, an unknown form or field, two limits at once."""
    departments = catalog.code_lists["departments"].codes
    for row in catalog.code_lists[LIMITS].rows:
        if row["owner"] not in departments:
            yield f"审核界限 {row['rule_limit']}：owner“{row['owner']}”不是部门"
    for one, other in combinations(catalog.code_lists[LIMITS].rows, 2):
        if one["measure"] == other["measure"] and _overlap(one, other):
            yield f"审核界限 {one['rule_limit']} 与 {other['rule_limit']} 在同一期间都有效"
    for row in catalog.code_lists[BOUNDS].rows:
        yield from (f"人工上下限 {row['value_bound']}：{fault}" for fault in _of_bound(row, catalog))


def _overlap(one: Row, other: Row) -> bool:
    return (one["since"] or _ALWAYS) <= (other["until"] or _EVER) and (other["since"] or _ALWAYS) <= (
        one["until"] or _EVER
    )


def _of_bound(row: Row, catalog: Catalog) -> Iterator[str]:
    form = catalog.forms.get(row["form"])
    field = form.fields.get(row["field"]) if form else None
    if field is None or field.type not in NUMERIC:
        yield f"没有表“{row['form']}”的数字列“{row['field']}”"
    if row["owner"] not in catalog.code_lists["departments"].codes:
        yield f"owner“{row['owner']}”不是部门"
    if not row["reason"]:
        yield "没有写理由"
    if kind_of(row["until"]) is None:
        yield "没有写有效至哪一期（until）"
    try:
        low, high = range_of(row)
    except InvalidOperation:
        yield "low、high 须是数字或留空"
        return
    if low is None and high is None:
        yield "low、high 至少填一个"
    elif low is not None and high is not None and low > high:
        yield f"下限{low}大于上限{high}"
