"""Messages reach a real mail server and a real receiver, once, whatever goes wrong in between."""

from __future__ import annotations

import json
from typing import Any

import pytest

from orchestration.messages import outbox
from orchestration.messages.configuration import Messages, Person, Smtp, Webhook
from orchestration.messages.digest import Digest
from orchestration.messages.outbox import deliver, deliver_failed
from sources.home import Home
from tests.orchestration.messages.receivers import http_receiver, mail_server


def digest(**person: Any) -> Digest:
    given = {"name": "张三", "portal": False, **person}
    return Digest(
        "2026-04-10-0123456789abcdef",
        Person(**given),
        "台账报送提醒",
        "逾期未报（1 项）\n· 项目建设部《重点项目月度调度表》",
    )


def smtp(port: int) -> Messages:
    return Messages(enabled=True, smtp=Smtp(host="127.0.0.1", port=port, sender="taizhang@zone.cn", security="none"))


def send(home: Home, configuration: Messages, *given: Digest) -> list[tuple[str, str]]:
    return [(one.channel, one.state) for one in deliver(home, configuration, given, first_pause=0.01)]


def test_a_mail_is_sent_once_however_often_one_asks(home: Home) -> None:
    with mail_server() as (server, port):
        for _ in range(3):
            assert send(home, smtp(port), digest(email="zhang@zone.cn")) == [("mail", "sent")]
        (message,) = server.taken
        assert (message["To"], message["Subject"]) == ("zhang@zone.cn", "台账报送提醒")
        assert "重点项目月度调度表" in message.get_content()


def test_a_server_that_is_busy_is_asked_again(home: Home) -> None:
    with mail_server("451 busy", "452 later") as (server, port):
        assert send(home, smtp(port), digest(email="zhang@zone.cn")) == [("mail", "sent")]
        assert len(server.taken) == 1


def test_a_refused_mail_is_not_tried_again(home: Home) -> None:
    with mail_server("550 no such user") as (server, port):
        assert send(home, smtp(port), digest(email="zhang@zone.cn")) == [("mail", "refused")]
        assert send(home, smtp(port), digest(email="zhang@zone.cn")) == [("mail", "refused")]
        assert server.taken == []


def test_without_a_server_it_fails_and_is_sent_when_there_is_one(home: Home) -> None:
    with mail_server() as (_, port):
        pass
    assert send(home, smtp(port), digest(email="zhang@zone.cn")) == [("mail", "failed")]
    with mail_server() as (server, port):
        assert send(home, smtp(port), digest(email="zhang@zone.cn")) == [("mail", "sent")]
        assert len(server.taken) == 1


def test_what_a_server_did_not_take_is_sent_later_without_being_written_anew(home: Home) -> None:
    """An alarm is written once: nobody repeats it when the server is back."""
    with mail_server() as (_, port):
        pass
    one = digest(email="zhang@zone.cn")
    assert send(home, smtp(port), one) == [("mail", "failed")]
    with mail_server() as (server, port):
        known = smtp(port).model_copy(update={"people": (one.person,)})
        for states in (["sent"], []):
            assert [tried.state for tried in deliver_failed(home, known, first_pause=0.01)] == states
        assert [message["Subject"] for message in server.taken] == ["台账报送提醒"]


@pytest.mark.parametrize("change", [{"state": "uncertain"}, {"at": "2026-04-01T09:00:00"}, {"person": "已离岗"}])
def test_what_may_have_arrived_is_old_or_nobodys_is_not_sent_later(home: Home, change: dict[str, str]) -> None:
    with mail_server() as (_, port):
        pass
    one = digest(email="zhang@zone.cn")
    send(home, smtp(port), one)
    (path,) = home.outbox.glob("*.json")
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with mail_server() as (server, port):
        assert deliver_failed(home, smtp(port).model_copy(update={"people": (one.person,)})) == []
        assert server.taken == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("wecom", {"msgtype": "text"}),
        ("dingtalk", {"msgtype": "text"}),
        ("json", {"id": "2026-04-10-0123456789abcdef", "title": "台账报送提醒"}),
    ],
)
def test_a_webhook_gets_what_its_kind_understands(home: Home, kind: Any, body: dict[str, str]) -> None:
    with http_receiver() as (received, url):
        one = digest(webhook=Webhook(kind=kind, url=url))
        assert send(home, Messages(enabled=True), one) == [("webhook", "sent")]
        assert body.items() <= received[0].items()
        assert "重点项目月度调度表" in json.dumps(received[0], ensure_ascii=False)


@pytest.mark.parametrize(
    ("answers", "state", "times"),
    [
        (((503, ""), (429, ""), (200, "ok")), "sent", 3),
        (((500, ""),) * 9, "failed", 4),
        (((404, ""),), "refused", 1),
        (((200, '{"errcode": 93000, "errmsg": "invalid webhook url"}'),), "refused", 1),
        ((None,), "uncertain", 1),
    ],
)
def test_only_what_was_surely_not_taken_is_tried_again(
    home: Home, answers: tuple[Any, ...], state: str, times: int
) -> None:
    with http_receiver(*answers) as (received, url):
        one = digest(webhook=Webhook(kind="wecom", url=url))
        assert send(home, Messages(enabled=True), one) == [("webhook", state)]
        assert len(received) == times


def test_after_a_crash_while_sending_nothing_leaves_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with http_receiver() as (received, url):
        one = digest(webhook=Webhook(kind="json", url=url))
        with monkeypatch.context() as crash:
            crash.setattr(outbox, "patiently", killed)
            with pytest.raises(KeyboardInterrupt):
                deliver(home, Messages(enabled=True), [one])
        assert send(home, Messages(enabled=True), one) == [("webhook", "uncertain")]
        assert send(home, Messages(enabled=True), one) == [("webhook", "uncertain")]
        assert received == []


def test_the_portal_finds_its_message_in_a_folder(home: Home) -> None:
    assert send(home, Messages(enabled=True), digest(portal=True)) == [("portal", "sent")]
    (path,) = (home.root / "portal-inbox").glob("*.json")
    assert json.loads(path.read_text(encoding="utf-8"))["person"] == "张三"


def test_nothing_happens_unless_it_is_switched_on(home: Home) -> None:
    assert send(home, Messages(), digest(portal=True)) == []
    assert not (home.root / "outbox").exists()
