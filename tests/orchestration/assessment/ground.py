"""A small assessment: two departments, four indicators, events and ballots; what tests change they replace."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from orchestration.assessment.compute import Ground
from orchestration.assessment.facts import Ballot, Event, Facts, Result, Source, Target
from sources.contract import load_catalog
from sources.scoring.indicator import read_rules
from sources.scoring.scheme import scheme_of

LISTS = load_catalog().code_lists
PROJECTS, PARTY = "项目建设部", "党群工作部"


def cell(form: str, address: str, value: str | None) -> Source:
    return Source(form, "s1", "Sheet1", address, "列", value)


def target(no: str, subject: str | None, **more: Any) -> Target:
    given: dict[str, Any] = {
        "no": no, "name": no, "part": "工作目标任务", "subject_type": "部门", "subject": subject, "weight": Decimal(50),
        "direction": "正", "measure": "年累计", "unit": "个", "base": Decimal(40), "target": Decimal(60), "rule": "LIN",
        "parameters": None, "cap": Decimal(1), "document_no": "园办字〔2025〕6号",
        "sources": (cell("assessment_indicators", "J5", "60"),),
    }  # fmt: skip
    return Target(**{**given, **more})


def result(no: str, subject: str, value: str | None, *, recognized: bool = True) -> Result:
    number = None if value is None else Decimal(value)
    return Result(subject, no, number, recognized, (cell("assessment_results", "G5", value),))


def event(subject: str, category: str, matter: str, points: str | None, **more: Any) -> Event:
    given: dict[str, Any] = {"level": "市", "day": date(2025, 5, 1), "is_highest_only": False}
    amount = None if points is None else Decimal(points)
    return Event(
        subject,
        category,
        matter,
        points=amount,
        sources=(cell("assessment_points", "I5", points),),
        **{**given, **more},
    )


def facts(**more: Any) -> Facts:
    results = (
        result("K1", PROJECTS, "30"), result("K2", PROJECTS, "60"), result("K3", PARTY, "60"), result("K4", PARTY, "45"),
    )  # fmt: skip
    given: dict[str, Any] = {
        "targets": (target("K1", PROJECTS), target("K2", PROJECTS), target("K3", PARTY), target("K4", PARTY)),
        "results": {(one.subject, one.indicator_no): one for one in results},
        "events": (
            event(PROJECTS, "表彰", "先进集体", "2"),
            event(PARTY, "督办", "逾期未办结", "1.5"),
        ),
        "ballots": (
            Ballot("主要领导", PROJECTS, Decimal(90), (cell("assessment_ballots", "E5", None),)),
            Ballot("互评", PROJECTS, Decimal(80), (cell("assessment_ballots", "E6", None),)),
            Ballot("主要领导", PARTY, Decimal(100), (cell("assessment_ballots", "E7", None),)),
        ),
    }
    return Facts(**{**given, **more})


def ground(period: str = "2025", **more: Any) -> Ground:
    given: dict[str, Any] = {
        "period": period,
        "scheme": scheme_of(2025, LISTS["assessment_schemes"], LISTS["assessment_weights"]),
        "rules": read_rules(LISTS["scoring_rules"]),
        "reliefs": {},
        "departments": LISTS["departments"],
        "is_past_deadline": True,
        "release_id": "20260110T020000",
    }
    return Ground(**{**given, **more})
