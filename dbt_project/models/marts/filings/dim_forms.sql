-- 由 taizhang generate 生成，请勿手改：sources/forms
-- noqa: disable=LT05
with forms (form, form_code, form_title, department, period_kind, grain, due_day, due_shift, due_from, key_titles) as (

    values
    ('key_projects', 'F01', '重点项目月度调度表', 'projects', 'month', '每个项目每月一行', 5, 'next_workday', 'end', '项目名称、建设单位'),
    ('talks', 'F02', '招商在谈项目台账', 'investment', 'half_month', '每个在谈项目每半月一行', 1, 'next_workday', 'end', '项目编号'),
    ('outreach', 'F02b', '领导外出招商台账', 'investment', 'event', '每次外出招商或来访活动一行', 5, 'next_workday', 'end', '日期、带队领导、目的地'),
    ('signings', 'F03', '签约项目台账', 'investment', 'month', '每份协议每月一行', 5, 'next_workday', 'end', '项目编号、协议类型、签约日期'),
    ('project_milestones', 'F04a', '项目手续节点台账', 'projects', 'month', '每个项目每个节点每月一行', 5, 'next_workday', 'end', '项目编号、节点、分期'),
    ('project_performance', 'F04b', '项目履约监管台账', 'projects', 'month', '每个项目每月一行', 5, 'next_workday', 'end', '项目编号'),
    ('carriers', 'F05', '载体资源台账', 'investment', 'month', '每个载体每月一行', 5, 'next_workday', 'end', '载体编号'),
    ('carrier_tenants', 'F05b', '载体入驻企业明细', 'investment', 'month', '每个载体每家使用企业（房间）每月一行', 5, 'next_workday', 'end', '载体编号、当前使用企业、楼层房号'),
    ('enterprises', 'F06', '企业名录', 'enterprises', 'month', '每个法人单位一行', 5, 'next_workday', 'end', '统一社会信用代码'),
    ('enterprise_titles', 'F07', '企业培育库', 'enterprises', 'month', '每个企业每个称号每个批次一行', 5, 'next_workday', 'end', '信用代码、培育类别、申报批次'),
    ('industrial_months', 'F08', '规上工业企业月报', 'projects', 'month', '每个规上工业企业每月一行', 5, 'next_workday', 'end', '信用代码'),
    ('appeals', 'F09', '企业诉求办理台账', 'enterprises', 'month', '每件诉求每月一行', 5, 'next_workday', 'end', '诉求编号'),
    ('upgrade_subsidies', 'F10', '工业技改奖补申报台账', 'projects', 'month', '每个申报项目每批次一行', 5, 'next_workday', 'end', '申报编号、批次'),
    ('fiscal_revenue', 'F11', '财税收入月报', 'finance', 'month', '每个收入口径每月一行', 5, 'next_workday', 'end', '收入口径、统计口径'),
    ('key_taxpayers', 'F11b', '重点税源企业月报', 'finance', 'month', '每个重点税源企业每月一行', 5, 'next_workday', 'end', '信用代码'),
    ('reform_tasks', 'F12', '改革任务台账', 'office', 'month', '每项任务（里程碑）每月一行', 5, 'next_workday', 'end', '年度、任务编号、里程碑内容'),
    ('assessment_indicators', 'F14a', '绩效考核指标库', 'office', 'year', '每年每个考核对象类型每项指标一行', 31, 'next_workday', 'start', '指标编号'),
    ('assessment_results', 'F14b', '绩效考核完成情况表', 'office', 'month', '每个考核对象每项指标每月一行', 8, 'next_workday', 'end', '考核对象、指标编号')

)

select * from forms
