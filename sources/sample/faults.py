"""Known faults of the latest month: workbooks that must be sent back, and figures that contradict other submissions.

Nothing here touches the report's year. What is sent back is sent again, corrected, where somebody would do so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sources.sample import enterprise_styles
from sources.sample.assessments import indicator_rows, invested
from sources.sample.delivery import Delivery, Fault, Sheet
from sources.sample.drafts import drafts
from sources.sample.project_styles import DATED_HEADERS, TWO_LINES
from sources.sample.zone import Year

Row = dict[str, Any]
Edit = Callable[[Sheet], Sheet]


def with_faults(deliveries: list[Delivery], year: Year, months: int) -> list[Delivery]:
    """Return the recent deliveries with their known faults; nothing is added when there is no recent month."""
    if months == 0:
        return deliveries
    period = max(sheet.period for delivery in deliveries for sheet in delivery.sheets if sheet.form == "key_projects")
    # A figure that falls or moves needs a month before it.
    edits: dict[str, Edit] = {"assessment_results": _declares_too_much}
    if months > 1:
        edits |= {"key_projects": _cumulative_falls, "reform_tasks": _deadline_moves}
    made = [_contradicting(delivery, period, edits) for delivery in deliveries]
    first = {sheet.form: delivery for delivery in made for sheet in delivery.sheets if sheet.period == period}
    (projects,) = first["key_projects"].sheets
    made = [_declared_again(delivery, period, projects) for delivery in made]
    made += _project_faults(first["key_projects"], period)
    made += _enterprise_faults(first["enterprises"], period)
    made += list(drafts(made, period))
    return [*made, *_office_faults(first["reform_tasks"], year)]


def _contradicting(delivery: Delivery, period: str, edits: Mapping[str, Edit]) -> Delivery:
    """Put the accepted contradictions into the latest workbooks."""
    sheets = tuple(
        edits[sheet.form](sheet) if sheet.period == period and sheet.form in edits else sheet
        for sheet in delivery.sheets
    )
    return replace(delivery, sheets=sheets)


def _declared_again(delivery: Delivery, period: str, projects: Sheet) -> Delivery:
    """The declared investment is the sum of the project list as it is sent, so that only the intended rule fails."""

    def edit(sheet: Sheet) -> Sheet:
        at = next(number for number, row in enumerate(sheet.rows) if row["indicator_name"] == "年度累计完成投资")
        sent = invested(sum((row["investment_ytd_wan"] for row in projects.rows), Decimal(0)))
        return _changed(sheet, at, {"declared_value": sent, "recognized_value": sent})

    return _contradicting(delivery, period, {"assessment_results": edit})


def _changed(sheet: Sheet, at: int, changes: Row, *faults: Fault) -> Sheet:
    rows = tuple({**row, **changes} if number == at else row for number, row in enumerate(sheet.rows))
    return replace(sheet, rows=rows, faults=(*sheet.faults, *faults))


def _cumulative_falls(sheet: Sheet) -> Sheet:
    """A project's 本年累计 falls against last month although the three grains of this month agree."""
    at = next(
        number
        for number, row in enumerate(sheet.rows)
        if row["investment_month_wan"] > 10 and row["investment_ytd_wan"] > 1000
    )
    row = sheet.rows[at]
    ytd = row["investment_ytd_wan"] - row["investment_month_wan"] - 100
    total = row["investment_prior_years_wan"] + ytd
    changes = {"investment_ytd_wan": ytd, "investment_total_wan": total, "investment_month_wan": Decimal(0)}
    changes |= dict.fromkeys(("civil_investment_wan", "installation_investment_wan", "land_cost_wan"))
    changes["progress_text"] = (
        f"{int(sheet.period[5:])}月核减以前月份多报的投资，现场机电安装正常推进，本月暂未形成新的投资。"
    )
    note = f"本年累计{ytd}万元，小于上月的{ytd + 100}万元，报送被接收，由跨期核对发现"
    return _changed(sheet, at, changes, Fault("D01", note, at, "investment_ytd_wan"))


def _deadline_moves(sheet: Sheet) -> Sheet:
    """A task's deadline moves by a month without an approved extension."""
    task = next(
        row["task_no"]
        for row in sheet.rows
        if row["task_status"] != "完成" and row["planned_end_date"].year == int(sheet.period[:4])
    )
    moved = sheet
    first = next(number for number, row in enumerate(sheet.rows) if row["task_no"] == task)
    for at, row in enumerate(sheet.rows):
        if row["task_no"] == task:
            moved = _changed(moved, at, {"planned_end_date": row["planned_end_date"] + timedelta(days=31)})
    note = "计划完成时间比上月推迟31天，没有延期批准，报送被接收，由跨期核对发现"
    return replace(moved, faults=(*moved.faults, Fault("D15", note, first, "planned_end_date")))


def _declares_too_much(sheet: Sheet) -> Sheet:
    """The declared number of applications for 高企 is higher than the ledger's."""
    at = next(number for number, row in enumerate(sheet.rows) if row["indicator_name"] == "申报高企数")
    value = sheet.rows[at]["declared_value"]
    changes = {"declared_value": value + 3, "recognized_value": None}
    note = f"申报完成值{value + 3}，按《企业培育库》计算为{value}，报送被接收，由部门间核对发现"
    return _changed(sheet, at, changes, Fault("E18", note, at, "declared_value"))


def _before(delivery: Delivery, days: int) -> datetime:
    return delivery.received_at - timedelta(days=days)


def _project_faults(good: Delivery, period: str) -> list[Delivery]:
    """A draft that is sent back for seven cells and followed by the good one; one lacking a column; a copy."""
    (sheet,) = good.sheets
    month = int(period[5:])
    # Without its sums: they would differ too, and the key lists only what was done on purpose.
    draft = replace(sheet, style=replace(DATED_HEADERS, total=""), faults=_wrong_cells(sheet.rows))
    lacking = Fault("A03", "表头缺少必填列“年度计划投资”")
    short = replace(sheet, style=TWO_LINES.without("planned_investment_year_wan"), faults=(lacking,))
    same = Fault("", "与前一文件逐字节相同，按同一份报送处理，不重复判定")
    copied = replace(good, file=f"副本-{good.file}", sheets=(), copy_of=good.file, faults=(same,))
    return [
        Delivery("projects", f"重点项目调度表{month}月初稿.xlsx", _before(good, 2), (draft,)),
        Delivery("projects", f"重点项目进展情况表（{month}月）精简.xlsx", _before(good, 1), (short,)),
        _not_a_workbook(good, month),
        replace(copied, received_at=good.received_at + timedelta(hours=1)),
    ]


def _wrong_cells(rows: tuple[Row, ...]) -> tuple[Fault, ...]:
    spending = [at for at, row in enumerate(rows) if row["investment_month_wan"] > 100]
    last = rows[2]["uscc"][-1]
    return (
        Fault("B02", "末位校验码错一位", 2, "uscc", rows[2]["uscc"][:-1] + ("1" if last != "1" else "2")),
        Fault("B03", "代码曾存为数字，末3位成了000", 4, "uscc", "913701053456789000"),
        Fault("B06", "数字列写成“约5000”", 6, "planned_investment_year_wan", "约5000"),
        Fault("B05", "级别写成“市重点”", 8, "project_level", "市重点"),
        Fault("B56", "日期写成“待定”", 10, "planned_end_date", "待定"),
        Fault("B08", "本月完成投资大于本年累计", spending[0], "investment_month_wan", 999999),
        Fault("B07", "本月完成投资为负数", spending[1], "investment_month_wan", -120),
    )


def _not_a_workbook(good: Delivery, month: int) -> Delivery:
    content = "<html><body>重点项目调度表下载链接已失效，请重新登录</body></html>".encode()
    fault = Fault("XL-UNREADABLE", "网页另存为.xlsx，打不开")
    return Delivery("projects", f"{month}月项目台账下载.xlsx", _before(good, 1), content=content, faults=(fault,))


def _enterprise_faults(good: Delivery, period: str) -> list[Delivery]:
    """A table that is no form; a register that names no period; a ladder with a doubled firm and a negative figure."""
    register, ladder = good.sheets
    nameless = replace(enterprise_styles.REGISTER, title="企业名录")
    undated = replace(
        register, style=nameless, rows=register.rows[:20], faults=(Fault("A15", "表名、表头和文件名中都没有期间"),)
    )
    unknown = (Fault("A13", "不是仓库登记的表"),)
    return [
        Delivery("enterprises", "车辆使用登记.xlsx", _before(good, 1), loose=_CARS, faults=unknown),
        Delivery("enterprises", "企业名录更新.xlsx", _before(good, 2), (undated,)),
        Delivery("enterprises", f"企业培育库{int(period[5:])}月第一稿.xlsx", _before(good, 2), (_doubled(ladder),)),
    ]


def _doubled(ladder: Sheet) -> Sheet:
    rows = ladder.rows
    at = next(number for number, row in enumerate(rows) if row.get("rd_expense_wan"))
    faults = (
        *(Fault("R11", "同一企业、同一称号、同一批次列了两行", row, "uscc") for row in (at, len(rows))),
        *(Fault("R05", "同一企业同一称号同一年申报两次", row, "uscc") for row in (at, len(rows))),
        Fault("B07", "研发费用为负数", at, "rd_expense_wan", -5),
    )
    return replace(ladder, rows=(*rows, {**rows[at], "row_no": len(rows) + 1}), faults=faults)


def _office_faults(good: Delivery, year: Year) -> list[Delivery]:
    """The year's indicators with the rows of the year before; the right list stays in force."""
    rows = tuple(indicator_rows(year.indicators, year.year - 1))
    faults = tuple(Fault("B66", "年度与报送期间不一致", at, "year") for at in range(len(rows)))
    sheet = Sheet("assessment_indicators", f"{year.year}", rows, None, faults)
    return [Delivery("office", f"{year.year}年绩效考核指标库调整稿.xlsx", good.received_at, (sheet,))]


_CARS = (
    ("车辆使用登记", "", "", ""),
    ("车牌", "用车人", "事由", "里程"),
    ("示A·00001", "尚云", "送审材料", "32"),
    ("示A·00002", "佟悦", "企业走访", "57"),
)
