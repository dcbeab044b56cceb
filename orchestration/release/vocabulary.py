"""One vocabulary of technical columns: those of every row, those by which rules compare, and how another row's are called."""

from __future__ import annotations

from orchestration.release.lineage import ColumnText

#: Columns that mean the same wherever they stand.
WORDS = {
    "submission_id": ColumnText("报送编号", "", "一次报送的编号，对应收件箱中的一个文件夹"),
    "form": ColumnText("表", "", "表的标识，见“来源”页"),
    "department": ColumnText("部门", "", "报送部门的代码"),
    "period": ColumnText("期间", "", "形如 2026-03、2026-03-H1、2026-Q1、2026"),
    "reported_on": ColumnText("报送日期"),
    "sheet": ColumnText("工作表", "", "原工作簿中的工作表名"),
    "sheet_row": ColumnText("行号", "", "原工作表中的行号"),
    "row_key": ColumnText("行的标识", "", "表的主键各字段的值，以 | 连接"),
    "scope": ColumnText("口径"),
    "name": ColumnText("名称"),
    "aliases": ColumnText("别名", "", "也认作的写法，以顿号分开"),
    "since": ColumnText("起用"),
    "until": ColumnText("停用"),
    "note": ColumnText("备注"),
    "source": ColumnText("依据"),
    "vintage": ColumnText("版本时间", "", "数值从何时起为人所知"),
    "period_start": ColumnText("期间首日"),
    "recency": ColumnText("由近及远的次序", "", "1 为最近一次"),
    "report_number": ColumnText("第几次报送"),
    "first_period_of_year": ColumnText("本年首次报送的期间"),
    "is_same_year": ColumnText("是否与上期同年"),
    "is_next_period": ColumnText("是否紧接上期"),
    "is_continued": ColumnText("是否可与上期比较"),
    "is_followed": ColumnText("是否下期仍在报"),
    "is_listed_late": ColumnText("是否年中才列入"),
    "has_register": ColumnText("是否已有名录"),
    "filing_id": ColumnText("应报事项键", "", "表、部门、期间三者的键"),
    "mention_id": ColumnText("写法编号"),
    "mention_count": ColumnText("出现次数"),
    "matched_by": ColumnText("认定方式"),
    "probability": ColumnText("匹配概率", "", "0 到 1"),
    "candidates": ColumnText("候选对象", "", "两可时的候选及其概率"),
    "is_declared": ColumnText("是否由部门填写"),
    "named": ColumnText("表中写的名称"),
    "name_field": ColumnText("名称所在字段"),
    "object_name": ColumnText("对象名称"),
    "is_open": ColumnText("是否待处理"),
    "ruled_by": ColumnText("裁定人"),
    "ruling_reason": ColumnText("裁定理由"),
    "asks_above_scale": ColumnText("是否只奖规上企业"),
}

#: How a column is called that is another row's beside its own: ``previous_period`` is 上期期间.
SIDES = {
    "previous": "上期",
    "year_ago": "上年同期",
    "closing": "上年末",
    "first": "首次申报",
    "register": "名录",
    "list": "名单",
    "firms": "企业月报",
    "lease": "租赁",
    "talk": "在谈",
    "signing": "签约",
    "debt": "债务",
    "appeal": "诉求",
    "node": "手续节点",
    "evidence": "证据",
    "tax": "税源",
}
