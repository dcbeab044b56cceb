"""The board of leaders: lines of work with lights, schedule, trend and quality; what is late and why; few queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.test import Client
from django.urls import reverse

from portal.leader.board import Board, board
from portal.leader.late import late
from portal.people.roles import Role
from portal.site.warehouse import warehouse
from sources.decisions import SubmissionReturn, decided
from tests.portal.zone import FOREIGN_SUBMISSION, OWN_SUBMISSION


def _board(month: str | None = None) -> Board:
    with warehouse() as opened:
        found = board(opened, month)
    assert found is not None
    return found


def test_a_month_has_its_figures_with_light_gap_and_trend(published: str) -> None:
    found = _board()
    assert (found.month, list(found.months)) == ("2026-03", ["2026-03", "2026-02"])
    line = found.line("projects")
    assert line is not None
    z05, z06 = line.measures
    # 1.54567 of 12.5 亿元 with a quarter due: 12.6 百分点 behind; 0.563 of 0.6: ahead.
    assert (z05.light, round(float(z05.gap or 0), 4)) == ("黄", -0.1263)
    assert z06.light == "绿"
    assert z05.trend.known == [("2026-02", z05.trend.values[-2]), ("2026-03", z05.row["value"])]
    assert line.lights == [("黄", 1), ("绿", 1)]
    assert [measure.row["id"] for measure in line.first] == ["Z05", "Z06"]


def test_another_month_is_chosen_and_an_unknown_one_is_not(published: str) -> None:
    measures = [one for line in _board("2026-02").lines for one in line.measures]
    assert [(one.row["id"], one.row["period"]) for one in measures] == [("Z05", "2026-02")]
    assert _board("2019-01").month == "2026-03"


def test_a_figure_says_how_good_its_inputs_are(published: str, browse: Callable[..., Client]) -> None:
    page = browse(Role.LEADER).get("/figures/lines/projects/").content.decode()
    assert "待答复 50%" in page
    assert "迟报 25%" in page
    assert "黄灯" in page
    assert "-12.6" in page


def test_a_line_names_what_has_no_figure_yet(published: str, browse: Callable[..., Client]) -> None:
    page = browse(Role.LEADER).get("/figures/lines/projects/").content.decode().partition("还没有数字")[2]
    assert 'href="/indicators/Z12/"' in page
    assert "Z27a" not in page, "另一条线的"


def test_the_chart_draws_what_is_reached_beside_what_was_due(published: str, browse: Callable[..., Client]) -> None:
    drawn = browse(Role.LEADER).get("/figures/lines/projects/progress/").json()
    assert drawn["periods"] == ["年度累计完成投资", "年度投资完成率"]
    assert [one["values"] for one in drawn["series"]] == [[12.4, 93.8], [25.0, 25.0]]


def test_what_is_late_says_why_and_what_waits_for_it(published: str, browse: Callable[..., Client]) -> None:
    with warehouse() as opened:
        found = late(opened, "2026", {}, date(2026, 4, 20))
    causes = {(one.department, form.form, form.cause): form for one in found.departments for form in one.forms}
    assert set(causes) == {
        ("finance", "fiscal_revenue", "overdue"),
        ("finance", "key_projects", "rejected"),
        ("projects", "key_projects", "late"),
    }
    assert [one["id"] for one in causes["finance", "key_projects", "rejected"].feeds] == ["Z05", "Z06"]
    assert (found.missing_count, found.came_count) == (2, 1)
    assert [cell and (cell.missing, cell.late) for cell in found.departments[0].months[:4]] == [
        None,
        None,
        (2, 0),
        None,
    ]
    page = browse(Role.LEADER).get("/figures/late/").content.decode()
    assert reverse("clerk:receipt", args=[FOREIGN_SUBMISSION]) in page
    assert "4 条强制问题没有改好" in page
    assert "批准延期至4月8日" in page


def test_what_was_returned_as_a_whole_is_late_when_its_new_date_has_passed(published: str) -> None:
    back = decided(SubmissionReturn, taken_at=datetime(2026, 4, 8, 9), by="李某", role="desk", reason="口径改了",
                   submission_id=OWN_SUBMISSION, form="key_projects", department="projects", period="2026-03",
                   due_date=date(2026, 4, 13))  # fmt: skip
    with warehouse() as opened:
        before = late(opened, "2026", {OWN_SUBMISSION: [back]}, date(2026, 4, 13))
        after = late(opened, "2026", {OWN_SUBMISSION: [back]}, date(2026, 4, 15))
    assert (before.missing_count, after.missing_count) == (2, 3)
    (own,) = [form for one in after.departments for form in one.forms if form.notes == ["口径改了"]]
    assert (own.cause, own.days) == ("rejected", 2)


def test_a_line_that_is_none_is_no_page(published: str, browse: Callable[..., Client]) -> None:
    assert browse(Role.LEADER).get("/figures/lines/nothing/").status_code == 404
