"""Every page for everybody: without serious faults by axe, on a phone, with the keyboard, in English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.portal.zone import OWN_FINDING, OWN_SUBMISSION

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")

#: What axe finds, as little of it as is told: the rest of its report is larger than the page.
SERIOUS = """async () => {
  const asked = {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"]};
  const {violations} = await axe.run(document, asked);
  return violations.filter(({impact}) => ["serious", "critical"].includes(impact))
    .map(({id, nodes}) => [id, nodes.slice(0, 3).map(({html}) => html)]);
}"""
#: Evaluated as a promise: the content policy forbids what waits for an expression.
NARROW = """new Promise(done => {
  const look = () => innerWidth === 390 ? done() : requestAnimationFrame(look);
  look();
})"""

PAGES = {
    "clerk": [
        "/submissions/",
        "/submissions/upload/",
        "/submissions/history/",
        "/submissions/findings/",
        "/talks/",
        f"/talks/findings/{OWN_FINDING}/",
        "/scores/projects/",
        "/forms/",
        "/forms/key_projects/",
        "/rules/",
        "/rules/B01/",
        "/calendar/?month=2026-04",
    ],
    "reviewer": ["/submissions/", f"/submissions/{OWN_SUBMISSION}/"],
    "steward": [
        "/desk/",
        "/desk/queue/",
        f"/desk/queue/answer/?action=assign&group={'c' * 16}",
        f"/desk/queue/answer/?action=snooze&group={'c' * 16}",
        "/desk/queue/done/",
        "/talks/",
        f"/talks/findings/{OWN_FINDING}/",
        f"/desk/queue/{'e' * 16}/",
        "/scores/",
        "/scores/projects/",
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
        "/indicators/Z27a/",
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


@pytest.mark.parametrize("username", sorted(PAGES))
def test_pages_are_accessible_and_fit_a_phone(
    username: str, enter: Callable[..., Page], picture: Callable[..., None]
) -> None:
    page = enter(username)
    for number, address in enumerate(PAGES[username]):
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(address)
        # Charts and pictures of cells are drawn after the page has come.
        expect(page.locator("[data-chart]:not(:has(canvas))")).to_have_count(0)
        if page.locator("[hx-trigger*=load]").count():
            page.wait_for_load_state("networkidle")
        picture(page, f"{username}-{number}")
        page.evaluate(AXE)
        assert page.evaluate(SERIOUS) == [], address
        page.set_viewport_size({"width": 390, "height": 844})
        # A busy browser lays the page out anew a moment later.
        page.evaluate(NARROW)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


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
