"""What the desk and a department say to each other: both sides read it, nobody else does, and the log knows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from portal.audit.models import Act, Entry
from portal.people.models import Person
from portal.people.roles import Role
from portal.talks.models import Message, Talk
from portal.talks.writing import checked
from sources.home import Home
from sources.inbox import submit
from tests.portal.zone import FOREIGN_FINDING, OWN_FINDING
from tests.workbooks import project, write_projects

LIST = "/talks/"
OWN, FOREIGN = (reverse("talks:finding", args=[one]) for one in (OWN_FINDING, FOREIGN_FINDING))
WORDS = "第5行的累计数请再核一次"


def _page(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def test_both_sides_talk_about_a_finding_and_see_what_is_new(published: str, browse: Callable[..., Client]) -> None:
    steward, clerk = browse(Role.STEWARD), browse(Role.CLERK)
    steward.post(OWN, {"text": WORDS})
    assert "条有新留言" not in _page(steward, LIST), "自己写的不算新的"
    for page in (LIST, reverse("clerk:findings")):
        assert "1 条新留言" in _page(clerk, page), page
    assert "条有新留言" in _page(clerk, reverse("clerk:home"))
    assert WORDS in _page(clerk, OWN)
    assert "条新留言" not in _page(clerk, LIST), "读过了"
    clerk.post(OWN, {"text": "已核，见监理月报第3页"})
    assert "1 条新留言" in _page(steward, reverse("steward:group", args=["c" * 16]))
    assert "1 条新留言" in _page(steward, reverse("steward:queue"))
    said = _page(steward, OWN)
    assert said.index(WORDS) < said.index("见监理月报第3页")
    assert "1 条新留言" not in _page(browse(Role.CLERK), LIST)


def test_every_colleague_has_marks_of_their_own(
    published: str, browse: Callable[..., Client], person: Callable[..., Person]
) -> None:
    browse(Role.STEWARD).post(OWN, {"text": WORDS})
    _page(browse(Role.CLERK), OWN)
    assert "1 条新留言" in _page(browse(Role.REVIEWER), LIST)


def test_no_other_department_reads_or_writes(published: str, browse: Callable[..., Client]) -> None:
    browse(Role.STEWARD).post(FOREIGN, {"text": WORDS})
    for role in (Role.CLERK, Role.REVIEWER):
        client = browse(role)
        assert client.get(FOREIGN).status_code == client.post(FOREIGN, {"text": "x"}).status_code == 404
        assert WORDS not in _page(client, LIST)
    for role in (Role.LEADER, Role.ANALYST, Role.ADMINISTRATOR):
        assert browse(role).get(OWN).status_code == 403
    assert Message.objects.count() == 1
    assert WORDS in _page(browse(Role.CLERK, "finance"), FOREIGN)


def test_a_submission_is_talked_about_on_its_receipt(home: Home, browse: Callable[..., Client], tmp_path: Path) -> None:
    identity = submit(home, write_projects(tmp_path / "3月.xlsx", [project()]), department="projects").submission_id
    address, receipt = reverse("talks:submission", args=[identity]), reverse("clerk:receipt", args=[identity])
    steward, clerk = browse(Role.STEWARD), browse(Role.CLERK)
    steward.post(address, {"text": WORDS})
    assert "1 条新留言" in _page(clerk, receipt)
    assert WORDS in _page(clerk, address)
    assert browse(Role.CLERK, "finance").post(address, {"text": WORDS}).status_code == 404


def test_a_talk_outlives_its_finding(published: str, browse: Callable[..., Client]) -> None:
    gone = "9" * 16
    address = reverse("talks:finding", args=[gone])
    assert browse(Role.STEWARD).get(address).status_code == 404
    talk = Talk.objects.create(about="finding", about_id=gone, department="projects", title="D01 已消失的问题")
    for role, status in ((Role.STEWARD, 200), (Role.CLERK, 200)):
        assert browse(role).get(address).status_code == status
    assert browse(Role.CLERK, "finance").get(address).status_code == 404
    assert str(talk) == f"finding {gone} projects"


def test_words_are_shown_as_words(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    client.post(OWN, {"text": "<script>alert(1)</script>\n\x00\u202e第二行 {{ 7|add:7 }}"})
    page = _page(client, OWN)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>" in page
    assert "\u202e" not in page
    assert "{{ 7|add:7 }}" in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \n", "请写明要说的事"),
        ("长" * 1001, "不超过 1000 个字"),
        ("张某 370102198001011234 的材料", "身份证号"),
        ("请打 138-1234-5678 找我", "手机号"),
    ],
)
def test_what_is_empty_too_long_or_personal_is_refused(
    text: str, said: str, published: str, browse: Callable[..., Client]
) -> None:
    assert said in browse(Role.STEWARD).post(OWN, {"text": text}).content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize("text", ["91370105MA3AY4CL62 的名称", "项目代码 2401-370105-04-01-123456", "12345.6789 万元"])
def test_codes_and_figures_are_not_taken_for_personal_numbers(text: str) -> None:
    assert checked(text) == text


def test_the_log_knows_who_wrote_when_but_not_the_words(published: str, browse: Callable[..., Client]) -> None:
    browse(Role.STEWARD).post(OWN, {"text": WORDS})
    entry = Entry.objects.get(act=Act.MESSAGE_WRITTEN)
    assert (entry.actor, entry.about, entry.more["party"]) == ("steward", OWN_FINDING, "projects")
    assert entry.more["sha256"] == hashlib.sha256(WORDS.encode()).hexdigest()
    assert WORDS not in str(entry.more)
    page = _page(browse(Role.CLERK), OWN)
    assert "steward" in page
    assert "张汇总岗" not in page, "只显示用户名"
