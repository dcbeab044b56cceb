"""Each rule of domain.md 4.1 with the numbers of its real wording, by its code."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sources.scoring import rules
from sources.scoring.points import shown
from sources.scoring.totals import Item, Relief, bonus, is_vetoed, ranks, target_in_force, total

D = Decimal
DAYS = [(D(20), D(10)), (D(15), D(9)), (D(10), D(8))]
#: 创新 8 % of the basic points, 民办实事, 省级目标, 督办件, 表彰, 日常管理, each with its cap.
CAPS = {"超额": D(4), "实事": D(3), "省级目标": D(2), "督办件": D(4), "表彰": D(3), "日常管理": D(2)}
#: 过程考核: what each department gives, together 100.
PROCESS = (8, 30, 20, 20, 4, 6, 6, 6)


def items(category: str, count: int, points: str, *, highest: bool = False, level: str = "市") -> list[Item]:
    return [Item(category, f"{category}{place}", level, D(points), is_highest_only=highest) for place in range(count)]


@pytest.mark.parametrize(
    ("code", "points", "expected"),
    [
        ("LIN 完成的满分", rules.lin(D(10), D(80), D(80)), "10"),
        ("LIN 未完成的按完成比例", rules.lin(D(10), D("56.3"), D(100)), "5.63"),
        ("BASE80 达到预期得80%", rules.base80(D(10), D(0), D("1.2")), "8"),
        ("BASE80 每增1个百分点增0.5分", rules.base80(D(10), D(3), D("1.2")), "9.5"),
        ("FLAT80 持平得80%", rules.flat80(D(10), D(0)), "8"),
        ("FLAT80 每超5%加1分", rules.flat80(D(10), D(10)), "10"),
        ("FLAT80 加分不超过基本分50%", rules.flat80(D(10), D(90)), "15"),
        ("COUNT 每超一个加3分", rules.count(D(10), D(6), D(5)), "13"),
        ("COUNT 每少一个减3分", rules.count(D(10), D(4), D(5)), "7"),
        ("COUNT 完成的另加10分", rules.count(D(10), D(5), D(5), bonus=D(10)), "20"),
        ("COUNT 无目标的不得分", rules.count(D(10), D(5), D(0)), "0"),
        ("BEST 本人绝对值除以本组最高", rules.best(D(10), D(30), [D(30), D(40)]), "7.5"),
        ("BAND 20天10分", rules.band(D(20), DAYS), "10"),
        ("BAND 15–19天9分", rules.band(D(19), DAYS), "9"),
        ("BAND 以下每少一天减1分", rules.band(D(8), DAYS), "6"),
        ("EFF 5.81、满意12、不允许6", rules.eff(D("5.81"), D(12), D(6)), "58.73"),
        ("LEVEL4 A得4", rules.level4(D(90), [D(90), D(80), D(70), D(60)]), "4"),
        ("LEVEL4 中间线性", rules.level4(D(75), [D(90), D(80), D(70), D(60)]), "2.5"),
        ("EVENT+ 每个+20", rules.event_plus([(D(20), 1)]), "20"),
        ("EVENT+ 两人介绍平分", rules.event_plus([(D(20), 2)]), "10"),
        ("EVENT− 督查离岗每次−10", rules.event_minus(D(50), [D(10), D(10)]), "30"),
        ("EVENT− 环保督察、典型案例、较大事故", rules.event_minus(D(5), [D("0.3"), D("0.2"), D("1.5"), D("0.5"), D(1)]), "1.5"),
        ("EVENT− 扣完为止", rules.event_minus(D(5), [D(10)]), "0"),
        ("BONUS 重点目标超额加8%、其他6%", bonus([*items("超额", 1, "0.8"), Item("超额", "其他", "市", D("0.6"))], CAPS), "1.4"),
        ("BONUS 超额累计不超过4分", bonus(items("超额", 6, "0.8"), CAPS), "4"),
        ("BONUS 民办实事每项0.5不超过3分", bonus(items("实事", 7, "0.5"), CAPS), "3"),
        ("BONUS 省级目标不超过2分", bonus(items("省级目标", 3, "1"), CAPS), "2"),
        ("BONUS 督办件主办0.2、协办0.1", bonus([*items("督办件", 1, "0.2"), Item("督办件", "协办", "市", D("0.1"))], CAPS), "0.3"),
        ("BONUS 督办件不超过4分", bonus(items("督办件", 30, "0.2"), CAPS), "4"),
        ("BONUS 同项按最高级别计一次", bonus([Item("表彰", "同项", "国家", D(1), is_highest_only=True), Item("表彰", "同项", "省", D("0.8"), is_highest_only=True), Item("表彰", "同项", "市", D("0.6"), is_highest_only=True)], CAPS), "1"),
        ("BONUS 表彰不超过3分", bonus(items("表彰", 4, "1"), CAPS), "3"),
        ("BONUS 各类封顶后相加", bonus([*items("表彰", 4, "1"), *items("日常管理", 3, "1")], CAPS), "5"),
        ("TOTAL 基本分加加分减扣分", total(D("86.5"), D("4.2"), D("1.5")), "89.2"),
        ("MIX 13项75分、共性目标、领导评议", rules.mix([(D(90), D(75)), (D(100), D(15)), (D(80), D(10))]), "90.5"),
        ("R+P 过程考核百分制", rules.mix([(D(100), D(part)) for part in PROCESS]), "100"),
        ("INV100 基础、指标、新开工及入统、新投产及入规", rules.mix([(D(100), D(10)), (D(90), D(20)), (D(80), D(30)), (D(75), D(40))]), "82"),
        ("RANK 第一名满分", rules.rank_points(D(10), 1, 5, D("0.4")), "10"),
        ("RANK 最后一名少得k", rules.rank_points(D(10), 5, 5, D("0.4")), "6"),
    ],
)  # fmt: skip
def test_a_rule_gives_what_its_wording_says(code: str, points: Any, expected: str) -> None:
    assert shown(Fraction(points)) == shown(D(expected)), code


def test_veto_takes_away_the_right_to_be_named_best() -> None:
    assert is_vetoed(["表彰", "安全环保"], {"安全环保", "信访稳定"})


@pytest.mark.parametrize(("reported", "target"), [(date(2025, 10, 31), "60"), (date(2025, 11, 1), "80")])
def test_relief_is_reported_by_the_end_of_october(reported: date, target: str) -> None:
    """A lower target that was approved is met without a loss: 60 of 60 is everything, 60 of 80 is not."""
    in_force, _ = target_in_force(D(80), [Relief(D(60), reported, date(2025, 12, 1))], 2025)
    assert in_force == D(target)
    assert (rules.lin(D(10), D(60), in_force) == 10) is (target == "60")


def test_rank_shares_the_better_place_and_looks_at_what_is_exact() -> None:
    assert ranks({"甲": D(90), "乙": Fraction(1759999, 20000), "丙": Fraction(1759999, 20000), "丁": D("87.9")}) == {
        "甲": 1, "乙": 2, "丙": 2, "丁": 4,
    }  # fmt: skip


def test_toplist_is_one_composite_and_single_lists_in_which_some_are_not_ranked() -> None:
    lists = {"综合": {"甲": D(90), "乙": D(95)}, "招商": {"甲": D(3), "乙": D(1), "丙": D(2)}}
    assert {name: ranks(totals) for name, totals in lists.items()} == {
        "综合": {"甲": 2, "乙": 1}, "招商": {"甲": 1, "丙": 2, "乙": 3},
    }  # fmt: skip
