"""What the desk and a department do together, as they do it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.portal.zone import OWN_SUBMISSION


def test_an_explanation_goes_from_the_clerk_to_the_steward_and_leaves_the_queue_by_keyboard(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    clerk = enter("clerk")
    clerk.goto("/submissions/findings/")
    finding = clerk.locator("article", has_text="数值由 11000 改为 12000")
    finding.locator("summary").click()
    finding.locator("textarea").fill("已经核实数据真实准确，情况属实")
    finding.locator("form button").click()
    expect(clerk.locator(".field-wrong .wrong")).to_contain_text("不算说明")
    picture(clerk, "clerk-explanation-refused")
    clerk.locator(".field-wrong textarea").fill("上月多报了设备款，本月已冲减，见监理月报")
    clerk.locator("form:has(.field-wrong) button").click()
    expect(clerk.locator("main")).to_contain_text("等汇总岗审阅")

    steward = enter("steward")
    steward.goto("/desk/queue/")
    steward.keyboard.press("j")
    expect(steward.locator("tr[data-here]")).to_contain_text("上月多报了设备款")
    picture(steward, "steward-queue")
    steward.keyboard.press("a")
    expect(steward.locator("h1")).to_have_text("接受说明")
    steward.click("text=确认接受")
    expect(steward.locator("main")).to_contain_text("已记录 1 条决定")
    expect(steward.locator("main")).not_to_contain_text("上月多报了设备款")


def test_a_contradiction_shows_the_cells_of_both_sides_beside_each_other(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter("steward")
    page.goto(f"/desk/queue/{'e' * 16}/")
    sides = page.locator(".sides section")
    expect(sides).to_have_count(2)
    for number in (0, 1):
        expect(sides.nth(number).locator("td.marked")).to_be_visible(timeout=60_000)
    left, right = (sides.nth(number).bounding_box() for number in (0, 1))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    picture(page, "steward-contradiction")


def test_the_desk_sorts_its_work_by_keyboard_and_takes_it_back(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter("steward")
    page.goto("/desk/queue/")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    picture(page, "steward-keys")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    before = page.locator("tr[data-row]").count()
    for key in ("j", "x", "j", "x", "s"):
        page.keyboard.press(key)
    expect(page.locator("h1")).to_have_text("暂缓")
    page.fill("#until", "2099-12-31")
    page.fill("#reason", "等月底的监理报告")
    picture(page, "steward-snooze")
    page.click("text=确认暂缓")
    expect(page.locator("tr[data-row]")).to_have_count(before - 2)
    picture(page, "steward-undo")
    page.keyboard.press("u")
    expect(page.locator("main")).to_contain_text("已撤销")
    expect(page.locator("tr[data-row]")).to_have_count(before)


def test_a_scorecard_is_drawn_and_printed_on_one_page(enter: Callable[..., Page], picture: Callable[..., None]) -> None:
    page = enter("steward")
    page.click("nav >> text=数据质量")
    page.click("table.board >> text=项目建设部")
    expect(page.locator(".chart canvas")).to_have_count(2)
    picture(page, "steward-scorecard")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_desk_and_department_talk_about_a_finding(enter: Callable[..., Page], picture: Callable[..., None]) -> None:
    steward, clerk = enter("steward"), enter("clerk")
    steward.goto(f"/desk/queue/{'c' * 16}/")
    steward.keyboard.press("j")
    steward.keyboard.press("t")
    steward.fill("#text", "第5行的累计数请再核一次 <b>急</b>")
    steward.click("main form button")
    expect(steward.locator(".words")).to_have_text("第5行的累计数请再核一次 <b>急</b>")
    clerk.goto("/submissions/")
    expect(clerk.locator("nav .count")).to_contain_text("1")
    clerk.click("nav >> text=留言")
    picture(clerk, "clerk-talks")
    clerk.click("main th a")
    expect(clerk.locator(".words")).to_have_text("第5行的累计数请再核一次 <b>急</b>")
    picture(clerk, "clerk-talk")
    clerk.goto("/submissions/")
    expect(clerk.locator("nav .count")).to_have_count(0)


def test_a_submission_goes_back_as_a_whole_with_its_marked_workbook(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    steward = enter("steward")
    steward.goto(f"/submissions/{OWN_SUBMISSION}/")
    steward.click("summary:has-text('退回整份报送')")
    steward.fill("#reason", "口径改了，请按新口径重报")
    picture(steward, "steward-return")
    steward.click("text=退回，生成标注件")
    expect(steward.locator("main a[href$='/file/']")).to_be_visible(timeout=60_000)

    clerk = enter("clerk")
    clerk.goto(f"/submissions/{OWN_SUBMISSION}/")
    expect(clerk.locator(".said-warning")).to_contain_text("口径改了，请按新口径重报")
    picture(clerk, "clerk-returned")


def test_a_reviewer_signs_what_the_department_sent(enter: Callable[..., Page], picture: Callable[..., None]) -> None:
    page = enter("reviewer")
    page.goto(f"/submissions/{OWN_SUBMISSION}/")
    page.click("text=审核通过")
    expect(page.locator(".facts")).to_contain_text("李敏")
    expect(page.locator("text=审核通过")).to_have_count(0)
    picture(page, "reviewer-receipt")
