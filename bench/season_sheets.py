"""Faults about a sheet as a whole: its header, units, signatures, totals, period, and copies of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from sources.contract import Catalog
from sources.sample.delivery import Delivery, Fault, Sheet
from sources.sample.layouts import layout_of
from sources.sample.style import Shown, Style

#: Forms whose sheets are spoiled, each in every way.
FORMS = ("key_projects", "talks", "industrial_months", "leases")
#: Forms sent again too late: their last period bears no contradiction that this would take out of force.
LATE = ("leases", "project_performance", "infrastructure_works")


def sheet_drafts(catalog: Catalog, good: Delivery, sheet: Sheet) -> Iterator[Delivery]:
    """Yield one draft for each way in which a whole sheet can be wrong."""
    form = catalog.form(sheet.form)
    style = layout_of(form, None).style(form, sheet.rows)
    drawn = replace(sheet, style=style, faults=())
    summed = next(c.field for c in style.columns if c.field and _sums(sheet, c.field) and form.fields[c.field].adds)
    wrong = Fault("", "与合计不符的数", 0, summed, float(sheet.rows[0][summed] or 0) + 98765)
    required = next(name for name in reversed(form.required) if name not in form.key)
    made = {
        "A02": _styled(drawn, replace(style, above=(f"模板 {form.code} 2019.1", *style.above))),
        "A03": _styled(drawn, style.without(required)),
        "A04": _styled(drawn, replace(style, columns=(*style.columns, Shown(None, ("分管秘书意见",))))),
        "A06": _styled(drawn, _unitless(style)),
        "A08": _styled(drawn, replace(style, below=("填报人：　　审核人：",))),
        "A12": replace(_styled(drawn, replace(style, total="bottom")), faults=(wrong,)),
        "A16": replace(_styled(drawn, replace(style, below=())), rows=()),
    }
    for rule, one in made.items():
        yield _draft(good, f"{form.title}{sheet.period}（{rule}）.xlsx", rule, one)
    yield _draft(
        good, f"{form.title}{sheet.period}（A18）.xlsx", "A18", drawn, _styled(drawn, replace(style, sheet="副本"))
    )
    yield _draft(good, f"{form.title}.xlsx", "A15", _styled(drawn, replace(style, title=form.title)))


def late_again(catalog: Catalog, good: Delivery, sheet: Sheet) -> Delivery:
    """Return the same rows sent once more, two weeks later."""
    form = catalog.form(sheet.form)
    again = replace(sheet, style=layout_of(form, None).style(form, sheet.rows), faults=(Fault("A01", ""),))
    file = f"{form.title}{sheet.period}（迟报）.xlsx"
    return Delivery(good.department, file, good.received_at + timedelta(days=14), (again,))


def file_drafts(good: Delivery) -> Iterator[Delivery]:
    """Yield files that are no form: another table, and a page saved as a workbook."""
    other = (("车辆使用登记", ""), ("车牌", "用车人"), ("示A·00001", "尚云"))
    page = "<html><body>请重新登录</body></html>".encode()
    yield Delivery(good.department, "车辆登记.xlsx", good.received_at, loose=other, faults=(Fault("A13", ""),))
    yield Delivery(good.department, "下载.xlsx", good.received_at, content=page, faults=(Fault("XL-UNREADABLE", ""),))


def _draft(good: Delivery, file: str, rule: str, *sheets: Sheet) -> Delivery:
    told = (*sheets[:-1], replace(sheets[-1], faults=(*sheets[-1].faults, Fault(rule, ""))))
    return Delivery(good.department, file, good.received_at - timedelta(days=1), told)


def _styled(sheet: Sheet, style: Style) -> Sheet:
    return replace(sheet, style=style)


def _sums(sheet: Sheet, field: str) -> bool:
    return field.endswith("_wan") and all(isinstance(row.get(field), Decimal) for row in sheet.rows)


def _unitless(style: Style) -> Style:
    columns = tuple(replace(c, header=tuple(text.partition("（万元）")[0] for text in c.header)) for c in style.columns)
    return replace(style, columns=columns)
