"""What people come for, as they do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sources.inbox import pending
from tests.portal.browser.conftest import Portal
from tests.portal.zone import OWN_SUBMISSION
from tests.workbooks import project, write_projects

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")

PAGES = {
    "clerk": [
        "/submissions/",
        "/submissions/upload/",
        "/submissions/history/",
        "/submissions/findings/",
        "/forms/",
        "/forms/key_projects/",
        "/rules/",
        "/rules/B01/",
        "/calendar/?month=2026-04",
    ],
    "steward": [
        "/desk/",
        "/desk/queue/",
        f"/desk/queue/{'e' * 16}/",
        "/desk/matrix/",
        f"/submissions/{OWN_SUBMISSION}/",
        "/desk/identities/",
        "/desk/periods/",
    ],
    "leader": [
        "/figures/",
        "/figures/lines/projects/",
        "/figures/paper/",
        "/figures/late/",
        "/indicators/",
        "/indicators/Z05/",
        "/indicators/Z05/trace/",
        "/indicators/Z05/vintages/",
    ],
    "analyst": [
        "/warehouse/",
        "/warehouse/tables/fct_project_months/",
        "/warehouse/explore/",
        "/warehouse/query/",
        "/releases/",
        "/releases/20260407T020000/",
        "/releases/20260407T020000/changes/",
    ],
    "admin": ["/people/", "/people/add/", "/log/"],
}


def test_a_clerk_corrects_a_workbook_and_submits_it(
    enter: Callable[..., Page], portal: Portal, tmp_path: Path, picture: Callable[..., None]
) -> None:
    page = enter("clerk")
    wrong = write_projects(tmp_path / "重点项目3月.xlsx", [project(**{"本月完成投资（万元）": -120})])
    page.goto("/submissions/upload/")
    page.set_input_files("[name=workbook]", wrong)
    page.wait_for_url("**/checks/**")
    expect(page.locator("article.finding").first).to_contain_text("不应为负数", timeout=60_000)
    expect(page.locator("td.marked").first).to_have_text("-120")
    expect(page.locator("form[action$='/submit/']")).to_have_count(0)
    picture(page, "clerk-findings")

    write_projects(wrong, [project()])
    page.goto("/submissions/upload/")
    page.set_input_files("[name=workbook]", wrong)
    page.wait_for_url("**/checks/**")
    page.click("form[action$='/submit/'] button")
    expect(page.locator("h1")).to_have_text("报送回执")
    (identity,) = pending(portal.home)
    expect(page.locator("main")).to_contain_text(identity)
    picture(page, "clerk-receipt")


def test_a_leader_goes_from_a_figure_to_the_picture_of_its_cell(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter("leader")
    page.click("text=年度累计完成投资")
    expect(page.locator(".chart canvas")).to_be_visible()
    picture(page, "leader-indicator")
    page.click("text=追溯到单元格")
    page.click("button:has-text('Sheet1!F5')")
    expect(page.locator("td.marked")).to_be_visible(timeout=60_000)
    picture(page, "leader-cell")


def test_a_leader_sees_lights_by_line_of_work_and_prints_a_page_for_each(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter("leader")
    expect(page.locator("section", has=page.locator("h2", has_text="项目建设"))).to_contain_text("黄灯 1")
    page.select_option("#period", "2026-02")
    page.wait_for_url("**period=2026-02")
    expect(page.locator("a.tile")).to_have_count(1)
    page.select_option("#period", "2026-03")
    page.wait_for_url("**period=2026-03")
    page.click("text=全部 2 项")
    expect(page.locator(".chart canvas")).to_be_visible()
    expect(page.locator("table.board")).to_contain_text("待答复 50%")
    picture(page, "leader-line")
    page.click("text=打印版")
    expect(page.locator(".sheet-of-paper")).to_have_count(1)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_a_leader_learns_who_is_late_and_why(enter: Callable[..., Page], picture: Callable[..., None]) -> None:
    page = enter("leader")
    page.click("text=份应报的表没有到")
    expect(page.locator("table.map")).to_contain_text("缺 2")
    page.click("table.map >> text=财税建设部")
    section = page.locator("section", has=page.locator("#d-finance"))
    expect(section).to_contain_text("过了截止日，没有收到报送")
    expect(section).to_contain_text("4 条强制问题没有改好")
    section.locator("summary").first.click()
    picture(page, "leader-late")


def test_an_analyst_asks_a_metric_by_dimension_and_reads_its_sql(
    enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter("analyst")
    page.click("nav >> text=指标分析")
    page.select_option("#metric", "Z06")
    page.wait_for_url("**metric=Z06")
    page.select_option("#by", "industry")
    page.select_option("#grain", "quarter")
    page.click("#ask button")
    expect(page.locator("table.result")).to_contain_text("80 %")
    expect(page.locator(".chart canvas")).to_be_visible()
    expect(page.locator("pre")).to_contain_text("fct_project_months")
    picture(page, "analyst-metric")
    page.click("text=在 SQL 页打开")
    expect(page.locator("#sql")).to_have_value(re.compile("with figures as"))
    expect(page.locator("table.result")).to_contain_text("0.800000")


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


def test_an_analyst_runs_and_cancels_a_query(enter: Callable[..., Page], picture: Callable[..., None]) -> None:
    page = enter("analyst")
    page.goto("/warehouse/query/")
    page.click("#ask > button")
    expect(page.locator("table.result")).to_contain_text("1.545670")
    picture(page, "analyst-result")
    page.fill("#sql", "select count(*) from range(100000000000) a, range(1000) b where a.range * b.range % 7 = 3")
    page.click("#ask > button")
    page.click("text=取消查询")
    expect(page.locator("#fault")).to_have_text("查询已取消。")


def test_an_administrator_adds_a_person_and_verifies_the_log(enter: Callable[..., Page]) -> None:
    page = enter("admin")
    page.click("text=添加人员")
    page.fill("[name=username]", "chenxiao")
    page.fill("[name=name]", "陈晓")
    page.select_option("[name=role]", "clerk")
    page.select_option("[name=department]", "finance")
    page.click("main form button")
    expect(page.locator(".password")).to_be_visible()
    page.goto("/log/")
    expect(page.locator("tbody tr").first).to_contain_text("chenxiao")
    page.click("text=核验日志")
    expect(page.locator("#verified")).to_contain_text("日志完好")


def test_everything_is_reached_with_the_keyboard_and_read_in_english(enter: Callable[..., Page]) -> None:
    page = enter("steward")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.click("text=English")
    expect(page.locator("h1")).to_have_text("Steward's desk")
    page.focus("nav.side a >> nth=1")
    page.keyboard.press("Enter")
    expect(page.locator("nav.side a[aria-current]")).to_have_count(1)
    page.click("text=中文")
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")


@pytest.mark.parametrize("username", sorted(PAGES))
def test_pages_are_accessible_and_fit_a_phone(
    username: str, enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter(username)
    for number, address in enumerate(PAGES[username]):
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(address)
        picture(page, f"{username}-{number}")
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})")
        serious = [
            (one["id"], [node["html"] for node in one["nodes"]][:3])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], address
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
