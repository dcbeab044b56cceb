"""``taizhang scores``: what the assessment gives, why, and the locked scores of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sources.contract import Catalog
    from sources.home import Home

_COLUMNS = {
    "rank": "排名",
    "subject": "考核对象",
    "total": "总分",
    "target_points": "工作目标任务",
    "added_points": "加分",
    "deducted_points": "扣分",
    "evaluation_points": "党工委评价",
    "grade": "等次",
    "shown_scored": "已计分权重",
}


@click.command()
@click.option("--period", metavar="P", required=True, help="年度（2025，正式得分）或月份（2025-06，模拟得分）。")
@click.option("--department", metavar="D", help="只看一个考核对象：代码或名称。")
@click.option("--explain", is_flag=True, help="列出每项得分的算式，以及用到的每个单元格。")
@click.option("--recalculate", is_flag=True, help="不看已锁定的版本，按当前数据重算，并列出与锁定版本的差异。")
@click.option("--lock", is_flag=True, help="锁定年度得分；再次锁定时生成新的版本和差异清单。")
@click.option("--by", metavar="NAME", help="锁定人（与 --lock 同用）。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(
    period: str, department: str | None, explain: bool, recalculate: bool, lock: bool, by: str | None, as_json: bool
) -> None:
    """绩效考核得分：四部分得分、总分、排名、等次，每一分都有算式和出处。

    月份给出模拟得分（只计按年累计、线性推进的目标，按月折算）；年度得分锁定后不再自动重算。

    \b
    例：taizhang scores --period 2026-06
        taizhang scores --period 2025 --department 项目建设部 --explain
        taizhang scores --period 2025 --lock --by 张三
    """
    from orchestration.assessment.ledger import versions
    from orchestration.command.choices import department_named
    from orchestration.command.errors import CommandError
    from sources.contract import load_catalog
    from sources.home import Home
    from sources.periods import kind_of

    if kind_of(period) not in ("year", "month"):
        raise CommandError(f"“{period}”不是考核期间，应形如 2025（年度）或 2025-06（月份）")
    if lock and not (by or "").strip():
        raise CommandError("锁定得分须写明锁定人：--lock --by 姓名")
    home, catalog = Home.from_environment(), load_catalog()
    code = department and department_named(department, catalog)
    subject = catalog.code_lists["departments"].codes[code] if code else None
    locked = [] if recalculate or lock else versions(home, period)
    scores = locked[-1] if locked else _computed(home, catalog, period, by if lock else None, compare=recalculate)
    if subject:
        scores = {**scores, "subjects": [one for one in scores["subjects"] if one["subject"] == subject]}
    if as_json:
        from orchestration.command.listing import show_json

        show_json(scores)
        return
    _show(scores, explain=explain)


def _computed(home: Home, catalog: Catalog, period: str, by: str | None, *, compare: bool) -> dict[str, Any]:
    """Compute the scores; lock them when somebody stands for it; compare them with the locked ones when asked."""
    from orchestration.assessment.ledger import ScoresNotLockableError, lock, versions
    from orchestration.assessment.result import differences
    from orchestration.assessment.run import run_assessment
    from orchestration.command.errors import FINDINGS, CommandError
    from sources.inbox import now

    assessment = run_assessment(home, catalog, period, now().date())
    if by is not None:
        try:
            locked, is_new = lock(home, assessment, by.strip())
        except ScoresNotLockableError as error:
            raise CommandError(str(error), FINDINGS) from error
        said = f"已锁定第 {locked['version']} 版" if is_new else f"与第 {locked['version']} 版相同，没有生成新版本"
        click.echo(said, err=True)
        return locked
    plain = assessment.as_plain()
    earlier = versions(home, period) if compare else []
    return {**plain, "differences": differences(earlier[-1], plain)} if earlier else plain


def _show(scores: dict[str, Any], *, explain: bool) -> None:
    from orchestration.command.listing import Column, show

    subjects = scores["subjects"]
    rows = [{**one, "shown_scored": f"{one['scored_weight']}/{one['weight']}"} for one in subjects]
    show(
        rows,
        [Column(key, title) for key, title in _COLUMNS.items()],
        title=_title(scores),
        empty=f"{scores['period']} 没有考核指标（F14a），或没有这个考核对象。",
    )
    for problem in scores["problems"]:
        click.secho(f"待解决　{problem}", err=True, fg="yellow")
    for one in subjects if explain else ():
        _explain(one)
    _show_differences(scores.get("differences") or [])


def _title(scores: dict[str, Any]) -> str:
    from sources.periods import chinese

    about = f"{chinese(scores['period'])}绩效考核"
    if scores["is_simulated"]:
        state = "模拟得分，不作正式结果"
    elif "version" in scores:
        state = f"第 {scores['version']} 版，{scores['locked_by']} 于 {scores['locked_at']} 锁定"
    else:
        state = "未锁定"
    return f"{about}（{state}；方案 {scores['scheme']}，依据 {scores['document_no']}；数据 {scores['release']}）"


def _explain(subject: dict[str, Any]) -> None:
    """Print how one subject came to its points: a formula per indicator, and the cells."""
    from orchestration.command.listing import show_table

    click.echo(f"\n【{subject['subject']}】总分 {subject['total']}")
    lines = [
        [one["no"], one["name"], one["weight"], one["target"], one["value"], one["points"], one["rule"], one["formula"],
         one["problem"] or one["note"], _cells(one["sources"])]
        for one in subject["indicators"]
    ]  # fmt: skip
    show_table(lines, ["指标", "名称", "权重", "目标", "完成", "得分", "规则", "算式", "说明", "单元格"])
    events = [("加", one) for one in subject["added"]] + [("扣", one) for one in subject["deducted"]]
    if events:
        lines = [
            [sign, one["category"], one["matter"], one["level"], one["day"], one["points"], one["is_counted"], one["note"],
             _cells(one["sources"])]
            for sign, one in events
        ]  # fmt: skip
        show_table(lines, ["加减", "类别", "事项", "级别", "日期", "分值", "计分", "说明", "单元格"])
    if subject["evaluation_note"]:
        click.echo(f"党工委评价 {subject['evaluation_points'] or '—'}：{subject['evaluation_note']}")


def _cells(sources: list[dict[str, Any]]) -> str:
    """Say where the numbers stand: submission, sheet, cells."""
    places: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        value = f"={source['value']}" if source["value"] is not None else ""
        places.setdefault((source["submission_id"], source["sheet"]), []).append(f"{source['cell']}{value}")
    return "；".join(f"{submission}《{sheet}》{'、'.join(cells)}" for (submission, sheet), cells in places.items())


def _show_differences(changes: list[dict[str, Any]]) -> None:
    from orchestration.command.listing import show_table

    if changes:
        lines = [[one["subject"], one["what"], one["before"], one["after"]] for one in changes]
        show_table(lines, ["考核对象", "项目", "原为", "现为"], f"与上一锁定版本的差异（{len(lines)} 处）")
