"""What the other side of a contradiction says, and records that meet the rules which few records can break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bench.season_rules import Row
from sources.contract import Catalog
from sources.sample.delivery import Delivery, Sheet
from sources.sample.layouts import layout_of

#: Firms of the register that are renamed, dissolved or moved away.
_RENAMED, _DISSOLVED, _MOVED = 2, 2, 2
INVOICE = "FP20260001"
#: An appeal that was sent back.
SENT_BACK = {"appeal_status": "退回重办", **dict.fromkeys(("repeats_case_no", "closed_date", "result", "is_visited", "is_contacted", "is_solved", "satisfaction"))}  # fmt: skip

#: The last sheet of each form.
Last = Mapping[str, Sheet]


def last_of(good: Sequence[Delivery]) -> dict[str, Sheet]:
    """Return the last sheet of each form."""
    sheets = sorted((sheet for delivery in good for sheet in delivery.sheets), key=lambda sheet: sheet.period)
    return {sheet.form: sheet for sheet in sheets}


def prepared(good: Sequence[Delivery], catalog: Catalog) -> list[Delivery]:
    """Return the files with what the other side of a contradiction says.

    The register's last word on some firms, a project given up, one that is signed, an invoice that is claimed.
    """
    last = last_of(good)
    ended: dict[str, Any] = {"ended_date": date(2026, 8, 15), "ended_reason": "示例"}
    told: dict[str, dict[str, Any]] = {}
    told[str(last["enterprises"].rows[0]["uscc"])] = {"operation_to_date": date(2046, 4, 19)}
    for at, code in enumerate(_firms(last)):
        if at < _RENAMED:
            told[code] = {"former_names": f"原济南旧名{at}号有限公司"}
        else:
            told[code] = {"registration_status": "注销" if at < _RENAMED + _DISSOLVED else "迁出", **ended}
    given_up, signed = _talks(last)
    ends = {"stage": "终止", "end_reason": "投资方资金未到位", "next_step_due_date": None}
    invoice = {str(first_application(last)["application_no"]): {"invoice_nos": INVOICE}}
    changes = {
        "enterprises": _with(last["enterprises"], "uscc", told),
        "talks": _with(last["talks"], "project_no", {given_up["project_no"]: ends}),
        "signings": _signed_too(last["signings"], signed),
        **_agreeing(good, last),
        "upgrade_subsidies": _with(last["upgrade_subsidies"], "application_no", invoice),
    }
    made = {id(last[form]): _neat(sheet, catalog) for form, sheet in changes.items()}
    return [replace(one, sheets=tuple(made.get(id(sheet), sheet) for sheet in one.sheets)) for one in good]


def _agreeing(good: Sequence[Delivery], last: Last) -> dict[str, Sheet]:
    """A case sent back under its own number, a loan that was repaid, a plot kept for a living project, a red task with its letter."""
    case, plot, talk = last["appeals"].rows[0], last["carriers"].rows[-1], last["talks"].rows[0]
    letters = [
        row for row in last["supervision_letters"].rows if row["object_type"] == "任务" and row["letter_level"] >= 2
    ]
    red = {str(row["object_no"]): {"light": "红"} for row in letters}
    return {
        "appeals": _with(last["appeals"], "case_no", {case["case_no"]: SENT_BACK}),
        "carriers": _with(
            last["carriers"], "carrier_no", {plot["carrier_no"]: {"reserved_project_no": talk["project_no"]}}
        ),
        "reform_tasks": _with(last["reform_tasks"], "task_no", red),
        "debts": _with(last["debts"], "debt_no", _repaid(good, last["debts"])),
    }


def _repaid(good: Sequence[Delivery], sheet: Sheet) -> dict[str, dict[str, Any]]:
    """Tell what each loan repaid, as its balances and drawings of both months say."""
    sheets = [one for sent in good for one in sent.sheets if one.form == sheet.form and one.period < sheet.period]
    before = {row["debt_no"]: row for row in max(sheets, key=lambda one: one.period).rows}
    told = {}
    for row in sheet.rows:
        old = before.get(row["debt_no"], row)
        repaid = old["balance_wan"] - row["balance_wan"] + row["drawn_wan"] - old["drawn_wan"]
        told[str(row["debt_no"])] = {"repaid_month_wan": repaid}
    return told


def _talks(last: Last) -> tuple[Row, Row]:
    """Return the project that is given up, and the one of which an agreement is told to be signed."""
    first, second, *_ = [
        row for row in reversed(last["talks"].rows) if row["stage"] in ("深度洽谈", "论证评估", "初步接洽")
    ]
    return first, second


def _signed_too(sheet: Sheet, talk: Row) -> Sheet:
    row = sheet.rows[-1]
    same = {name: talk[name] for name in ("project_no", "project_name", "investor_name")}
    unknown = dict.fromkeys(
        ("enterprise_name", "uscc", "registered_date", "start_kind", "started_date", "project_code")
    )
    new = {
        "agreement_type": "投资协议",
        "signed_date": date(2026, 10, 12),
        "is_new": True,
        "row_no": len(sheet.rows) + 1,
    }
    return replace(sheet, rows=(*sheet.rows, {**row, **unknown, **same, **new}))


def first_application(last: Last) -> Row:
    return min(filter(lives, last["upgrade_subsidies"].rows), key=lambda row: str(row["application_no"]))


def lives(row: Row) -> bool:
    return row["application_status"] not in ("不予支持", "撤回")


def _with(sheet: Sheet, key: str, changes: Mapping[str, dict[str, Any]]) -> Sheet:
    return replace(sheet, rows=tuple({**row, **changes.get(str(row[key]), {})} for row in sheet.rows))


def _neat(sheet: Sheet, catalog: Catalog) -> Sheet:
    form = catalog.form(sheet.form)
    return replace(sheet, style=layout_of(form, None).style(form, sheet.rows))


def _firms(last: Last) -> list[str]:
    """Return the codes of industrial firms of which no other form of the season has anything to say."""
    taken = {
        row.get("uscc")
        for form in ("upgrade_subsidies", "key_projects", "key_taxpayers", "signings")
        for row in last[form].rows
    }
    known = {row["uscc"] for row in last["enterprises"].rows}
    codes = [row["uscc"] for row in reversed(last["industrial_months"].rows)]
    return [code for code in codes if code in known and code not in taken][: _RENAMED + _DISSOLVED + _MOVED]
