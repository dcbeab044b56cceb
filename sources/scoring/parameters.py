"""The parameters of a rule as the zone writes them: ``每个=3；完成加分=10``, ``分档=20:10、15:9；每少=1``, ``基本=80%``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from sources.scoring.points import ScoringError

Bands = tuple[tuple[Decimal, Decimal], ...]

#: The name of the one parameter that is a list of ``from:points``.
BANDS = "分档"
_NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?%?$")


class Parameters:
    """Parameters by name; what is not written has the default of the rule."""

    def __init__(self, numbers: Mapping[str, Decimal], bands: Bands = ()) -> None:
        self._numbers = dict(numbers)
        self.bands = bands

    def __getitem__(self, name: str) -> Decimal:
        return self._numbers[name]

    def over(self, other: Parameters) -> Parameters:
        """Return these parameters over the defaults of ``other``."""
        return Parameters({**other._numbers, **self._numbers}, self.bands or other.bands)

    @property
    def names(self) -> frozenset[str]:
        """The names that are set."""
        return frozenset(self._numbers) | ({BANDS} if self.bands else frozenset())


def parse(text: str | None, rule: str, known: frozenset[str] | None = None) -> Parameters:
    """Read a parameter text. ``known``: the names that the rule understands; None accepts all.

    Raises ``ScoringError`` naming the rule and the part for a part without =, an unknown or doubled name, no number.
    """
    numbers: dict[str, Decimal] = {}
    bands: Bands = ()
    seen: set[str] = set()
    for part in re.split(r"[；;\n]", text or ""):
        if not part.strip():
            continue
        name, equals, value = (piece.strip() for piece in part.replace("＝", "=").partition("="))
        if not equals or not name or not value:
            raise ScoringError(f"计分规则 {rule} 的参数“{part.strip()}”写法不对，应形如 名称=数值，多个以；分开")
        if known is not None and name not in known:
            choices = "、".join(sorted(known)) or "（没有参数）"
            raise ScoringError(f"计分规则 {rule} 没有参数“{name}”，可用：{choices}")
        if name in seen:
            raise ScoringError(f"计分规则 {rule} 的参数“{name}”写了两次")
        seen.add(name)
        if name == BANDS:
            bands = _bands(value, rule)
        else:
            numbers[name] = _number(value, rule, name)
    return Parameters(numbers, bands)


def _bands(text: str, rule: str) -> Bands:
    found = []
    for pair in re.split(r"[、,，]", text):
        start, colon, points = pair.replace("：", ":").partition(":")
        if not colon:
            raise ScoringError(f"计分规则 {rule} 的分档“{pair}”写法不对，应形如 20:10、15:9")
        found.append((_number(start.strip(), rule, BANDS), _number(points.strip(), rule, BANDS)))
    return tuple(found)


def _number(text: str, rule: str, name: str) -> Decimal:
    if not _NUMBER.match(text):
        raise ScoringError(f"计分规则 {rule} 的参数“{name}”应为数字，现为“{text}”")
    value = Decimal(text.rstrip("%"))
    return value / 100 if text.endswith("%") else value
