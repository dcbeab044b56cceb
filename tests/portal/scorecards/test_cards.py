"""How well departments report: all of them for the desk, the own one for a department."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from portal.people.roles import Role

LIST = "/scores/"
OWN, FOREIGN = (reverse("scorecards:card", args=[one]) for one in ("projects", "finance"))


def _page(client: Client, address: str, **query: str) -> str:
    return str(client.get(address, query).content.decode())


def test_the_desk_and_leaders_see_all_departments_the_lowest_score_first(
    published: str, browse: Callable[..., Client]
) -> None:
    for role in (Role.STEWARD, Role.LEADER):
        page = _page(browse(role), LIST)
        table = page[page.index("<tbody>") :]
        assert table.index("财税建设部") < table.index("项目建设部")
        assert "90.4" in table, "96.4 − 2×2 − 2"
        assert "−6" in table or "-6" in table, "比上月少 6 分"
        assert "75%" in table
    assert _page(browse(Role.STEWARD), LIST, period="2026-02").count("<tr>") == 2


def test_a_department_sees_its_own_card_only(published: str, browse: Callable[..., Client]) -> None:
    for role in (Role.CLERK, Role.REVIEWER):
        client = browse(role)
        assert client.get(LIST).headers["Location"] == OWN
        assert client.get(FOREIGN).status_code == 404
        assert client.get(f"{FOREIGN}drawn/").status_code == 404
        assert "财税建设部" not in _page(client, OWN)
    assert browse(Role.ANALYST).get(OWN).status_code == 403


def test_a_card_says_what_cost_points_which_rules_and_what_is_open(
    published: str, browse: Callable[..., Client]
) -> None:
    page = _page(browse(Role.CLERK), OWN)
    for said in ("90.4", "−4", "−3", "−0.6", "50%", "再次出现"):
        assert said in page, said
    rules = page[page.index("最常碰到的规则") :]
    assert rules.index("D01") < rules.index("B08"), "未了的条数多的在前"
    assert "最久 12 个工作日" in page
    finance = _page(browse(Role.STEWARD), FOREIGN)
    assert "逾期" in finance
    assert "迟 3 日" in finance
    assert "第一个月" in finance


def test_the_charts_draw_the_months_until_the_one_shown(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.STEWARD)
    scores = client.get(f"{OWN}drawn/").json()
    assert (scores["periods"], scores["series"][0]["values"]) == (["2026-02", "2026-03"], [96.4, 90.4])
    shares = client.get(f"{OWN}drawn/", {"what": "shares"}).json()
    assert [one["values"] for one in shares["series"]] == [[100.0, 75.0], [100.0, 50.0]]
    assert client.get(f"{OWN}drawn/", {"period": "2026-02"}).json()["periods"] == ["2026-02"]


def test_a_department_without_a_score_is_told_so_and_an_unknown_one_is_no_page(
    published: str, browse: Callable[..., Client]
) -> None:
    client = browse(Role.STEWARD)
    assert "还没有得分" in _page(client, reverse("scorecards:card", args=["party"]))
    assert client.get(reverse("scorecards:drawn", args=["party"])).status_code == 404
    assert client.get(reverse("scorecards:card", args=["nowhere"])).status_code == 404
