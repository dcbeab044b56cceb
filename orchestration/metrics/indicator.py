"""What a metric says about itself in ``config.meta``: an indicator of the zone, or a part that only feeds others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from sources.contract import Catalog, ContractError
from sources.contract.strict import Strict

#: What a submission itself tells (fct_obligations).
_OF_SUBMISSIONS = frozenset({"received_at", "due_date", "verdict"})

#: How often an indicator has a figure: as often as the form that feeds it most rarely is sent.
Grain = Literal["month", "quarter", "year"]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Target(Strict):
    """Kind of target (A absolute, R rate, D date, Rk rank; none: no target) and a value that always holds."""

    type: Literal["A", "R", "D", "Rk"] | None = None
    value: Decimal | None = None


class Fed(Strict):
    """What feeds a metric: forms and fields. No forms at all: columns of the submissions themselves."""

    forms: tuple[str, ...]
    fields: tuple[str, ...]


class Indicator(Fed):
    """One published figure. Ratios are fractions, so ``%`` and ``百分点`` are how they are shown, not stored.

    ``after_findings``: computed from findings, some of which compare what departments declare with other indicators.
    A formula that changes is another metric with the same id and a higher ``version``: it holds ``since`` a month and the
    old one ``until`` the month before, so that old periods keep the old formula.
    """

    id: Annotated[str, Field(pattern=r"^Z\d{2}[a-z]?$")]
    name: str
    unit: str
    direction: Literal["正", "逆", "区间", "无"]
    owner: str
    target: Target
    formula: str
    status: Literal["preliminary", "estimated"] = "preliminary"
    grain: Grain = "month"
    version: Annotated[int, Field(ge=1)] = 1
    after_findings: bool = False
    since: Month | None = None
    until: Month | None = None
    part_of: str | None = None


def read_meta(metrics: Iterable[tuple[str, Mapping[str, Any]]], catalog: Catalog) -> dict[str, Fed]:
    """Return the meta of each metric by name; those that are published are ``Indicator``.

    Raises ``ContractError`` naming the metric and the key of the first thing that is wrong.
    """
    read: dict[str, Fed] = {}
    versions: dict[str, list[tuple[Indicator, str]]] = {}
    for name, meta in metrics:
        try:
            fed = Indicator.model_validate(meta) if "id" in meta else Fed.model_validate(meta)
        except ValidationError as error:
            first = error.errors()[0]
            raise ContractError(f"metric {name}", ".".join(map(str, first["loc"])), first["msg"]) from error
        _check(name, fed, catalog)
        if isinstance(fed, Indicator):
            for other, used_by in versions.setdefault(fed.id, []):
                if other.version == fed.version or _overlap(fed, other):
                    raise ContractError(f"metric {name}", "id", f"{fed.id} 已用于 {used_by}")
            versions[fed.id].append((fed, name))
        read[name] = fed
    return read


def _overlap(one: Indicator, other: Indicator) -> bool:
    """Return whether two definitions hold in a month both."""
    return (one.since or "") <= (other.until or "~") and (other.since or "") <= (one.until or "~")


def _check(name: str, fed: Fed, catalog: Catalog) -> None:
    for form in fed.forms:
        if form not in catalog.forms:
            raise ContractError(f"metric {name}", "forms", f"没有表 {form}")
    known = {field for form in fed.forms for field in catalog.forms[form].fields} if fed.forms else _OF_SUBMISSIONS
    for field in fed.fields:
        if field not in known:
            raise ContractError(f"metric {name}", "fields", f"{'、'.join(fed.forms) or '报送'} 没有字段 {field}")
    if isinstance(fed, Indicator) and fed.owner not in catalog.code_lists["departments"].codes:
        raise ContractError(f"metric {name}", "owner", f"没有部门 {fed.owner}")
