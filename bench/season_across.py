"""Contradictions between forms: what one department's last list says against the last list of another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bench.season_between import Change, Edit
from bench.season_cells import stranger
from bench.season_prepared import INVOICE, SENT_BACK, Last, first_application, last_of, lives
from bench.season_rules import Row
from sources.sample.delivery import Delivery, Sheet

D = Decimal
#: Titles that say an industrial firm is above scale.
_ABOVE_SCALE = "升规(规上)"

#: So many taxpayers are not looked at: they become strangers.
_STRANGERS = 4
#: The first assets of the list vanish (D16).
_VANISHED = 2


def across_edits(good: Sequence[Delivery]) -> tuple[Edit, ...]:
    """Return the edits that need to know what the other forms say (domain.md 2.6, E and G; A10, D08, D13, D19)."""
    last = last_of(good)
    return (*_of_firms(last), *_of_projects(last), *_of_offices(last))


def _of_firms(last: Last) -> tuple[Edit, ...]:
    register = {row["uscc"]: row for row in last["enterprises"].rows}
    reporting = {row["uscc"] for row in last["industrial_months"].rows}
    cultivated = {row["uscc"] for row in last["enterprise_titles"].rows if row["title_name"] == _ABOVE_SCALE}
    # The first taxpayers of the list are made strangers (E21).
    paying = {row["uscc"]: row for row in last["key_taxpayers"].rows[_STRANGERS:]}

    def industrial(row: Row) -> bool:
        code = (register.get(row["uscc"]) or {}).get("industry_code") or ""
        return "06" <= code[:2] <= "46" and row["uscc"] not in reporting | cultivated

    first = first_application(last)

    def registered(row: Row, status: str) -> bool:
        return bool((register.get(row["uscc"]) or {}).get("registration_status") == status)

    def former(row: Row, last_row: Row) -> dict[str, Any] | None:
        name = (register.get(row["uscc"]) or {}).get("former_names")
        return {"enterprise_name": name} if name else None

    def taxed(row: Row, last_row: Row) -> dict[str, Any] | None:
        paid = paying.get(row["uscc"])
        return {"vat_ytd_wan": paid["tax_paid_ytd_wan"] * 3} if paid else None

    def less_power(row: Row, last_row: Row) -> dict[str, Any] | None:
        grows = row["output_ytd_wan"] > row["output_prior_ytd_wan"] and row.get("electricity_kwh")
        return {"electricity_prior_kwh": row["electricity_kwh"] * 2} if grows else None

    return (
        Edit("G03", "industrial_months", "enterprise_name", former),
        Edit("G04", "industrial_months", "enterprise_name", _same_if(lambda row: registered(row, "注销"))),
        Edit("G05", "industrial_months", "enterprise_name", _same_if(lambda row: registered(row, "迁出"))),
        Edit("E13", "industrial_months", "vat_ytd_wan", taxed),
        Edit("R07", "industrial_summary", "revenue_ytd_wan", lambda row, _: {"revenue_ytd_wan": row["revenue_ytd_wan"] * 2}, once=True),
        Edit("E14", "industrial_months", "output_ytd_wan", less_power),
        Edit("D11", "industrial_months", "output_prior_ytd_wan", lambda row, _: {"output_prior_ytd_wan": row["output_prior_ytd_wan"] + 300}),
        Edit("E12", "enterprise_titles", "revenue_ytd_wan", lambda row, _: {"revenue_ytd_wan": D(8800)} if industrial(row) else None),
        Edit("D08", "enterprise_titles", None, lambda row, old: {} if _holds(row) and _holds(old) else None, once=True),
        Edit("E20", "party_organizations", "enterprise_names", lambda row, _: {"enterprise_names": f"外省未登记{row['row_no']}号有限公司"} if row.get("enterprise_names") else None),
        Edit("E08", "upgrade_subsidies", "invoice_nos", lambda row, _: {"invoice_nos": INVOICE} if lives(row) and row is not first else None),
        _two_levels(last["enterprise_titles"]),
    )  # fmt: skip


def _two_levels(sheet: Sheet) -> Edit:
    """R06 names one row of the list: the first firm by code that is both; without any, one becomes both."""
    held: dict[str, set[str]] = {title: {row["uscc"] for row in sheet.rows if row["title_name"] == title and row["stage"] in ("获批", "复核通过")} for title in ("省级专精特新", "市级专精特新")}  # fmt: skip
    both = held["省级专精特新"] & held["市级专精特新"]
    first = min(both or held["市级专精特新"])
    title, change = ("省级专精特新", {}) if both else ("市级专精特新", {"title_name": "省级专精特新"})
    suits: Change = lambda row, _: change if (row["uscc"], row["title_name"]) == (first, title) else None  # noqa: E731
    return Edit("R06", sheet.form, "title_name", suits, once=True, added=not both)


def _same_if(suits: Any) -> Change:
    return lambda row, last: {} if suits(row) else None


def _holds(row: Row) -> bool:
    """A title that stays: the list lets it fall without a word."""
    return (
        row["stage"] == "获批"
        and row["title_name"] == "国家高企"
        and (row.get("valid_to_date") or date(2099, 1, 1)) > date(2026, 12, 31)
    )


def _of_projects(last: Last) -> tuple[Edit, ...]:
    started = {
        row["project_code"]
        for row in last["project_milestones"].rows
        if row["milestone"] == "实际开工" and row.get("done_date")
    }
    given_up = next(str(row["project_no"]) for row in last["talks"].rows if row["stage"] == "终止")
    signed = last["signings"].rows[-1]["project_no"]
    assets = {row["asset_name"] for row in last["platform_assets"].rows[_VANISHED:] if row["asset_category"] == "房产"}
    case = next(row for row in last["appeals"].rows if row["appeal_status"] != "已销号")
    firm = case["enterprise_name"]

    def more_let(row: Row, _: Row) -> dict[str, Any] | None:
        moved = row["carrier_name"] in assets and (row.get("used_area_m2") or 0) > 1000
        return (
            {"used_area_m2": row["used_area_m2"] - 700, "vacant_area_m2": row["vacant_area_m2"] + 700}
            if moved
            else None
        )

    def unlisted(row: Row, _: Row) -> dict[str, Any] | None:
        begun = str(row.get("start_kind") or "").startswith("已开工") and row["agreed_investment_wan"] >= 10000
        named = {
            "project_no": f"{row['project_no']}9",
            "project_name": f"外迁{row['row_no']}号总部基地",
            "enterprise_name": f"外省{row['row_no']}号有限公司",
        }
        return {**named, "uscc": stranger(row), "investor_name": named["enterprise_name"]} if begun else None

    return (
        Edit("E01", "key_projects", "is_started", lambda row, _: {"is_started": False, "actual_start_date": None} if row["project_code"] in started else None),
        Edit("E15", "key_projects", "problem_text", lambda row, _: {"problem_text": f"{firm}反映的用电问题影响施工", "next_step_text": "规划建设部协调，12月15日前完成"}),
        Edit("D19", "key_projects", "investment_prior_years_wan", _opening),
        Edit("A10", "key_projects", "project_name", _new_project, added=True),
        Edit("E02", "talks", "stage", lambda row, _: {} if row["project_no"] == signed else None, once=True),
        Edit("E03", "signings", "project_name", unlisted),
        Edit("E09", "carriers", "used_area_m2", more_let),
        Edit("E10", "carriers", "reserved_project_no", lambda row, _: {"reserved_project_no": given_up}),
    )  # fmt: skip


def _opening(row: Row, last: Row) -> dict[str, Any] | None:
    """What stood at the end of the year before is told otherwise; the sums of the row follow it."""
    if row["investment_prior_years_wan"] < 1000 or row["investment_total_wan"] + 200 > row["total_investment_wan"]:
        return None
    return {name: row[name] + 150 for name in ("investment_prior_years_wan", "investment_total_wan")}


def _new_project(row: Row, last: Row) -> dict[str, Any]:
    code = f"2026-370105-26-03-98{row['row_no']:04d}"
    return {"project_name": f"清河第{row['row_no']}号冷链物流中心", "project_code": code, "remark": None}


def _of_offices(last: Last) -> tuple[Edit, ...]:
    # The last row of a task speaks for it.
    final = {row["task_no"]: row["milestone"] for row in last["reform_tasks"].rows}
    told = {row["object_no"] for row in last["supervision_letters"].rows}

    def red(row: Row, _: Row) -> dict[str, Any] | None:
        return {"light": "红"} if final[row["task_no"]] == row["milestone"] and row["task_no"] not in told else None

    def unsupported(row: Row, _: Row) -> dict[str, Any]:
        kept = [item for item in row["reform_items"].split("、") if item != "制度创新成果"]
        return {"reform_items": "、".join(kept) or "工作效能"}

    return (
        Edit("E17", "reform_tasks", "light", red),
        Edit("E16", "reform_tasks", None, unsupported, once=True, every=True),
        Edit("D13", "appeals", "case_no", lambda row, _: {**SENT_BACK, "case_no": f"{row['case_no']}7"}, added=True),
    )  # fmt: skip
