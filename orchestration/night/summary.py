"""The end of a refresh as a person reads it: what arrived, what was accepted, what was not and why, what is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from orchestration.night.report import NightReport
from sources.contract import Level
from sources.periods import chinese

if TYPE_CHECKING:
    from orchestration.intake.report import IntakeReport, SubmissionOutcome
    from orchestration.release.errors import ReleaseRefusedError
    from sources.published.difference import Difference
    from sources.published.release import Release

#: Findings told per workbook, workbooks told per summary, and lines told per list of changes.
FINDINGS = 3
WORKBOOKS = 10
CHANGES = 8

_INDENT = "        "


def summary(report: NightReport, departments: Mapping[str, str]) -> str:
    """Return the summary; ``departments`` are code → Chinese name."""
    lines = [_headline(report)]
    if report.intake is not None:
        lines += ["", *_arrived(report.intake), *_accepted(report.intake), *_not_accepted(report.intake, departments)]
        lines += _to_explain(report.intake)
        lines += [*_rejudged(report.intake), *_explained(report.intake)]
    lines += _published(report)
    if report.calendar_warning is not None:
        lines.append(_line("日历", report.calendar_warning))
    return "\n".join(lines)


def _line(heading: str, text: str) -> str:
    """Return a line with its heading in four Chinese characters' width."""
    return f"{heading}{'　' * (4 - len(heading))}{text}"


def _headline(report: NightReport) -> str:
    took = f"用时 {report.seconds:.1f} 秒"
    if report.release is None:
        return f"没有发布新版本（{took}）"
    return f"已发布 {report.release.release_id}（{took}）"


def _arrived(intake: IntakeReport) -> Iterator[str]:
    files = len({outcome.submission_id for outcome in intake.outcomes})
    forms = len({outcome.form for outcome in intake.outcomes if outcome.form})
    if not files and not intake.known:
        yield _line("收到", "没有新文件")
    else:
        known = f"；另有 {len(intake.known)} 个以前收过，没有重复处理" if intake.known else ""
        yield _line("收到", f"{files} 个文件，涉及 {forms} 张表{known}")
    for file, reason in intake.refused:
        yield f"{_INDENT}未收进：{file}，{reason}"


def _accepted(intake: IntakeReport) -> Iterator[str]:
    if not intake.outcomes:
        return
    landed = intake.accepted
    rows = sum(outcome.data_rows - outcome.held_rows for outcome in landed)
    yield _line("接收", f"{len(landed)} 份，{rows:,} 行")
    titles = Counter(outcome.title for outcome in landed)
    for title, count in titles.items():
        of_form = [outcome for outcome in landed if outcome.title == title]
        held = sum(outcome.held_rows for outcome in of_form)
        kept_out = f"，其中 {held} 行有强制问题，补正前不入库" if held else ""
        yield f"{_INDENT}《{title}》{count} 份，{sum(outcome.data_rows for outcome in of_form):,} 行{kept_out}"


def _not_accepted(intake: IntakeReport, departments: Mapping[str, str]) -> Iterator[str]:
    kinds = (
        ("退回", "rejected", "请部门改好后重新报送，原来接收的数据继续有效"),
        ("认不出", "unreadable", "打不开，或不是已登记的表"),
    )
    for heading, verdict, advice in kinds:
        outcomes = [outcome for outcome in intake.outcomes if outcome.verdict == verdict]
        if not outcomes:
            continue
        yield _line(heading, f"{len(outcomes)} 份（{advice}）")
        for outcome in outcomes[:WORKBOOKS]:
            yield from _workbook(outcome, departments)
        if len(outcomes) > WORKBOOKS:
            yield f"{_INDENT}另有 {len(outcomes) - WORKBOOKS} 份，见 taizhang findings --level mandatory"


def _workbook(outcome: SubmissionOutcome, departments: Mapping[str, str]) -> Iterator[str]:
    """Tell a workbook that was not accepted: which, and its first reasons."""
    form = f"《{outcome.title}》" if outcome.title else ""
    period = chinese(outcome.period) if outcome.period else ""
    department = departments.get(outcome.department or "", outcome.department or "")
    about = " ".join(part for part in (form, department, period) if part)
    mandatory = [finding for finding in outcome.told if finding.level is Level.MANDATORY]
    yield f"{_INDENT}{outcome.file}{f'：{about}' if about else ''}，{len(mandatory)} 条强制问题"
    for finding in mandatory[:FINDINGS]:
        # The line above says which form and period already.
        yield f"{_INDENT}  · {finding.message.removeprefix(form).removeprefix(period).strip()}"
    if len(mandatory) > FINDINGS:
        yield f"{_INDENT}  · 另有 {len(mandatory) - FINDINGS} 条"


def _to_explain(intake: IntakeReport) -> Iterator[str]:
    counts = {level: sum(outcome.count(level) for outcome in intake.outcomes) for level in Level}
    if counts[Level.VERIFY] or counts[Level.NOTICE]:
        yield _line(
            "留意", f"{counts[Level.VERIFY]} 条待部门核实，{counts[Level.NOTICE]} 条提示（taizhang findings 查看）"
        )


def _rejudged(intake: IntakeReport) -> Iterator[str]:
    if intake.rejudged:
        rejected = sum(outcome.verdict == "rejected" for outcome in intake.rejudged)
        yield _line("复审", f"规则变更，重新审核 {len(intake.rejudged)} 份：{rejected} 份有强制问题")


def _explained(intake: IntakeReport) -> Iterator[str]:
    if intake.explained or intake.unexplained:
        yield _line("说明", f"收到 {intake.explained} 条核实说明，{len(intake.unexplained)} 条没有采纳")
        for reason in intake.unexplained[:FINDINGS]:
            yield f"{_INDENT}· {reason}"


def _waiting(waiting: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Tell what does not count yet because its period is locked."""
    if not waiting:
        return
    yield _line(
        "待更正", f"{len(waiting)} 份报送的期间已锁定，暂不生效，等更正申请批准（taizhang periods correct 报送编号）"
    )
    for entry in waiting[:WORKBOOKS]:
        yield f"{_INDENT}{entry['file']}：{chinese(entry['period'])}，{entry['submission_id']}"


def _published(report: NightReport) -> Iterator[str]:
    if report.refused is not None:
        yield from _refused(report.refused)
    if report.release is None:
        return
    yield from _where(report.release, report.indicator_count)
    yield from _waiting(report.waiting)
    yield from _changed(report.changes)


def _refused(refused: ReleaseRefusedError) -> Iterator[str]:
    yield _line("未发布", "检查没有通过，上一版继续有效")
    for reason in refused.reasons:
        yield f"{_INDENT}· {reason}"
    if refused.kept:
        yield f"{_INDENT}未发布的文件留在 {refused.kept}"


def _where(release: Release, indicators: int | None) -> Iterator[str]:
    count = f"，{indicators} 个指标" if indicators is not None else ""
    yield _line("发布", f"{release.release_id}{count}")
    yield f"{_INDENT}数据库　　{release.warehouse}"
    yield f"{_INDENT}数据字典　{release.dictionary}"


def _changed(changes: Difference | None) -> Iterator[str]:
    if changes is None:
        yield _line("变化", "这是第一版")
        return
    marts = [row for row in changes.rows if row.table.startswith(("fct_", "dim_"))]
    if not (marts or changes.values or changes.submissions_in or changes.submissions_out):
        yield _line("变化", f"数据与上一版 {changes.before} 相同")
        return
    yield _line(
        "变化",
        f"与上一版 {changes.before} 相比：{len(changes.submissions_in)} 份报送新进入，"
        f"{len(changes.submissions_out)} 份被替换，{len(changes.values)} 个指标数值不同",
    )
    for entry in (one for one in changes.submissions_in if one.get("correction_id")):
        yield f"{_INDENT}更正　{entry['file']}：{chinese(entry['period'])}，更正申请 {entry['correction_id']}"
    for row in marts[:CHANGES]:
        yield f"{_INDENT}{row.table}　{_count(row.before)} → {_count(row.after)} 行"
    yield f"{_INDENT}全部变化：taizhang releases diff {changes.before} {changes.after}"


def _count(rows: int | None) -> str:
    return "无" if rows is None else f"{rows:,}"
