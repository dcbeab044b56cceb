"""What the columns mean that every row, submission, header, coercion and finding carries, for the dictionary."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """Chinese title and, where the title does not say it all, one sentence."""

    title: str
    means: str = ""


#: Table under ``landing/`` → its grain in one sentence.
GRAIN_OF: dict[str, str] = {
    "_submissions": "每次报送每张表一行：何时收到、何时审核、结论与行数；打不开或认不出的文件也有一行。",
    "_columns": "每次报送每张表的每一列一行：表头写的是什么、认作哪个字段、单位怎样换算。",
    "_coercions": "每个读入时变过样子的单元格一行：原文和原因，数值本身从不改动。",
    "_findings": "单次报送内的每条审核问题一行，全部保留。",
    "_decisions": "每个决定一行：核实说明及其接受、退回，豁免、撤回、期间锁定、更正申请，按谁在何时所定。",
    "_rule_results": "每次报送每条规则一行：评了多少行，多少不通过，多少因缺数没有评。",
    "_builds": "每次建库一行：数据截至何时，由哪一版程序算出。",
    "finding_events": "每个版本给每条审核问题记的每件事一行：发现、变化、消失、再现、说明失效；另有一行标明该版本。",
    "indicator_values": "每个版本发布的每个指标每个期间每个口径一行：数值、目标、状态，依据的报送、更正和决定。",
    "_obligations": "工作日历所知的每张表、每个应报部门、每个期间一行：何时开放、何时截止、有无例外。",
}

#: Column → what it means wherever it appears.
MEANING: dict[str, Meaning] = {
    "form": Meaning("表", "表的编号（sources/forms 下的文件名）"),
    "submission_id": Meaning("报送编号", "一次报送的编号，对应收件箱中的一个文件夹"),
    "department": Meaning("报送部门", "部门编码，见 dim_departments"),
    "period": Meaning("期间", "数据所属期，如 2026-03、2026-03-H1、2026-Q1、2026"),
    "reported_on": Meaning("填报日期", "报送到达的日期"),
    "sheet": Meaning("工作表", "原文件中的工作表名"),
    "sheet_row": Meaning("行号", "工作表中的行号，与 Excel 显示一致"),
    "file": Meaning("文件名", "报送时的文件名"),
    "sha256": Meaning("文件指纹", "原文件的 SHA-256"),
    "received_at": Meaning("收到时间", "北京时间"),
    "judged_at": Meaning("审核时间", "北京时间"),
    "verdict": Meaning("结论", "accepted 接收、rejected 退回、unreadable 无法读取"),
    "data_rows": Meaning("数据行数"),
    "held_rows": Meaning("未入库行数", "因强制性问题没有入库的行"),
    "mandatory_count": Meaning("强制性问题数"),
    "verify_count": Meaning("核实性问题数"),
    "notice_count": Meaning("提示性问题数"),
    "column_letter": Meaning("列号", "Excel 中的列字母"),
    "header": Meaning("表头原文", "多层表头自上而下以 / 连接"),
    "field": Meaning("字段", "合同中的字段名；模板外的列为空"),
    "title": Meaning("字段名称", "合同中的中文名称"),
    "unit": Meaning("单位", "入库后的单位"),
    "unit_read": Meaning("原单位", "表头写明的单位"),
    "cell": Meaning("单元格", "如 F7"),
    "raw": Meaning("原文", "单元格中存的内容；个人信息的原文只在收件箱，这里为空"),
    "kind": Meaning("变化原因", "如单位换算、文本数字、合并单元格填充"),
    "finding_id": Meaning("问题指纹", "由规则、部门、表、期间、行键和字段算出，同一问题始终相同"),
    "rule": Meaning("规则", "规则编码，见 taizhang rules"),
    "level": Meaning("级别", "mandatory 强制性、verify 核实性、notice 提示性"),
    "message": Meaning("提示语", "给填报人的说明：在哪里、是什么、怎么改"),
    "row": Meaning("行号", "工作表中的行号"),
    "value": Meaning("填报值", "单元格原文"),
    "expected": Meaning("应为"),
    "difference": Meaning("差额"),
    "other_submission_id": Meaning("对方报送编号", "跨期、跨部门规则中用来比较的另一份报送"),
    "other_sheet": Meaning("对方工作表", "对方单元格在别的工作表或文件里时才有"),
    "other_cell": Meaning("对方单元格"),
    "basis": Meaning("同一行的其他值", "规则还看了同一行的哪些列，各是多少；说明和豁免以此为准"),
    "row_key": Meaning("行键", "表的主键各值以 | 连接"),
    "settled_at": Meaning("结论时间", "作出现有结论的那次审核的时间，北京时间"),
    "rejudged_at": Meaning("重新审核时间", "规则变更后重新审核的时间，没有则为空"),
    "rules_digest": Meaning("规则指纹", "审核所用规则的指纹，规则变更后不同"),
    "decision_id": Meaning("决定编号", "由决定的内容算出，见 decisions/"),
    "taken_at": Meaning("决定时间", "北京时间"),
    "decided_by": Meaning("决定人"),
    "role": Meaning(
        "身份",
        "filler 填报人、reviewer 部门审核人、desk 汇总岗、indicator_owner 指标认定部门、leader 分管领导、assessment 考核办",
    ),
    "reason": Meaning("理由", "核实说明的正文，或决定的理由"),
    "rule_version": Meaning("规则版本", "规则改判标准时加一；说明和豁免只对同一版本有效"),
    "refers_to": Meaning("所指决定", "接受、退回、批准或撤回的是哪个决定"),
    "approver": Meaning("批准人"),
    "evidence": Meaning("依据", "文号、会议或附件"),
    "valid_until": Meaning("有效期至", "豁免的最后一天"),
    "is_withdrawn": Meaning("是否已撤回"),
    "content": Meaning("全文", "决定的全部内容（JSON）"),
    "as_of": Meaning("数据截至", "北京时间"),
    "code": Meaning("程序指纹", "模型、宏和代码表的指纹，变了才有不同"),
    "release_id": Meaning("版本", "发布时间，见 taizhang releases"),
    "published_at": Meaning("发布时间", "北京时间"),
    "indicator_id": Meaning("指标编号", "如 Z05；分项带小写字母，如 Z02a"),
    "name": Meaning("指标名称"),
    "scope": Meaning("统计口径", "不同口径不可相加"),
    "figure": Meaning("数值", "% 与百分点以小数存"),
    "target": Meaning("目标值"),
    "status": Meaning("状态", "preliminary 初步数、final 最终数、estimated 预计数"),
    "known_at": Meaning("数据时点", "所依据的报送中最新一次被知晓的时间"),
    "submissions": Meaning("依据的报送", "报送编号，以、连接"),
    "corrections": Meaning("依据的更正", "更正申请的决定编号，以、连接"),
    "decisions": Meaning("有关决定", "期间与身份的决定编号，以、连接"),
    "evaluated": Meaning("已评行数"),
    "failed": Meaning("不通过行数"),
    "not_evaluated": Meaning("未评行数", "缺少规则所需的数据，没有评"),
    "event_id": Meaning("事件编号"),
    "sequence": Meaning("序号", "第几个记事的版本"),
    "event": Meaning(
        "事件", "opened 发现、changed 变化、resolved 消失、reopened 再现、lapsed 说明或豁免失效、published 发布"
    ),
    "happened_at": Meaning("时间", "北京时间；由报送引起的为审核时间"),
    "cause": Meaning("起因", "submission 报送、decision 决定、rule_change 规则变更"),
    "why": Meaning("原因", "一句话"),
    "opens_date": Meaning("开放日", "自这一天起可以报送：期间结束的次日，期初报送的为期间首日"),
    "regular_due_date": Meaning("原定截止日", "按表的规定推算，遇休息日已顺延；工作日历以外的为空"),
    "due_date": Meaning("截止日", "原定截止日，经批准延期的为新的日期"),
    "accept_by_date": Meaning("审核通过期限", "须在这一天前审核通过；表没有规定的为空"),
    "is_owed": Meaning("是否应报", "发生时才报送的表为否：可能报迟，但没有缺报"),
    "is_exempt": Meaning("是否免报", "经批准免报"),
    "is_reopened": Meaning("是否准予补报", "关账后经批准补报"),
    "exception_note": Meaning("例外说明", "延期、免报、补报的原因、批准人和日期"),
    "closed_date": Meaning("关账日", "期间关账的日期；没有关账的为空"),
    "owed_since_date": Meaning("起报日", "表规定的起报期间的首日；没有规定的为空"),
    "as_of_date": Meaning("推算日", "推算报送状态所用的日期；为空时用最后一次报送的日期"),
}

#: (table, column) whose meaning differs from the general one.
COLUMNS_OF: dict[tuple[str, str], Meaning] = {
    ("_decisions", "kind"): Meaning(
        "种类", "explanation 说明、acceptance 接受、return 退回、waiver 豁免、withdrawal 撤回、period_lock 锁定等"
    ),
    ("_decisions", "value"): Meaning("针对的值", "说明或豁免只对这个值有效"),
    ("_decisions", "period"): Meaning("期间", "锁定或更正的期间"),
    ("_submissions", "form"): Meaning("表", "表的编号；打不开或认不出的文件为空"),
}
