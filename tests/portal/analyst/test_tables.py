"""The catalogue of tables and columns."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from portal.people.roles import Role
from sources.home import Home


def test_tables_are_listed_by_kind_and_found_by_a_column(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    page = client.get("/warehouse/").content.decode()
    for said in ("重点项目月度", "事实", "statistics.fct_industrial_months"):
        assert said in page
    found = client.get("/warehouse/?q=累计完成").content.decode()
    assert "fct_project_months" in found
    assert "fct_industrial_months" not in found
    assert "换个词再查" in client.get("/warehouse/?q=没有这张表").content.decode()


def test_a_column_says_title_unit_origin_and_use(published: str, browse: Callable[..., Client]) -> None:
    page = browse(Role.ANALYST).get("/warehouse/tables/fct_project_months/").content.decode()
    for said in (
        "1–本月累计完成投资", "万元", "decimal(18,4)", "/forms/key_projects/#investment_ytd_wan", "/rules/B08/", "/indicators/Z05/",
        "月度通报", "/warehouse/tables/stg_projects__key_projects/#investment_ytd_wan", "?table=fct_project_months",
    ):  # fmt: skip
        assert said in page
    assert browse(Role.ANALYST).get("/warehouse/tables/nothing/").status_code == 404


def test_a_restricted_table_is_explained_but_offered_only_to_its_readers(
    published: str, browse: Callable[..., Client]
) -> None:
    address = reverse("analyst:table", args=["fct_industrial_months"])
    offered = "?table=statistics.fct_industrial_months"
    assert "限制读取的 statistics" in browse(Role.ANALYST).get(address).content.decode()
    assert offered not in browse(Role.ANALYST).get(address).content.decode()
    assert offered in browse(Role.STEWARD).get(address).content.decode()


def test_a_table_is_queried_from_its_page_and_nothing_else_is(published: str, browse: Callable[..., Client]) -> None:
    client = browse(Role.ANALYST)
    assert "from fct_project_months" in client.get("/warehouse/query/?table=fct_project_months").content.decode()
    assert "from a;drop" not in client.get("/warehouse/query/?table=a;drop").content.decode()


def test_a_release_without_a_catalogue_says_what_to_wait_for(
    published: str, home: Home, browse: Callable[..., Client]
) -> None:
    (home.releases / published / "catalogue.json").unlink()
    assert "没有带目录" in browse(Role.ANALYST).get("/warehouse/").content.decode()
