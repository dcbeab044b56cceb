"""The template of a period holds what the own department had accepted last, and nobody else gets it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.test import Client
from django.urls import reverse

from orchestration.intake import run_intake
from portal.audit.models import Act, Entry
from portal.people.roles import Role
from sources.contract import load_catalog
from sources.home import Home
from sources.inbox import submit
from sources.reader.model import Table
from sources.reader.read import read_workbook
from tests.workbooks import project, write_projects

ADDRESS = reverse("clerk:template", args=["key_projects"])
PERSONAL = {"联系人": "赵某某", "联系电话": "13800001111"}


def _template(client: Client, path: Path, period: str = "2026-04") -> Table:
    answer = client.get(ADDRESS, {"period": period})
    assert answer.status_code == 200
    path.write_bytes(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    (table,) = read_workbook(path, load_catalog()).tables
    return table


def _accept(home: Home, folder: Path) -> None:
    path = write_projects(folder / "3月.xlsx", [project(**PERSONAL)])
    submit(home, path, department="projects", received_at=datetime(2026, 4, 3))
    run_intake(home)


def test_rows_and_opening_values_of_the_last_accepted_submission_are_there(
    home: Home, browse: Callable[..., Client], tmp_path: Path
) -> None:
    _accept(home, tmp_path)
    table = _template(browse(Role.CLERK), tmp_path / "4月.xlsx")
    assert (table.period, table.department) == ("2026-04", "projects")
    values = {name: column[0] for name, column in table.values.items()}
    assert (values["project_name"], values["investment_prior_years_wan"]) == ("新材料一期项目", 500)
    assert (values["investment_month_wan"], values["progress_text"]) == (None, None), "本期的要自己填"
    assert values["contact_name"] == "赵某某", "本部门自己的联系人"
    entry = Entry.objects.get(act=Act.TEMPLATE_DOWNLOADED)
    assert (entry.more["rows"], entry.more["taken_from"]) == (1, "2026-03")


def test_no_other_department_and_no_other_role_gets_the_rows(
    home: Home, browse: Callable[..., Client], tmp_path: Path
) -> None:
    _accept(home, tmp_path)
    assert _template(browse(Role.CLERK, "finance"), tmp_path / "别的.xlsx").rows == []
    for role in (Role.STEWARD, Role.ANALYST, Role.LEADER, Role.ADMINISTRATOR):
        assert browse(role).get(ADDRESS, {"period": "2026-04"}).status_code == 403


def test_before_anything_was_accepted_the_template_is_empty(browse: Callable[..., Client], tmp_path: Path) -> None:
    assert _template(browse(Role.REVIEWER), tmp_path / "4月.xlsx").rows == []
    assert browse(Role.CLERK).get(ADDRESS, {"period": "四月"}).status_code == 404
    assert browse(Role.CLERK).get(reverse("clerk:template", args=["nothing"]), {"period": "2026-04"}).status_code == 404


def test_the_page_of_what_is_owed_leads_to_it(browse: Callable[..., Client]) -> None:
    assert f"{ADDRESS}?period=" in browse(Role.CLERK).get("/submissions/").content.decode()
