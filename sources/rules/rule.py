"""One rule of the register, whatever declares it: common, a form's own, or between submissions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from sources.contract import ContractError, Level
from sources.contract.strict import Strict

#: Before the first and after the last period there is, in the order of period texts.
_ALWAYS, _EVER = "", "~"


class Compares(Strict):
    """What a rule between submissions compares, so that *not evaluated* is counted beside pass and fail.

    ``of`` is the dbt model whose rows it looks at, ``where`` the rows the rule is about, ``when`` those that have all
    it needs; both are SQL conditions over the columns of ``of``.
    """

    of: str
    where: str = "true"
    when: str = "true"


class Rule(Strict):
    """One rule. ``says`` is the Chinese message with ``{placeholders}``; ``about`` the rule in one line.

    ``forms``: those it looks at, the first one is judged, empty for all. ``fields``: the first one is the cell. ``asks``: the department that must answer, None for
    the one that sent the figure. ``tolerance``: in words what still counts as equal, None for exact. ``missing``: what
    an absent value does. ``since`` and ``until``: periods, both inclusive. ``trial``: shown to stewards as a notice,
    neither counted nor a reason to reject. ``version`` goes up when the same figure may be judged otherwise:
    explanations and waivers bind to it. ``owner``: who may change the rule (a department, None for the data desk).
    """

    code: str
    about: str
    says: str
    level: Level
    looks_at: Literal["file", "sheet", "cell", "row", "between"]
    forms: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    asks: str | None = None
    tolerance: str | None = None
    missing: Literal["not_evaluated", "fails"] = "not_evaluated"
    since: str | None = None
    until: str | None = None
    trial: bool = False
    version: Annotated[str, Field(min_length=1)] = "1"
    owner: str | None = None
    compares: Compares | None = None

    @model_validator(mode="after")
    def _between_compares(self) -> Self:
        if (self.looks_at == "between") != (self.compares is not None):
            raise ValueError("compares：跨期、跨部门规则须写明比较的模型（of、where、when），其他规则不写")
        return self

    @property
    def validity(self) -> tuple[str, str]:
        """The first and last period in which the rule holds, open ends as texts that sort before and after all."""
        return self.since or _ALWAYS, self.until or _EVER


def in_force(rule: Rule, period: str | None) -> bool:
    """Return whether a rule holds in a period; without a period it does."""
    first, last = rule.validity
    return period is None or first <= period <= last


def declared_rule(path: Path, code: str, declared: dict[str, Any]) -> Rule:
    """Return the rule that a file declares. Raises ``ContractError`` naming the file and the key."""
    try:
        return Rule.model_validate({"code": code, **declared})
    except ValidationError as error:
        first = error.errors()[0]
        raise ContractError(path, f"{code}.{'.'.join(map(str, first['loc']))}", first["msg"]) from error
