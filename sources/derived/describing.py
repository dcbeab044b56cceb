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
    "raw": Meaning("原文", "单元格中存的内容"),
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
    "other_cell": Meaning("对方单元格"),
    "row_key": Meaning("行键", "表的主键各值以 | 连接"),
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
    ("_submissions", "form"): Meaning("表", "表的编号；打不开或认不出的文件为空"),
}
