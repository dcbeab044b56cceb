"""What the office sends once a year about the year: ballots (F14d), evidence (F15), ranks (F15b); and its documents (F20e)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import first_day, last_day
from sources.sample.tasks import Task

#: Evaluators → ballots of each kind.
_EVALUATORS = {"主要领导": 2, "分管领导": 3, "班子成员": 3, "互评": 3}
_SUBJECTS = ("综合办公室", "项目建设部", "招商引资部", "企业服务部", "财税建设部", "党群工作部", "规划建设部")
#: Item, what is declared, evidence, level, month and day, number or address, the place of its task.
_EVIDENCE = (
    ("创新性实事", "工业技改奖补普惠直达", "文件", "区", 4, 12, "园企字〔{y}〕8号", 2),
    ("创新性实事", "工业技改奖补普惠直达", "批示", "市", 9, 3, "市领批〔{y}〕77号", 2),
    ("改革创新经验", "医养健康产业链党建联盟", "中央或省级媒体", "省", 8, 25, "https://news.example.cn/{y}/0825", 6),
    ("改革创新经验", "企业服务专员制度", "推广文件", "市", 11, 16, "市改办发〔{y}〕19号", 4),
    ("改革创新经验", "企业服务专员制度", "现场会", "市", 10, 21, "市改办函〔{y}〕31号", 4),
    ("制度创新成果", "管委会+公司制度体系", "文件", "区", 9, 24, "园办字〔{y}〕35号", 1),
    ("制度创新成果", "绩效考核与薪酬制度", "文件", "区", 3, 18, "园党字〔{y}〕12号", 5),
    ("工作效能", "五证合发、拿地即开工", "文件", "区", 5, 19, "园规字〔{y}〕5号", 3),
    ("工作效能", "五证合发、拿地即开工", "奖项", "市", 12, 8, "济审改〔{y}〕44号", 3),
)
#: Dimension, indicator, value, unit, points, score, rank, rank of the year before.
_RANKS = (
    ("综合", None, None, None, "100", "86.42", 4, 7),
    ("经济发展", "规模以上工业增加值增速", "9.8", "%", "30", "25.90", 5, 6),
    ("创新驱动", "高新技术产业产值占比", "61.5", "%", "25", "21.75", 4, 6),
    ("对外开放", "实际使用外资", "3200", "万美元", "15", "11.62", 8, 9),
    ("绿色发展", "单位工业增加值能耗下降率", "4.2", "%", "15", "13.40", 3, 5),
    ("行政效能", "五证合发、拿地即开工", None, None, "15", "13.75", 2, 4),
)
#: Number, name, month and day, what it rules, years of validity (0: without end).
_DOCUMENTS = (
    ("园党字〔{y}〕12号", "绩效考核工作意见", 3, 18, "考核由工作目标任务、加分项目、扣分项目、党工委评价四部分组成", 0),
    ("园企字〔{y}〕3号", "企业服务专员管理办法", 2, 23, "专员职责、走访频次、诉求办理时限", 0),
    ("园企字〔{y}〕8号", "工业技改普惠性奖补实施细则", 4, 12, "新增财力按比例返还，单个项目封顶300万元", 3),
    ("园规字〔{y}〕5号", "五证合发、拿地即开工办事规程", 5, 19, "容缺受理、并联审批、同日发证", 0),
    ("园办字〔{y}〕21号", "先进制造业产业链培育方案", 6, 15, "新材料、高端装备两个主导产业集群", 3),
    ("园企字〔{y}〕16号", "鼓励投资促进高质量发展若干政策", 7, 8, "升规、高企、瞪羚、专精特新分档奖励", 3),
    ("园办字〔{y}〕35号", "区属国有企业运营管理暂行办法", 9, 24, "三重一大事项由管委会集中决策", 0),
    ("园财字〔{y}〕27号", "平台房产管理办法", 10, 13, "公开招租、租金收缴、到期处置", 0),
    ("园办字〔{y}〕48号", "改革任务销号管理办法", 12, 20, "完成一项、审核一项、销号一项", 0),
)


def ballot_rows(rng: random.Random) -> list[dict[str, Any]]:
    """Return every evaluator's points for every department."""
    ballots = [
        (kind, f"{kind[0]}{number:02d}") for kind, count in _EVALUATORS.items() for number in range(1, count + 1)
    ]
    pairs = [(kind, ballot, subject) for kind, ballot in ballots for subject in _SUBJECTS]
    return [
        {
            "row_no": number,
            "evaluator_type": kind,
            "ballot_no": ballot,
            "subject_name": subject,
            "score_points": Decimal(rng.randint(164, 198)) / 2,
        }
        for number, (kind, ballot, subject) in enumerate(pairs, start=1)
    ]


def evidence_rows(tasks: Sequence[Task], year: int) -> list[dict[str, Any]]:
    """Return the evidence for the four reform items; each piece names its reform task."""
    rows = []
    for number, (item, what, kind, level, month, day, source, task) in enumerate(_EVIDENCE, start=1):
        text = source.format(y=year)
        where = {"link": text} if text.startswith("http") else {"document_no": text}
        rows.append(
            {
                "row_no": number,
                "reform_item": item,
                "year": year,
                "item_name": what,
                "summary": f"{tasks[task].goal}；形成可复制的做法，{month}月取得{kind}。",
                "evidence_type": kind,
                "evidence_level": level,
                "evidence_date": date(year, month, day),
                **where,
                "task_nos": tasks[task].no,
                "self_points": Decimal(10 - number % 3),
                "reviewed_points": Decimal(9 - number % 3),
            }
        )
    return rows


def rank_rows(year: int) -> list[dict[str, Any]]:
    """Return the city's assessment of the zone: overall, and by dimension."""
    return [
        {
            "row_no": number,
            "year": year,
            "assessment_name": "全市开发区综合发展水平考核",
            "assessment_level": "市",
            "dimension": dimension,
            "indicator_name": name,
            "indicator_value": Decimal(value) if value else None,
            "indicator_unit": unit,
            "weight_points": Decimal(points),
            "score_points": Decimal(score),
            "rank": rank,
            "rank_prior": prior,
            "zone_count": 14,
            "document_no": f"济商务发〔{year + 1}〕3号",
        }
        for number, (dimension, name, value, unit, points, score, rank, prior) in enumerate(_RANKS, start=1)
    ]


def document_rows(mark: str, period: str) -> list[dict[str, Any]]:
    """Return the documents issued in a month, none in some months."""
    start, end = first_day(period), last_day(period)
    issued = [entry for entry in _DOCUMENTS if start <= date(end.year, entry[2], entry[3]) <= end]
    return [
        {
            "row_no": number,
            "document_no": mark + document.format(y=end.year),
            "document_name": name,
            "issued_date": date(end.year, month, day),
            "clauses": clauses,
            "valid_from_date": date(end.year, month, day) + timedelta(days=10),
            "valid_to_date": date(end.year + years, month, day) if years else None,
        }
        for number, (document, name, month, day, clauses, years) in enumerate(issued, start=1)
    ]
