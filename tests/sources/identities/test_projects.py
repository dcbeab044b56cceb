from __future__ import annotations

from datetime import datetime

from sources.decisions.decision import Role
from sources.decisions.identities import Merge, NotSame, Same
from sources.identities.projects import ProjectIdentity, ProjectMention, identify_projects

OWNER = "济南衡煦新材料有限公司"


def _named(mention: str, name: str, owner: str = OWNER) -> ProjectMention:
    return ProjectMention(mention, name, owner, f"{name}|{owner}", "名称")


NUMBERED = ProjectMention("1", "年产5万吨高性能树脂新材料生产基地建设项目", OWNER, "P1", "编号", is_numbered=True)


def _told(kind: type, **content: str) -> Same | NotSame | Merge:
    given = {"taken_at": datetime(2026, 3, 1, 9), "by": "甲", "role": Role.DESK, "reason": "核对过备案证"}
    return kind.model_validate({**given, "subject": "project", **content})


def _second(other: ProjectMention, *decisions: Same | NotSame | Merge) -> ProjectIdentity:
    return identify_projects([NUMBERED, other], decisions)[1]


def test_a_slip_in_the_name_of_the_same_owner_is_the_same_project() -> None:
    found = _second(_named("2", "年产5万吨高性能树脂新材料生产基地建设工程", "衡煦（济南）新材料有限责任公司"))
    assert (found.project_id, found.matched_by) == ("P1", "模型")


def test_phases_are_projects_of_their_own() -> None:
    first = ProjectMention("1", "高性能树脂新材料生产基地项目一期", OWNER, "P1", "编号", is_numbered=True)
    second = _named("2", "高性能树脂新材料生产基地项目二期")
    assert identify_projects([first, second])[1].project_id == second.project_id


def test_another_owner_is_another_project() -> None:
    other = _named("2", NUMBERED.name or "", "济南朔霁药业股份有限公司")
    assert _second(other) == ProjectIdentity("2", other.project_id, "名称")


def test_what_is_only_near_is_asked_and_keeps_its_own_identity() -> None:
    found = _second(_named("2", "年产5万吨高性能树脂研发中心项目"))
    assert found.matched_by in {"待判断", "名称"}
    assert found.project_id != "P1"


def test_decisions_stand_above_names() -> None:
    other = _named("2", "树脂基地")
    assert _second(other, _told(Same, identity="P1", name="树脂基地")).project_id == "P1"
    assert _second(other, _told(Merge, identity=other.project_id or "", into="P1")).matched_by == "人工"
    slip = _named("2", "年产5万吨高性能树脂新材料生产基地建设工程")
    assert _second(slip, _told(NotSame, identity="P1", name=slip.name or "")).project_id == slip.project_id


def test_a_name_that_leads_to_a_number_is_taken_back_by_a_person() -> None:
    name = NUMBERED.name or ""
    listed = ProjectMention("2", name, OWNER, "P1", "名称")
    spoken_of = ProjectMention("3", name, None, "P1", "名称", is_declared=False)
    no = _told(NotSame, identity="P1", name=name)
    assert _second(listed).project_id == _second(spoken_of).project_id == "P1"
    assert _second(listed, no) == ProjectIdentity("2", f"{name}|{OWNER}", "名称")
    assert _second(spoken_of, no) == ProjectIdentity("3", None, None)
    assert _second(listed, no, _told(Same, identity="P1", name=name)).project_id == "P1"
    assert identify_projects([NUMBERED, listed], [no])[0].project_id == "P1"


def test_a_number_is_never_overruled_by_a_name() -> None:
    other = ProjectMention("2", NUMBERED.name, OWNER, "P2", "编号", is_numbered=True)
    assert _second(other).project_id == "P2"
