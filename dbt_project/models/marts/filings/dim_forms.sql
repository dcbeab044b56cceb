-- 由 taizhang generate 生成，请勿手改：sources/forms
-- noqa: disable=LT05
with forms (form, form_code, form_title, department, period_kind, grain, due_day, due_shift, due_from, key_titles) as (

    values
    ('key_projects', 'F01', '重点项目月度调度表', 'projects', 'month', '每个项目每月一行', 5, 'next_workday', 'end', '项目名称、建设单位'),
    ('enterprises', 'F06', '企业名录', 'enterprises', 'month', '每个法人单位一行', 5, 'next_workday', 'end', '统一社会信用代码'),
    ('enterprise_titles', 'F07', '企业培育库', 'enterprises', 'month', '每个企业每个称号每个批次一行', 5, 'next_workday', 'end', '信用代码、培育类别、申报批次'),
    ('reform_tasks', 'F12', '改革任务台账', 'office', 'month', '每项任务（里程碑）每月一行', 5, 'next_workday', 'end', '年度、任务编号、里程碑内容'),
    ('assessment_indicators', 'F14a', '绩效考核指标库', 'office', 'year', '每年每个考核对象类型每项指标一行', 31, 'next_workday', 'start', '指标编号'),
    ('assessment_results', 'F14b', '绩效考核完成情况表', 'office', 'month', '每个考核对象每项指标每月一行', 8, 'next_workday', 'end', '考核对象、指标编号')

)

select * from forms
