"""The scheme of a year: points of the parts, caps, evaluators' weights, shares of the grades — versioned and editable.

Read from the code lists ``assessment_schemes`` and ``assessment_weights``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from sources.contract.codes import CodeList
from sources.scoring.points import ZERO, ScoringError


@dataclass(frozen=True)
class Scheme:
    """How a year is scored. Points in 分; a cap None is no cap; shares are fractions."""

    code: str
    document_no: str
    target_points: Decimal
    target_cap: Decimal | None
    evaluation_points: Decimal
    bonus_cap: Decimal | None
    deduction_cap: Decimal | None
    floor_points: Decimal
    excellent_share: Decimal
    good_share: Decimal
    pass_points: Decimal
    vetoes: frozenset[str]
    evaluators: Mapping[str, Decimal]
    category_caps: Mapping[str, Decimal]

    def evaluation(self, ballots: Mapping[str, list[Decimal]]) -> Fraction | None:
        """Return the 党工委评价 in points: the mean of each kind of evaluator, weighted, out of ``evaluation_points``.

        ``ballots`` are scores 0–100 by kind of evaluator. Kinds without a ballot give their weight to the others; None
        without any. Raises ``ScoringError`` for a kind that the scheme does not know.
        """
        for kind in ballots:
            if kind not in self.evaluators:
                raise ScoringError(f"评价人类别“{kind}”在方案 {self.code} 中没有权重（assessment_weights.csv）")
        means = {kind: sum(map(Fraction, scores), ZERO) / len(scores) for kind, scores in ballots.items() if scores}
        weights = sum((Fraction(self.evaluators[kind]) for kind in means), ZERO)
        if not weights:
            return None
        mean = sum((means[kind] * Fraction(self.evaluators[kind]) for kind in means), ZERO) / weights
        return mean / 100 * Fraction(self.evaluation_points)


def scheme_of(year: int, schemes: CodeList, weights: CodeList) -> Scheme:
    """Return the scheme of a year (``since`` and ``until`` are years, both inclusive).

    Raises ``ScoringError`` when no scheme or more than one holds, or a value is no number.
    """
    valid = [row for row in schemes.rows if int(row["since"]) <= year <= int(row["until"] or 9999)]
    if len(valid) != 1:
        found = "、".join(row["assessment_scheme"] for row in valid) or "没有"
        raise ScoringError(f"{year} 年应有且只有一个考核方案（assessment_schemes.csv），现有：{found}")
    row = valid[0]
    code = row["assessment_scheme"]
    mine = [line for line in weights.rows if line["scheme"] == code]
    return Scheme(
        code=code,
        document_no=row["document_no"],
        target_points=_number(row, "target_points"),
        target_cap=_optional(row, "target_cap"),
        evaluation_points=_number(row, "evaluation_points"),
        bonus_cap=_optional(row, "bonus_cap"),
        deduction_cap=_optional(row, "deduction_cap"),
        floor_points=_number(row, "floor_points"),
        excellent_share=_number(row, "excellent_share"),
        good_share=_number(row, "good_share"),
        pass_points=_number(row, "pass_points"),
        vetoes=frozenset(filter(None, row["vetoes"].split("、"))),
        evaluators={line["name"]: _number(line, "value") for line in mine if line["kind"] == "evaluator"},
        category_caps={line["name"]: _number(line, "value") for line in mine if line["kind"] == "category"},
    )


def _number(row: Mapping[str, str], name: str) -> Decimal:
    try:
        return Decimal(row[name])
    except InvalidOperation:
        raise ScoringError(f"考核方案的 {name} 应为数字，现为“{row[name]}”") from None


def _optional(row: Mapping[str, str], name: str) -> Decimal | None:
    return _number(row, name) if row[name] else None
