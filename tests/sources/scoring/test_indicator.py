"""Rules as the zone lists them: parameters as text, formulas with their numbers, the scheme of a year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from sources.contract import load_catalog
from sources.contract.codes import CodeList
from sources.scoring import ScoringError, shown
from sources.scoring.indicator import Measured, read_rules, rule_named
from sources.scoring.parameters import parse
from sources.scoring.scheme import scheme_of

D = Decimal
LISTS = load_catalog().code_lists
RULES = read_rules(LISTS["scoring_rules"])
FACTS = Measured(D(40), D(60), D(80), D(50), D("1.2"), "正", {"甲": D(60), "乙": D(120)}, "甲")


@pytest.mark.parametrize(
    ("rule", "text", "facts", "points", "formula"),
    [
        ("S01", None, FACTS, "30", "40 × min(1.2, 60 ÷ 80)"),
        ("按完成比例计分", "", replace(FACTS, direction="逆"), "48", "40 × min(1.2, 80 ÷ 60)"),
        ("BASE80", "每点=1", replace(FACTS, value=D(2)), "34", "0.8 × 40 + 1 × 2，不超过 1.2 倍"),
        ("FLAT80", None, FACTS, "36", "0.8 × 40 + ⌊20% ÷ 5%⌋ × 1，不超过 1.2 倍"),
        ("COUNT", "每个=2；完成加分=1", replace(FACTS, value=D(81)), "43", "40 + 2 × (81 − 80) + 1，不超过 1.2 倍"),
        ("BEST", None, FACTS, "20", "40 × 60 ÷ 120（本组最高）"),
        ("BAND", "分档=50：30、20:10；每少=1", FACTS, "30", "60 落档：≥50 得 30、≥20 得 10，以下每少 1 减 1"),
        ("EFF", "满意值=12; 不允许值=6", replace(FACTS, weight=D(100), value=D("5.81")), "58.73", "100 × [60 + (5.81 − 6) ÷ (12 − 6) × 40] ÷ 100"),
        ("LEVEL4", "A=90；B=80；C=70；D=60", FACTS, "10", "40 × 1 ÷ 4（四级标准）"),
        ("EVENT+", "每个=20；分享=2", replace(FACTS, value=D(3)), "30", "3 个 × 20 ÷ 2，不超过 48"),
        ("EVENT-", "每个=0.3", replace(FACTS, value=D(2)), "39.4", "40 − 2 次 × 0.3，扣完为止"),
        ("RANK", "差距=50%", FACTS, "20", "第 2 名，共 2 个：40 × [1 − (2 − 1) ÷ (2 − 1) × 0.5]"),
    ],
)  # fmt: skip
def test_a_rule_of_the_list_explains_itself(
    rule: str, text: str | None, facts: Measured, points: str, formula: str
) -> None:
    scored = rule_named(RULES, rule).score(facts, text)
    assert shown(scored.points) == D(points)
    assert scored.formula == formula


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        ("COUNT", "每个=三", "参数“每个”应为数字，现为“三”"),
        ("COUNT", "每个", "参数“每个”写法不对"),
        ("COUNT", "每人=3", "没有参数“每人”，可用：完成加分、每个"),
        ("COUNT", "每个=3；每个=4", "“每个”写了两次"),
        ("BAND", "分档=20；每少=1", "分档“20”写法不对"),
        ("LIN", "每个=3", "没有参数“每个”，可用：（没有参数）"),
        ("LIN", None, "目标值为 0"),
    ],
)
def test_what_cannot_be_scored_is_said_and_not_guessed(rule: str, text: str | None, message: str) -> None:
    with pytest.raises(ScoringError, match=message):
        rule_named(RULES, rule).score(replace(FACTS, target=D(0)), text)


def test_an_unknown_rule_is_refused_with_the_choices() -> None:
    with pytest.raises(ScoringError, match=r"没有计分规则“S99”.*LIN、BASE80"):
        rule_named(RULES, "S99")
    strange = CodeList(
        "scoring_rules", "scoring_rule", ({"scoring_rule": "X", "name": "新", "aliases": "", "parameters": ""},)
    )
    with pytest.raises(ScoringError, match="没有对应的算法"):
        read_rules(strange)


def test_parameters_are_numbers_per_cent_or_bands() -> None:
    found = parse("基本＝80%；分档=20:10、15：9", "FLAT80")
    assert (found["基本"], found.bands) == (D("0.8"), ((D(20), D(10)), (D(15), D(9))))


def test_the_evaluation_is_the_weighted_mean_of_each_kind() -> None:
    scheme = scheme_of(2025, LISTS["assessment_schemes"], LISTS["assessment_weights"])
    full = {"主要领导": [D(90)], "分管领导": [D(80)], "班子成员": [D(85), D(95)], "互评": [D(100)]}
    assert scheme.evaluation(full) == D("17.6")  # (36 + 24 + 18 + 10) % of 20
    assert scheme.evaluation({"主要领导": [D(90)], "互评": [D(80)]}) == D("17.6")
    assert scheme.evaluation({}) is None
    with pytest.raises(ScoringError, match="“外人”"):
        scheme.evaluation({"外人": [D(90)]})


def test_a_year_has_exactly_one_scheme() -> None:
    schemes, weights = LISTS["assessment_schemes"], LISTS["assessment_weights"]
    assert scheme_of(2025, schemes, weights).bonus_cap == 10
    with pytest.raises(ScoringError, match="现有：没有"):
        scheme_of(2018, schemes, weights)
    doubled = CodeList(schemes.name, schemes.key, (*schemes.rows, {**schemes.rows[0], "assessment_scheme": "new"}))
    with pytest.raises(ScoringError, match="现有：default、new"):
        scheme_of(2025, doubled, weights)
