"""Who is in charge, what rests, and taking back: moves change no figure, and an undo is one more entry."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from django.test import Client
from django.urls import reverse

from portal.audit.chain import verify
from portal.audit.models import Act, Entry
from portal.people.models import Person
from portal.people.roles import Role
from portal.steward.models import Move, Moved, MoveKind, WaiverProposal, WaiverState
from sources.decisions import Explanation, Withdrawal, decided, moment, take
from sources.decisions import read_decisions as decisions
from sources.home import Home
from tests.portal.zone import OWN_FINDING

QUEUE, ANSWER, DONE = "/desk/queue/", "/desk/queue/answer/", "/desk/queue/done/"
GROUP, OTHER_GROUP, OTHER = "c" * 16, "d" * 16, "4" * 16
LATER = (date.today() + timedelta(days=5)).isoformat()


@pytest.fixture
def explained(published: str, home: Home) -> Explanation:
    """The finding of the own department, explained by its clerk after the release."""
    said = decided(Explanation, finding_id=OWN_FINDING, rule="D01", rule_version="1", value="12000", taken_at=moment(),
                   by="李某", role="filler", reason="上月多报了设备款，本月已冲减，见监理月报")  # fmt: skip
    take(home, said)
    return said


def _page(client: Client, address: str, **query: str | list[str]) -> str:
    return str(client.get(address, query).content.decode())


def _rows(client: Client, **query: str) -> int:
    return _page(client, QUEUE, **query).count("data-row")


def _undo_last(client: Client) -> str:
    move = Move.objects.exclude(kind=MoveKind.UNDO).first()
    assert move is not None
    return str(client.post(reverse("steward:undo", args=[move.pk]), follow=True).content.decode())


def test_a_finding_has_somebody_in_charge_and_mine_are_found(
    published: str, browse: Callable[..., Client], person: Callable[..., Person], home: Home
) -> None:
    client = browse(Role.STEWARD)
    person(Role.STEWARD, username="second")
    preview = _page(client, ANSWER, action="assign", group=[GROUP, OTHER_GROUP])
    assert preview.count('name="id"') == 3, "两件事的三条"
    assert not Move.objects.exists(), "看一看什么都没有发生"
    client.post(ANSWER, {"action": "assign", "id": [OWN_FINDING, "3" * 16], "assignee": "steward"})
    client.post(ANSWER, {"action": "assign", "id": [OTHER], "assignee": "second"})
    assert (_rows(client, assignee="-mine"), _rows(client, assignee="second"), _rows(client, assignee="-nobody")) == (
        1,
        1,
        1,
    )
    assert "负责人" in _page(client, reverse("steward:group", args=[OTHER_GROUP]))
    client.post(ANSWER, {"action": "assign", "id": [OTHER], "assignee": ""})
    assert _rows(client, assignee="-nobody") == 2
    assert decisions(home) == [], "分派不改变任何数字"
    assert Entry.objects.filter(act=Act.FINDINGS_ASSIGNED).count() == 3
    assert (
        "在岗的汇总岗" in client.post(ANSWER, {"action": "assign", "id": OTHER, "assignee": "nobody"}).content.decode()
    )


def test_what_somebody_who_left_was_in_charge_of_waits_for_somebody_else(
    published: str, browse: Callable[..., Client], person: Callable[..., Person]
) -> None:
    client, second = browse(Role.STEWARD), person(Role.STEWARD, username="second")
    client.post(ANSWER, {"action": "assign", "id": [OTHER], "assignee": "second"})
    assert _rows(client, assignee="-nobody") == 2
    Person.objects.filter(pk=second.pk).update(is_active=False)
    assert _rows(client, assignee="-nobody") == 3


def test_what_is_snoozed_rests_until_its_day_and_comes_back_by_itself(
    published: str, browse: Callable[..., Client]
) -> None:
    client = browse(Role.STEWARD)
    given = {"action": "snooze", "id": OTHER, "until": LATER, "reason": "等月底的监理报告"}
    for wrong, said in (
        ({"until": "下周"}, "暂缓到哪一天"),
        ({"until": "2020-01-01"}, "今天以后"),
        ({"reason": " "}, "理由"),
    ):
        assert said in client.post(ANSWER, {**given, **wrong}).content.decode()
    assert not Move.objects.exists()
    client.post(ANSWER, given)
    assert (_rows(client), _rows(client, status="snoozed")) == (2, 1)
    assert "等月底的监理报告" in _page(client, QUEUE, status="snoozed")
    Move.objects.update(until=date.today())
    assert (_rows(client), _rows(client, status="snoozed")) == (3, 0)


def test_a_snooze_ends_when_the_figure_or_its_explanation_changes(
    published: str, home: Home, browse: Callable[..., Client]
) -> None:
    client = browse(Role.STEWARD)
    client.post(ANSWER, {"action": "snooze", "id": [OWN_FINDING, "3" * 16], "until": LATER, "reason": "等部门答复"})
    assert _rows(client) == 2
    take(home, decided(Explanation, finding_id=OWN_FINDING, rule="D01", rule_version="1", value="12000",
                       taken_at=moment(), by="李某", role="filler", reason="上月多报了设备款，本月已冲减"))  # fmt: skip
    assert _rows(client) == 3, "部门答复了"
    Moved.objects.update(stamp="0" * 16)
    assert _rows(client, status="snoozed") == 0


def test_what_rests_is_woken_before_its_day(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    client.post(ANSWER, {"action": "snooze", "id": OTHER, "until": LATER, "reason": "等月底的监理报告"})
    assert _page(client, ANSWER, action="wake", status="snoozed").count('name="id"') == 1
    client.post(ANSWER, {"action": "wake", "id": OTHER})
    assert _rows(client) == 3


def test_a_bulk_ruling_is_undone_as_one_and_nothing_is_deleted(
    explained: Explanation, home: Home, browse: Callable[..., Client]
) -> None:
    take(home, decided(Explanation, finding_id="3" * 16, rule="D01", rule_version="1", value="800", taken_at=moment(),
                       by="李某", role="filler", reason="上月多报了设备款，本月已冲减"))  # fmt: skip
    client = browse(Role.STEWARD)
    client.post(ANSWER, {"action": "accept", "id": [OWN_FINDING, "3" * 16], "reason": "说明清楚"})
    assert "刚才：接受说明 2 条" in _page(client, QUEUE)
    assert _rows(client, status="explained") == 0
    assert "已撤销" in _undo_last(client)
    assert [one.kind for one in decisions(home)] == ["explanation"] * 2 + ["acceptance"] * 2 + ["withdrawal"] * 2
    assert _rows(client, status="explained") == 1
    assert Entry.objects.filter(act=Act.MOVE_UNDONE).count() == 3, "撤销一次，撤回两条"
    assert verify().fault is None
    assert "已经撤销过" in _undo_last(client)
    assert len(decisions(home)) == 6


@pytest.mark.parametrize("how", ["laid", "published"])
def test_what_a_refresh_has_taken_is_not_undone(
    how: str, explained: Explanation, home: Home, browse: Callable[..., Client], published: str
) -> None:
    client = browse(Role.STEWARD)
    client.post(ANSWER, {"action": "accept", "id": OWN_FINDING, "reason": "说明清楚"})
    ruling = decisions(home)[-1].decision_id
    if how == "laid":
        folder = home.landing / "_decisions"
        folder.mkdir(parents=True)
        pq.write_table(pa.table({"decision_id": [ruling]}), folder / "laid.parquet")
    else:
        _publish_next(home, published, ruling)
    assert "已被刷新采用" in _undo_last(client)
    assert "已被刷新采用" in _page(client, DONE)
    assert "刚才：" not in _page(client, QUEUE)
    assert not any(isinstance(one, Withdrawal) for one in decisions(home))


def _publish_next(home: Home, before: str, decision_id: str) -> None:
    """Publish a release that knows a decision."""
    folder = home.releases / "20260408T020000"
    shutil.copytree(home.releases / before, folder)
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute("insert into stg_inbox__decisions values (?)", [decision_id])
    home.current.unlink()
    home.current.symlink_to(folder.name)


def test_nobody_undoes_what_a_colleague_did(
    explained: Explanation, browse: Callable[..., Client], person: Callable[..., Person]
) -> None:
    browse(Role.STEWARD).post(ANSWER, {"action": "accept", "id": OWN_FINDING, "reason": "说明清楚"})
    colleague = Client()
    colleague.force_login(person(Role.STEWARD, username="second"), backend="django.contrib.auth.backends.ModelBackend")
    assert colleague.post(reverse("steward:undo", args=[Move.objects.get().pk])).status_code == 404
    assert "还没有操作过" in _page(colleague, DONE)


def test_assigning_and_snoozing_are_undone_too(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    client.post(ANSWER, {"action": "snooze", "id": OTHER, "until": LATER, "reason": "等月底的监理报告"})
    client.post(ANSWER, {"action": "assign", "id": OTHER, "assignee": "steward"})
    _undo_last(client)
    assert (_rows(client, assignee="-mine", status="snoozed"), _rows(client, status="snoozed")) == (0, 1)
    client.post(reverse("steward:undo", args=[Move.objects.get(kind=MoveKind.SNOOZE).pk]))
    assert _rows(client) == 3


def test_a_waiver_that_is_undone_waits_for_a_second_person_again(
    published: str, home: Home, browse: Callable[..., Client], person: Callable[..., Person]
) -> None:
    asker = person(Role.STEWARD, username="asker")
    proposal = WaiverProposal.objects.create(finding_id=OWN_FINDING, department="projects", message="m", asked_by=asker,
                                             reason="口径不同，已明确", evidence="纪要3号", valid_until=date(2099, 1, 1))  # fmt: skip
    client = browse(Role.STEWARD)
    client.post(reverse("steward:rule_waiver", args=[proposal.pk]), {"ruling": "approve"})
    assert _rows(client, status="waived") == 1
    _undo_last(client)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.ruled_by) == (WaiverState.WAITING, None)
    assert _rows(client, status="waived") == 0


def test_a_decision_that_another_rests_on_is_not_undone(
    published: str, home: Home, browse: Callable[..., Client]
) -> None:
    client = browse(Role.STEWARD)
    client.post(
        reverse("steward:correct"), {"submission_id": "b" * 16, "form": "key_projects", "reason": "漏报一个项目"}
    )
    request = decisions(home)[-1]
    browse(Role.LEADER).post(reverse("steward:approve", args=[request.decision_id]), {"reason": "同意更正"})
    move = Move.objects.get(kind=MoveKind.PERIOD, person__role=Role.STEWARD)
    page = client.post(reverse("steward:undo", args=[move.pk]), follow=True).content.decode()
    assert "已有人据此作出决定" in page


def test_nothing_done_is_nothing_to_undo(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    assert "刚才：" not in _page(client, QUEUE)
    assert client.post(reverse("steward:undo", args=[99])).status_code == 404
