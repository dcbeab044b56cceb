"""``taizhang forms``: the forms that departments send."""

from __future__ import annotations

import click

_PERIODS = {"month": "每月", "half_month": "每半月", "quarter": "每季", "year": "每年", "event": "随时"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(as_json: bool) -> None:
    """列出全部表：编码、名称、报送部门、周期和期限。

    \b
    例：taizhang forms
        taizhang forms --json
    """
    from orchestration.command.listing import Column, show
    from sources.contract import Due, load_catalog

    def due(due: Due | None) -> str | None:
        shift = "，遇休顺延" if due and due.shift == "next_workday" else ""
        return f"{'期内第' if due.counted_from == 'start' else '期后'} {due.day} 日{shift}" if due else None

    catalog = load_catalog()
    departments = catalog.code_lists["departments"].codes
    rows = [
        {
            "id": form.id,
            "code": form.code,
            "title": form.title,
            "department": form.department,
            "department_name": departments[form.department],
            "period": form.period,
            "due": form.due.model_dump() if form.due else None,
            "grain": form.grain,
            "fields": len(form.fields),
            "required": len(form.required),
            "version": form.version,
            "shown_period": _PERIODS[form.period],
            "shown_due": due(form.due),
        }
        for form in catalog
    ]
    columns = (
        Column("code", "编码"),
        Column("id", "表"),
        Column("title", "名称"),
        Column("department_name", "部门"),
        Column("shown_period", "周期"),
        Column("shown_due", "期限"),
        Column("grain", "每行是什么"),
        Column("fields", "字段"),
        Column("required", "必填"),
    )
    show(rows, columns, title=f"报送的表（{len(rows)} 张）", as_json=as_json)
