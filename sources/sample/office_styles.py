"""How the office lays out the reform tasks (F12) and the assessment (F14b)."""

from __future__ import annotations

from sources.sample.style import Shown, Style

_TASK = (
    "row_no",
    "year",
    "task_no",
    "task_name",
    "origin",
    "reform_items",
    "work_line",
    "goal",
    "leader_name",
    "responsible_department",
    "supporting_departments",
    "person_name",
    "planned_start_date",
    "planned_end_date",
    "progress_text",
    "completion_rate",
    "task_status",
    "problem_text",
    "next_step_text",
    "next_step_due_date",
    "outcome_type",
    "outcome_name",
    "outcome_document_no",
)

#: One task over several rows, one row per milestone.
MILESTONES = Style(
    title="{period}改革任务清单",
    sheet="清单",
    above=("填报单位：{department}　　填报时间：{period}末",),
    below=("注：完成一项、销号一项。", "填报人：{filler}　　审核人：{reviewer}"),
    merge=_TASK,
    columns=(
        Shown("row_no", ("序号",)),
        Shown("year", ("年份",)),
        Shown("task_no", ("任务编号",)),
        Shown("task_name", ("改革事项",)),
        Shown("origin", ("任务来源",)),
        Shown("reform_items", ("改革考核指标",)),
        Shown("work_line", ("工作线",)),
        Shown("goal", ("任务目标",)),
        Shown("leader_name", ("责任分工", "牵头领导")),
        Shown("responsible_department", ("责任分工", "责任部门")),
        Shown("supporting_departments", ("责任分工", "配合部门")),
        Shown("person_name", ("责任分工", "责任人")),
        Shown("planned_start_date", ("开始时间",), spell="cn_date"),
        Shown("planned_end_date", ("完成时限",), spell="cn_date"),
        Shown("milestone", ("里程碑", "内容")),
        Shown("milestone_planned_date", ("里程碑", "计划日"), spell="dot_date"),
        Shown("milestone_done_date", ("里程碑", "完成日"), spell="dot_date", fallback="—"),
        Shown("milestone_weight_rate", ("里程碑", "权重（%）"), unit="%"),
        Shown("progress_text", ("工作进展",)),
        Shown("completion_rate", ("完成进度（%）",), unit="%"),
        Shown("task_status", ("任务状态",)),
        Shown("problem_text", ("存在问题",), fallback="无"),
        Shown("next_step_text", ("下步措施",)),
        Shown("next_step_due_date", ("措施时限",)),
        Shown("outcome_type", ("成果形式",)),
        Shown("outcome_name", ("成果名称",)),
        Shown("outcome_document_no", ("成果文号",)),
    ),
)

RESULTS = Style(
    title="绩效考核完成表（{period}）",
    sheet="考核",
    above=("编制单位：{department}",),
    below=("制表人：{filler}　　审核人：{reviewer}",),
    order=("subject_name",),
    merge=("subject_name",),
    columns=(
        Shown("subject_name", ("被考核单位",)),
        Shown("indicator_no", ("编号",)),
        Shown("indicator_name", ("考核指标",)),
        Shown("declared_value", ("自报完成值",)),
        Shown("recognized_value", ("认定完成值",)),
        Shown("evidence", ("佐证材料",)),
        Shown("opinion", ("认定意见",)),
    ),
)
