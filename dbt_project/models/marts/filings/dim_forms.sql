-- 由 taizhang generate 生成，请勿手改：sources/forms
-- noqa: disable=LT05
with forms (form, form_code, form_title, department, period_kind, grain, due_day, due_shift, due_from, key_titles, restricted_schema) as (

    values
    ('key_projects', 'F01', '重点项目月度调度表', 'projects', 'month', '每个项目每月一行', 5, 'next_workday', 'end', '项目名称、建设单位', cast(null as varchar)),
    ('talks', 'F02', '招商在谈项目台账', 'investment', 'half_month', '每个在谈项目每半月一行', 1, 'next_workday', 'end', '项目编号', cast(null as varchar)),
    ('outreach', 'F02b', '领导外出招商台账', 'investment', 'event', '每次外出招商或来访活动一行', 5, 'next_workday', 'end', '日期、带队领导、目的地', cast(null as varchar)),
    ('signings', 'F03', '签约项目台账', 'investment', 'month', '每份协议每月一行', 5, 'next_workday', 'end', '项目编号、协议类型、签约日期', cast(null as varchar)),
    ('project_milestones', 'F04a', '项目手续节点台账', 'projects', 'month', '每个项目每个节点每月一行', 5, 'next_workday', 'end', '项目编号、节点、分期', cast(null as varchar)),
    ('project_performance', 'F04b', '项目履约监管台账', 'projects', 'month', '每个项目每月一行', 5, 'next_workday', 'end', '项目编号', cast(null as varchar)),
    ('carriers', 'F05', '载体资源台账', 'investment', 'month', '每个载体每月一行', 5, 'next_workday', 'end', '载体编号', cast(null as varchar)),
    ('carrier_tenants', 'F05b', '载体入驻企业明细', 'investment', 'month', '每个载体每家使用企业（房间）每月一行', 5, 'next_workday', 'end', '载体编号、当前使用企业、楼层房号', cast(null as varchar)),
    ('enterprises', 'F06', '企业名录', 'enterprises', 'month', '每个法人单位一行', 5, 'next_workday', 'end', '统一社会信用代码', cast(null as varchar)),
    ('enterprise_titles', 'F07', '企业培育库', 'enterprises', 'month', '每个企业每个称号每个批次一行', 5, 'next_workday', 'end', '信用代码、培育类别、申报批次', cast(null as varchar)),
    ('industrial_months', 'F08', '规上工业企业月报', 'projects', 'month', '每个规上工业企业每月一行', 5, 'next_workday', 'end', '信用代码', 'statistics'),
    ('industrial_summary', 'F08a', '规上工业汇总表', 'projects', 'month', '每个统计口径每月一行', 5, 'next_workday', 'end', '统计口径', 'statistics'),
    ('appeals', 'F09', '企业诉求办理台账', 'enterprises', 'month', '每件诉求每月一行', 5, 'next_workday', 'end', '诉求编号', cast(null as varchar)),
    ('upgrade_subsidies', 'F10', '工业技改奖补申报台账', 'projects', 'month', '每个申报项目每批次一行', 5, 'next_workday', 'end', '申报编号、批次', cast(null as varchar)),
    ('fiscal_revenue', 'F11', '财税收入月报', 'finance', 'month', '每个收入口径每月一行', 5, 'next_workday', 'end', '收入口径、统计口径', cast(null as varchar)),
    ('key_taxpayers', 'F11b', '重点税源企业月报', 'finance', 'month', '每个重点税源企业每月一行', 5, 'next_workday', 'end', '信用代码', cast(null as varchar)),
    ('reform_tasks', 'F12', '改革任务台账', 'office', 'month', '每项任务（里程碑）每月一行', 5, 'next_workday', 'end', '年度、任务编号、里程碑内容', cast(null as varchar)),
    ('supervision_letters', 'F13', '督办提醒函台账', 'office', 'month', '每封函一行，每月滚动登记，事项销号前各级次的函都保留', 5, 'next_workday', 'end', '函编号', cast(null as varchar)),
    ('assessment_indicators', 'F14a', '绩效考核指标库', 'office', 'year', '每年每个考核对象类型每项指标一行', 31, 'next_workday', 'start', '指标编号', cast(null as varchar)),
    ('assessment_results', 'F14b', '绩效考核完成情况表', 'office', 'month', '每个考核对象每项指标每月一行', 8, 'next_workday', 'end', '考核对象、指标编号', cast(null as varchar)),
    ('assessment_points', 'F14c', '绩效考核加减分台账', 'office', 'event', '每个考核对象每个加减分事项一行', 8, 'next_workday', 'end', '对象、类别、事项', cast(null as varchar)),
    ('assessment_ballots', 'F14d', '党工委评价表', 'office', 'year', '每张评价票每个考核对象一行', 31, 'next_workday', 'end', '评价人类别、票号、对象', 'ballots'),
    ('reform_evidence', 'F15', '改革考核证据台账', 'office', 'year', '每年每项改革考核指标每件证据一行', 31, 'next_workday', 'end', '指标号、申报事项、证据类型、文号、链接', cast(null as varchar)),
    ('superior_assessments', 'F15b', '综合发展水平考核结果', 'office', 'year', '每年每次上级考核每项指标一行', 31, 'next_workday', 'end', '考核名称、一级指标、指标名称', cast(null as varchar)),
    ('platform_assets', 'F16', '平台公司资产台账', 'finance', 'month', '每项资产每月一行', 10, 'next_workday', 'end', '资产编号', cast(null as varchar)),
    ('leases', 'F17', '平台公司租赁台账', 'finance', 'month', '每份租赁合同每月一行', 10, 'next_workday', 'end', '合同编号', cast(null as varchar)),
    ('debts', 'F18', '平台公司债务台账', 'finance', 'month', '每笔债务每月一行', 10, 'next_workday', 'end', '债务编号', cast(null as varchar)),
    ('company_operations', 'F18b', '平台公司经营月报', 'finance', 'month', '每个平台公司每月一行', 10, 'next_workday', 'end', '公司', cast(null as varchar)),
    ('party_organizations', 'F19a', '党组织台账', 'party', 'quarter', '每个党组织每季一行', 5, 'next_workday', 'end', '编号', cast(null as varchar)),
    ('enterprise_party_building', 'F19b', '企业党建台账', 'party', 'quarter', '每家企业每季一行', 5, 'next_workday', 'end', '企业', cast(null as varchar)),
    ('party_activities', 'F19c', '党建活动台账', 'party', 'month', '每场活动一行', 5, 'next_workday', 'end', '日期、主办组织、活动类型、地点', cast(null as varchar)),
    ('party_alliances', 'F19d', '党建联盟（基地）台账', 'party', 'quarter', '每个联盟或共建基地每季一行', 5, 'next_workday', 'end', '名称', cast(null as varchar)),
    ('service_centers', 'F20a', '企业综合服务中心运行情况表', 'enterprises', 'month', '每个服务中心每月一行', 5, 'next_workday', 'end', '名称', cast(null as varchar)),
    ('service_events', 'F20b', '企业家沙龙座谈台账', 'enterprises', 'event', '每场沙龙或座谈一行', 5, 'next_workday', 'end', '日期、主题', cast(null as varchar)),
    ('infrastructure_works', 'F20c', '基础设施工程台账', 'planning', 'month', '每项工程每月一行', 5, 'next_workday', 'end', '名称', cast(null as varchar)),
    ('plans', 'F20d', '规划编制台账', 'planning', 'quarter', '每项规划每季一行', 5, 'next_workday', 'end', '名称', cast(null as varchar)),
    ('policy_documents', 'F20e', '政策文件库', 'office', 'event', '每份文件一行', 5, 'next_workday', 'end', '文号', cast(null as varchar))

)

select * from forms
