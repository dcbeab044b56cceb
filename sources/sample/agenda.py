"""The reform tasks that the zone fixed at the start of a year. Three of 2021's seven are those its report names."""

from __future__ import annotations

from datetime import date

from sources.sample.names import LEADERS
from sources.sample.tasks import Milestone, Task

#: name, origin, work line, proposing and responsible department, supporting, reform items, goal, outcome, milestones.
_Plan = tuple[str, str, str, str, str, str, str, tuple[str, str, str], tuple[tuple[str, int, int, int], ...]]

_PLANS: tuple[_Plan, ...] = (
    ("提升先进制造业水平", "省", "项目建设", "项目建设部", "招商引资部、企业服务部", "创新性实事、工作效能",
     "培育新材料、高端装备两个主导产业集群，先进制造业投资占比提高", ("平台建成", "产业链公共服务平台", "园办字〔{y}〕21号"),
     (("印发产业链培育方案", 3, 20, -5), ("建成公共服务平台", 7, 40, 12), ("完成年度技改投资目标", 11, 40, -4))),
    ("推行“管委会+公司”模式", "市", "体制改革", "综合办公室", "财税建设部、北城控股、天桥财金", "制度创新成果、改革创新经验",
     "剥离社会事务和开发运营职能，整合两家平台公司资产，形成市场化运营主体", ("制度文件", "国有企业运营管理暂行办法", "园办字〔{y}〕35号"),
     (("完成职能剥离清单", 4, 20, -6), ("印发国有企业运营管理暂行办法", 9, 30, -2), ("完成两家平台公司资产整合", 24, 30, 0), ("实现平台公司经营性盈利", 36, 20, 0))),
    ("工业技改普惠性奖补", "省", "企业服务", "企业服务部", "财税建设部", "创新性实事、工作效能",
     "技改奖补由事后申报改为普惠直达，缩短兑现周期", ("流程上线", "技改奖补直达兑现流程", "园企字〔{y}〕8号"),
     (("制定奖补细则", 3, 30, -4), ("上线申报兑现流程", 6, 40, 20), ("完成首批兑现", 10, 30, -8))),
    ("项目落地全链条审批改革", "市", "项目建设", "规划建设部", "项目建设部、自然资源分局", "工作效能",
     "实现五证合发、拿地即开工常态化", ("流程上线", "拿地即开工办事规程", "园规字〔{y}〕5号"),
     (("梳理审批事项清单", 2, 25, -2), ("印发五证合发规程", 5, 35, -6), ("落地首批示范项目", 9, 40, -10))),
    ("企业服务专员制度", "自主改革", "企业服务", "企业服务部", "综合办公室", "改革创新经验",
     "建立领导包挂、专员服务、限时办结的企业诉求机制", ("制度文件", "企业服务专员管理办法", "园企字〔{y}〕3号"),
     (("印发专员管理办法", 2, 40, -3), ("专员全覆盖规上企业", 6, 30, -5), ("形成经验材料", 11, 30, -9))),
    ("绩效考核与薪酬制度改革", "省", "体制改革", "综合办公室", "党群工作部、财税建设部", "制度创新成果",
     "四部分考核与绩效工资、岗位聘任挂钩", ("制度文件", "绩效考核工作意见", "园党字〔{y}〕12号"),
     (("印发绩效考核工作意见", 3, 40, -7), ("完成半年模拟考核", 7, 30, -2), ("完成年度考核系统上线", 11, 30, -6))),
    ("产业链党建联盟建设", "区部署", "党建引领", "党群工作部", "企业服务部", "改革创新经验",
     "在产业链上建立联合党支部和党建联盟", ("经验推广", "医养健康产业联盟经验", "园党字〔{y}〕18号"),
     (("成立联合党支部", 4, 40, -3), ("建立党建联盟", 8, 30, -6), ("总结推广经验", 11, 30, -4))),
    ("数据仓库与台账治理", "自主改革", "财税建设", "财税建设部", "综合办公室", "制度创新成果、工作效能",
     "统一各部门台账口径，一数一源", ("平台建成", "园区数据仓库", "园财字〔{y}〕9号"),
     (("统一台账模板", 3, 30, -2), ("完成历史数据归集", 8, 40, 15), ("上线指标看板", 12, 30, 0))),
)  # fmt: skip

#: The tasks of the report's year; later years add the eighth.
REPORT_YEAR_TASKS = 7
_KPIS = {0: ("技改投资", "万元", 60000), 2: ("奖补兑现企业", "家", 40), 4: ("服务专员覆盖企业", "家", 160)}
_PEOPLE = ("关既白", "闻人语", "季长风", "应怀瑜", "燕归尘", "卓观澜", "池映月", "邵临川")


def make_tasks(year: int, count: int, mark: str = "") -> list[Task]:
    """Return the first ``count`` tasks for a year; ``mark`` tells the zones apart."""
    return [_task(number, year, mark, plan) for number, plan in enumerate(_PLANS[:count])]


def _task(number: int, year: int, mark: str, plan: _Plan) -> Task:
    name, origin, line, department, supporting, items, goal, (kind, outcome, document), steps = plan
    milestones = tuple(
        Milestone(content, _month_end(year, month), weight, late) for content, month, weight, late in steps
    )
    return Task(
        no=f"{mark}{year}G{number + 1:02d}",
        name=name,
        origin=origin,
        proposed_by=department,
        items=items,
        line=line,
        goal=goal,
        leader=LEADERS[number % len(LEADERS)],
        department=department,
        supporting=supporting,
        person=_PEOPLE[number],
        start=date(year, 1 + number % 3, 10),
        end=max(milestone.planned for milestone in milestones),
        milestones=milestones,
        outcome=(kind, outcome, document.format(y=year)),
        kpi=_KPIS.get(number),
    )


def _month_end(year: int, month: int) -> date:
    """Return the 25th of a month counted from January of the year; months beyond twelve lie in later years."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 25)
