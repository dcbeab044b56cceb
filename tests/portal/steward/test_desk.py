"""The steward's desk: what waits leaves the queue with its decision, and nobody rules on his own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from portal.audit.models import Act, Entry
from portal.clerk.models import Submission
from portal.people.models import Person
from portal.people.roles import Role
from portal.steward.models import WaiverProposal, WaiverState
from portal.worker.models import Job, Kind
from sources.decisions import (
    Acceptance,
    CorrectionRequest,
    Explanation,
    PeriodLock,
    Return,
    Waiver,
    decided,
    moment,
    take,
)
from sources.decisions import read_decisions as decisions
from sources.decisions.identities import Merge, Same
from sources.home import Home
from tests.portal.zone import FOREIGN, FOREIGN_FINDING, FOREIGN_SUBMISSION, OWN_FINDING, OWN_SUBMISSION

QUEUE, ANSWER, WHY = "/desk/queue/", "/desk/queue/answer/", "上月多报了设备款，本月已冲减，见监理月报"
GROUP = "c" * 16


@pytest.fixture
def explained(published: str, home: Home) -> Explanation:
    """The finding of the own department, explained by its clerk after the release."""
    said = decided(Explanation, finding_id=OWN_FINDING, rule="D01", rule_version="1", value="12000", taken_at=moment(),
                   by="李某", role="filler", reason=WHY)  # fmt: skip
    take(home, said)
    return said


def _page(client: Client, address: str, **query: str) -> str:
    return str(client.get(address, query).content.decode())


def _uploaded(identity: str, person: Person) -> None:
    job = Job.objects.create(kind=Kind.CHECK, person=person)
    Submission.objects.create(submission_id=identity, job=job, person=person, department="projects", file="3月.xlsx",
                              sent_at=datetime(2026, 4, 3))  # fmt: skip


def test_one_cause_is_one_line_and_filters_narrow(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    page = _page(client, QUEUE)
    assert page.count("data-row") == 3, "四条问题、三件事"
    assert "4 条问题" in page
    assert _page(client, QUEUE, department="projects").count("data-row") == 2
    assert _page(client, QUEUE, level="mandatory").count("data-row") == 1
    assert _page(client, QUEUE, rule="D01", age="5").count("data-row") == 1
    assert "没有等着处理的问题" in _page(client, QUEUE, status="waived")
    assert _page(client, QUEUE, age="many").count("data-row") == 3


def test_an_explanation_taken_since_the_release_waits_first(
    explained: Explanation, browse: Callable[..., Client]
) -> None:
    page = _page(browse(Role.STEWARD), QUEUE)
    assert page.index(WHY[:20]) < page.index("大小关系不符")
    assert "1 条已有说明" in page


@pytest.mark.parametrize(("action", "kind"), [("accept", Acceptance), ("return", Return)])
def test_a_ruling_is_previewed_taken_and_leaves_the_queue(
    action: str, kind: type, explained: Explanation, home: Home, browse: Callable[..., Client]
) -> None:
    client = browse(Role.STEWARD)
    preview = _page(client, ANSWER, action=action, department="projects")
    assert preview.count('name="id"') == 1, "没有说明的不在其内"
    assert len(decisions(home)) == 1
    assert "请写明理由" in client.post(ANSWER, {"action": action, "id": OWN_FINDING, "reason": " "}).content.decode()
    client.post(ANSWER, {"action": action, "id": OWN_FINDING, "reason": "见批注"})
    ruling = decisions(home)[-1]
    assert isinstance(ruling, kind)
    assert ruling.role == "desk"
    assert WHY[:20] not in _page(client, QUEUE)
    assert Entry.objects.filter(act__startswith="explanation", about=OWN_FINDING).count() == 1
    assert _page(client, ANSWER, action=action, finding=OWN_FINDING).count('name="id"') == 0


def test_a_returned_explanation_comes_back_to_the_clerk_with_why(
    explained: Explanation, browse: Callable[..., Client]
) -> None:
    browse(Role.STEWARD).post(ANSWER, {"action": "return", "id": OWN_FINDING, "reason": "请附监理月报页码"})
    assert "请附监理月报页码" in _page(browse(Role.CLERK), "/submissions/findings/")


def test_who_uploaded_does_not_rule(explained: Explanation, home: Home, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    _uploaded(OWN_SUBMISSION, Person.objects.get(role=Role.STEWARD))
    assert "须由不同的人完成" in _page(client, ANSWER, action="accept", finding=OWN_FINDING)
    client.post(ANSWER, {"action": "accept", "id": OWN_FINDING, "reason": "同意"})
    assert decisions(home) == [explained]


def test_both_sides_of_a_contradiction_stand_beside_each_other(published: str, browse: Callable[..., Client]) -> None:
    page = _page(browse(Role.STEWARD), reverse("steward:group", args=["e" * 16]))
    assert page.index(f"{FOREIGN}.xlsx") < page.index("对方") < page.index("重点项目3月.xlsx")
    for cell in ("Sheet1!F6", "Sheet1!F5"):
        assert cell in page
    assert browse(Role.STEWARD).get(reverse("steward:group", args=["0" * 16])).status_code == 404


def test_a_waiver_takes_two_people(
    published: str, home: Home, browse: Callable[..., Client], person: Callable[..., Person]
) -> None:
    first = browse(Role.STEWARD)
    address = reverse("steward:propose_waiver", args=[FOREIGN_FINDING])
    given = {"reason": "口径不同，已在专题会上明确", "evidence": "会议纪要第3号", "valid_until": "2099-12-31"}
    for wrong in ({**given, "evidence": ""}, {**given, "valid_until": "2020-01-01"}, {**given, "valid_until": "明年"}):
        first.post(address, wrong)
    assert not WaiverProposal.objects.exists()
    first.post(address, given)
    first.post(address, given)
    proposal = WaiverProposal.objects.get()
    ruling = reverse("steward:rule_waiver", args=[proposal.pk])
    first.post(ruling, {"ruling": "approve"})
    assert decisions(home) == []
    second = Client()
    second.force_login(person(Role.STEWARD, username="second"), backend="django.contrib.auth.backends.ModelBackend")
    second.post(ruling, {"ruling": "approve"})
    (waiver,) = decisions(home)
    assert isinstance(waiver, Waiver)
    assert (waiver.by, waiver.approver, waiver.valid_until) == (
        "张汇总岗（steward）", "张汇总岗（second）", date(2099, 12, 31),
    )  # fmt: skip
    proposal.refresh_from_db()
    assert proposal.state == WaiverState.APPROVED
    assert FOREIGN not in _page(first, QUEUE)
    assert second.post(ruling, {"ruling": "refuse"}).status_code == 404


def test_the_matrix_shows_every_state_of_a_year(published: str, browse: Callable[..., Client]) -> None:
    page = _page(browse(Role.STEWARD), "/desk/matrix/", year="2026")
    table = page[page.index("<tbody>") :]
    for word in ("已接受", "本期无", "逾期", "迟 3 日"):
        assert word in table
    assert reverse("clerk:receipt", args=[OWN_SUBMISSION]) in table


def test_a_doubtful_name_is_decided_once(published: str, home: Home, browse: Callable[..., Client]) -> None:
    client, address = browse(Role.STEWARD), "/desk/identities/"
    assert "济南晨光新材料有限公司" in _page(client, address)
    given = {"subject": "enterprise", "identity": "91370105MA3AY4CL62", "name": "晨光新材", "kind": "same"}
    client.post(reverse("steward:decide_identity"), {**given, "reason": " "})
    assert decisions(home) == []
    client.post(reverse("steward:decide_identity"), {**given, "reason": "电话核实，是其简称"})
    assert isinstance(decisions(home)[0], Same)
    assert "晨光新材" not in _page(client, address)
    merged = {"subject": "enterprise", "kind": "merge", "identity": "91370105MA312TH36U", "into": "91370105MA3AY4CL62"}
    client.post(reverse("steward:decide_identity"), {**merged, "reason": "换照，旧代码停用"})
    assert isinstance(decisions(home)[-1], Merge)
    assert Entry.objects.filter(act=Act.IDENTITY_DECIDED).count() == 2
    assert client.post(reverse("steward:decide_identity"), {**given, "kind": "other"}).status_code == 404


def test_a_correction_takes_two_people(published: str, home: Home, browse: Callable[..., Client]) -> None:
    steward, leader = browse(Role.STEWARD), browse(Role.LEADER)
    steward.post(reverse("steward:lock"), {"period": "2026-03", "kind": "lock", "reason": "3月通报已印发"})
    steward.post(reverse("steward:lock"), {"period": "三月", "kind": "lock", "reason": "写错的期间"})
    (locked,) = decisions(home)
    assert isinstance(locked, PeriodLock)
    asked = {"submission_id": FOREIGN_SUBMISSION, "form": "key_projects", "reason": "漏报一个项目，见说明"}
    assert browse(Role.REVIEWER).post(reverse("steward:correct"), asked).status_code == 404, "别的部门的报送"
    steward.post(reverse("steward:correct"), asked)
    request = decisions(home)[-1]
    assert isinstance(request, CorrectionRequest)
    assert request.figures == ("Z05 2026-03",)
    assert asked["reason"] not in _page(browse(Role.REVIEWER), "/desk/periods/")
    address = reverse("steward:approve", args=[request.decision_id])
    steward.post(address, {"reason": "同意"})
    assert len(decisions(home)) == 2
    assert asked["reason"] in _page(leader, "/desk/periods/")
    _uploaded(FOREIGN_SUBMISSION, Person.objects.get(role=Role.LEADER))
    assert leader.post(address, {"reason": "同意更正"}).status_code == 403, "自己上传的"
    Submission.objects.all().delete()
    leader.post(address, {"reason": "同意更正"})
    assert decisions(home)[-1].kind == "correction_approval"
    assert asked["reason"] not in _page(leader, "/desk/periods/")


def test_the_queue_is_narrowed_by_money_at_stake_and_by_the_indicator_that_reads_it(
    published: str, browse: Callable[..., Client]
) -> None:
    client = browse(Role.STEWARD)
    page = _page(client, QUEUE)
    # 12000 against 15000, and 800 against 900: one cause.
    assert "涉及 3,100 万元" in page
    assert "影响 2 项指标：年度累计完成投资" in page
    assert _page(client, QUEUE, money="3000").count("data-row") == 2
    assert _page(client, QUEUE, money="8000").count("data-row") == 1
    assert _page(client, QUEUE, money="-5").count("data-row") == 3
    assert _page(client, QUEUE, indicator="Z05").count("data-row") == 3
    assert "没有等着处理的问题" in _page(client, QUEUE, indicator="Z99")
