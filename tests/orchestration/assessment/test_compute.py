"""Four parts, caps, missing data, peers, relief, ranks: a year and a month out of given facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from orchestration.assessment.compute import assess
from orchestration.assessment.events import evaluation
from orchestration.assessment.facts import Ballot
from orchestration.assessment.result import SubjectScore
from sources.scoring import shown
from sources.scoring.totals import Relief
from tests.orchestration.assessment.ground import PARTY, PROJECTS, event, facts, ground, result, target

D = Decimal


def scores(*given: object, **more: object) -> dict[str, SubjectScore]:
    return {one.subject: one for one in assess(*given, **more).subjects}  # type: ignore[arg-type]


def test_a_year_is_four_parts_ranked_among_peers() -> None:
    found = scores(facts(), ground())
    projects, party = found[PROJECTS], found[PARTY]
    # Half of K1 and all of K2: 75 of 100, of 80 points; ballots 90 at 40 and 80 at 10: 88 of 100, of 20 points.
    assert (projects.target_points, projects.added_points, projects.evaluation_points) == (60, 2, D("17.6"))
    assert projects.total == D("79.6")
    assert (party.target_points, party.deducted_points, party.evaluation_points, party.total) == (
        70,
        D("1.5"),
        20,
        D("88.5"),
    )
    assert [(one.subject, one.rank) for one in (party, projects)] == [(PARTY, 1), (PROJECTS, 2)]
    assert projects.evaluation_note == "主要领导 1 票，权重 40、互评 1 票，权重 10；有一类少于 3 票，不列均分；满分 20"


@pytest.mark.parametrize(("leaders", "is_told"), [(3, True), (2, False)])
def test_means_are_told_of_three_ballots_of_every_kind(leaders: int, is_told: bool) -> None:
    kinds = {"主要领导": leaders, "互评": 3}
    cast = [Ballot(kind, PROJECTS, D(90 - number), ()) for kind, count in kinds.items() for number in range(count)]
    points, note = evaluation(cast, ground().scheme)
    assert points is not None
    assert ("均分" in note.replace("不列均分", "")) is is_told
    assert ("89.50" in note, "89.00" in note) == (False, is_told)


def test_every_score_leads_to_its_cells_and_ballots_stay_secret() -> None:
    projects = scores(facts(), ground())[PROJECTS]
    first = projects.indicators[0]
    assert first.formula == "50 × min(1, 30 ÷ 60)"
    assert [(source.form, source.cell, source.value) for source in first.sources] == [
        ("assessment_indicators", "J5", "60"),
        ("assessment_results", "G5", "30"),
    ]
    assert {source.value for source in projects.evaluation_sources} == {None}


def test_no_data_after_the_deadline_is_nothing_and_before_it_an_open_question() -> None:
    given = facts(results={(PROJECTS, "K1"): result("K1", PROJECTS, None)})
    late = assess(given, ground())
    assert {one.points for subject in late.subjects for one in subject.indicators} == {0}
    assert late.subjects[0].indicators[0].note == "期限已过，没有完成数据，按 0 分计"
    assert late.problems == ()
    early = assess(given, ground(is_past_deadline=False))
    assert {one.points for subject in early.subjects for one in subject.indicators} == {None}
    assert len(early.problems) == 4


def test_a_month_scores_linear_annual_targets_against_their_share_and_shows_the_rest() -> None:
    targets = (target("K1", PROJECTS), target("K2", PROJECTS, measure="期末时点"))
    projects = scores(facts(targets=targets), ground("2025-06"))[PROJECTS]
    linear, other = projects.indicators
    assert (linear.points, linear.note) == (50, "模拟：目标按 6/12 折算")  # 30 of 60·6/12
    assert (other.points, other.note) == (None, "不按月计分，为全年目标的 100.0%")
    assert (projects.scored_weight, projects.weight) == (50, 100)
    assert (projects.rank, projects.grade, projects.evaluation_points) == (None, None, None)


def test_what_a_rule_cannot_score_is_a_problem_and_no_guess() -> None:
    targets = (
        target("K1", PROJECTS, target=D(0)),
        target("K2", PROJECTS, rule="S99"),
        target("K3", PARTY, parameters="每个=三"),
    )
    problems = assess(facts(targets=targets), ground()).problems
    assert any("目标值为 0" in problem for problem in problems)
    assert any("没有计分规则“S99”" in problem for problem in problems)
    assert any("计分规则 LIN 没有参数“每个”" in problem for problem in problems)


def test_an_indicator_of_a_whole_type_compares_its_subjects() -> None:
    targets = (target("K1", None, name="招商", rule="BEST", weight=D(100)),)
    results = {(who, "K1"): result("K1", who, value) for who, value in ((PROJECTS, "30"), (PARTY, "60"))}
    found = scores(facts(targets=targets, results=results), ground())
    assert (found[PROJECTS].target_points, found[PARTY].target_points) == (40, 80)
    assert found["综合办公室"].indicators[0].points == 0
    assert "北城控股" not in found


def test_relief_lowers_the_target_that_was_approved() -> None:
    reliefs = {(PROJECTS, "K1"): [Relief(D(30), date(2025, 9, 1), date(2025, 9, 20))]}
    first = scores(facts(), ground(reliefs=reliefs))[PROJECTS].indicators[0]
    assert (first.points, first.target, first.note) == (50, 30, "目标经批准由 60 调为 30（2025-09-20）")


def test_declared_values_count_with_a_note_until_somebody_recognises_them() -> None:
    results = {(PROJECTS, "K1"): result("K1", PROJECTS, "60", recognized=False)}
    first = scores(facts(results=results), ground())[PROJECTS].indicators[0]
    assert (first.points, first.note) == (50, "按申报值计，尚未认定")


def test_events_count_once_when_recognised_and_within_their_caps() -> None:
    events = [
        event(PROJECTS, "表彰", "甲", "0.6", is_highest_only=True),
        event(PROJECTS, "表彰", "甲", "0.8", level="省", is_highest_only=True),
        event(PROJECTS, "表彰", "乙", None),
        event(PROJECTS, "表彰", "丙", "9"),
        *(event(PROJECTS, "现场会", str(number), "4") for number in range(3)),
    ]
    projects = scores(facts(events=tuple(events)), ground())[PROJECTS]
    assert [one.note for one in projects.added[:3]] == ["同一事项按最高级别计一次", None, "尚未认定，不计分"]
    # 表彰 is capped at 3; together at 10, which the total takes.
    assert projects.added_points == 15
    assert shown(projects.total) == D("87.60")


def test_the_first_part_may_be_capped_when_more_than_the_target_is_rewarded() -> None:
    given = facts(targets=(target("K2", PROJECTS, weight=D(100), target=D(40), cap=D("1.2")),))
    assert scores(given, ground())[PROJECTS].target_points == 96
    capped = replace(ground().scheme, target_cap=D(80))
    assert scores(given, ground(scheme=capped))[PROJECTS].target_points == 80
