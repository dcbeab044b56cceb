-- 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml
-- noqa: disable=LT05
with indicators (indicator_id, name, unit, direction, owner, formula, status, part_of, target_type, fixed_target, forms, fields, form_titles) as (

    values
    ('Z01', '重点项目数', '个', '正', 'projects', '年度名单内（未退出）的项目去重计数，同一项目按最高级别计一次', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'key_projects', 'project_name', '《重点项目月度调度表》'),
    ('Z02a', '省级重点项目数', '个', '正', 'projects', 'Z01 中最高级别为省级的项目', 'preliminary', 'Z02', 'A', cast(null as decimal(18, 6)), 'key_projects', 'project_level', '《重点项目月度调度表》'),
    ('Z02b', '市级重点项目数', '个', '正', 'projects', 'Z01 中最高级别为市级的项目', 'preliminary', 'Z02', 'A', cast(null as decimal(18, 6)), 'key_projects', 'project_level', '《重点项目月度调度表》'),
    ('Z02c', '区级（园区级）重点项目数', '个', '正', 'projects', 'Z01 中最高级别为区级、园区级的项目', 'preliminary', 'Z02', 'A', cast(null as decimal(18, 6)), 'key_projects', 'project_level', '《重点项目月度调度表》'),
    ('Z03', '重点项目总投资', '亿元', '正', 'projects', '名单内项目总投资之和', 'preliminary', cast(null as varchar), cast(null as varchar), cast(null as decimal(18, 6)), 'key_projects', 'total_investment_wan', '《重点项目月度调度表》'),
    ('Z04', '年度计划投资', '亿元', '正', 'projects', '名单内项目年度计划投资之和（计划变动由 D03 提示）', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'key_projects', 'planned_investment_year_wan', '《重点项目月度调度表》'),
    ('Z05', '年度累计完成投资', '亿元', '正', 'projects', '名单内项目 1–本月累计完成投资之和', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z06', '年度投资完成率', '%', '正', 'projects', '年度累计完成投资（Z05）÷ 年度计划投资（Z04）', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), 'key_projects', 'investment_ytd_wan、planned_investment_year_wan', '《重点项目月度调度表》'),
    ('Z07', '序时进度', '%', '无', 'projects', '已过月数 ÷ 12', 'preliminary', cast(null as varchar), cast(null as varchar), cast(null as decimal(18, 6)), 'key_projects', '', '《重点项目月度调度表》'),
    ('Z08', '超（欠）序时进度', '百分点', '正', 'projects', '年度投资完成率（Z06）− 序时进度（Z07）', 'preliminary', cast(null as varchar), 'A', cast(0 as decimal(18, 6)), 'key_projects', 'investment_ytd_wan、planned_investment_year_wan', '《重点项目月度调度表》'),
    ('Z09', '当月完成投资', '亿元', '正', 'projects', '名单内项目本月完成投资之和', 'preliminary', cast(null as varchar), cast(null as varchar), cast(null as decimal(18, 6)), 'key_projects', 'investment_month_wan', '《重点项目月度调度表》'),
    ('Z10', '开工率', '%', '正', 'projects', '已开工项目 ÷ 实施类中计划开工年不晚于本年的项目', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), 'key_projects', 'is_started、planned_start_date', '《重点项目月度调度表》'),
    ('Z11', '按期开工率', '%', '正', 'projects', '不晚于计划开工日开工的项目 ÷ 计划开工日在本年且已到的项目', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), 'key_projects', 'actual_start_date、planned_start_date', '《重点项目月度调度表》'),
    ('Z12', '纳统率', '%', '正', 'projects', '已纳统的项目 ÷ 开工满一个月的项目', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), 'key_projects', 'is_in_statistics、actual_start_date', '《重点项目月度调度表》'),
    ('Z18a', '绿灯项目数', '个', '正', 'projects', '年度完成率 − 序时进度 > −10 个百分点的项目', 'preliminary', 'Z18', cast(null as varchar), cast(null as decimal(18, 6)), 'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z18b', '黄灯项目数', '个', '逆', 'projects', '年度完成率低于序时进度 10–30 个百分点的项目', 'preliminary', 'Z18', cast(null as varchar), cast(null as decimal(18, 6)), 'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z18c', '红灯项目数', '个', '逆', 'projects', '年度完成率低于序时进度 30 个百分点以上的项目', 'preliminary', 'Z18', cast(null as varchar), cast(null as decimal(18, 6)), 'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z19', '投资强度', '万元/亩', '正', 'projects', '固定资产投资之和 ÷ 用地面积之和（两项都有的项目）', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), 'key_projects', 'fixed_investment_wan、land_mu', '《重点项目月度调度表》'),
    ('Z33', '规上企业数', '家', '正', 'enterprises', '期末升规获批、未退库的企业去重计数（各专业）', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'stage', '《企业培育库》'),
    ('Z33a', '规上工业企业数', '家', '正', 'enterprises', 'Z33 中统计专业为 B 工业的企业', 'preliminary', 'Z33', 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'statistics_profession', '《企业培育库》'),
    ('Z34', '新增规上企业', '家', '正', 'enterprises', '当年获批升规的企业（规下转规上、新建投产、迁入，不含复核），毛增', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'award_date', '《企业培育库》'),
    ('Z35', '预计年末规上企业数', '家', '正', 'enterprises', '规上企业（Z33）＋ 已申报未定 − 已知退库，同一企业计一次', 'forecast', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'stage', '《企业培育库》'),
    ('Z36', '申报高企数', '家', '正', 'enterprises', '申报日期在当年的国家高企申报企业（含重新认定）', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'application_date', '《企业培育库》'),
    ('Z36a', '申报高企数（新认定）', '家', '正', 'enterprises', 'Z36 中申报类型不是重新认定（复核）的企业', 'preliminary', 'Z36', cast(null as varchar), cast(null as decimal(18, 6)), 'enterprise_titles', 'application_type', '《企业培育库》'),
    ('Z36b', '申报高企数（重新认定）', '家', '正', 'enterprises', 'Z36 中申报类型为重新认定（复核）的企业', 'preliminary', 'Z36', cast(null as varchar), cast(null as decimal(18, 6)), 'enterprise_titles', 'application_type', '《企业培育库》'),
    ('Z37', '有效高企数', '家', '正', 'enterprises', '期末高企证书有效的企业（未填有效期止的按三年）', 'preliminary', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'valid_to_date', '《企业培育库》'),
    ('Z38', '预计高企总数', '家', '正', 'enterprises', '年末证书有效的企业 ＋ 已申报未定的企业，同一企业计一次；到期未申报的不计', 'forecast', cast(null as varchar), 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'stage', '《企业培育库》'),
    ('Z39a', '新增省级瞪羚', '家', '正', 'enterprises', '获批日期在当年的省级瞪羚企业（不含复核）', 'preliminary', 'Z39', 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'award_date', '《企业培育库》'),
    ('Z39b', '有效省级瞪羚', '家', '正', 'enterprises', '期末省级瞪羚有效的企业', 'preliminary', 'Z39', 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'stage', '《企业培育库》'),
    ('Z40a', '省级专精特新', '家', '正', 'enterprises', '期末省级专精特新有效的企业（未填有效期止的按三年），与市级不相加', 'preliminary', 'Z40', 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'stage', '《企业培育库》'),
    ('Z40b', '市级专精特新', '家', '正', 'enterprises', '期末市级专精特新有效的企业（未填有效期止的按三年），与省级不相加', 'preliminary', 'Z40', 'A', cast(null as decimal(18, 6)), 'enterprise_titles', 'stage', '《企业培育库》'),
    ('Z59a', '改革任务数', '项', '正', 'office', '当年清单内（未取消）的任务计数，子任务不计', 'preliminary', 'Z59', 'A', cast(null as decimal(18, 6)), 'reform_tasks', 'task_no', '《改革任务台账》'),
    ('Z59b', '改革任务完成数', '项', '正', 'office', 'Z59a 中状态为完成的任务', 'preliminary', 'Z59', 'A', cast(null as decimal(18, 6)), 'reform_tasks', 'task_status', '《改革任务台账》'),
    ('Z59c', '改革任务按期完成率', '%', '正', 'office', '期限（批准延期的按新期限）内完成的任务 ÷ 期限已到的任务', 'preliminary', 'Z59', 'R', cast(null as decimal(18, 6)), 'reform_tasks', 'task_status、planned_end_date', '《改革任务台账》'),
    ('Z60', '改革任务平均进度', '%', '正', 'office', '已完成里程碑权重之和 ÷ 里程碑权重之和', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), 'reform_tasks', 'milestone_done_date、milestone_weight_rate', '《改革任务台账》'),
    ('Z68', '报送及时率', '%', '正', 'office', '首次报送不晚于截止日的次数 ÷ 应报次数（到期未报的计入）', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), '', 'received_at、due_date', '报送登记'),
    ('Z68a', '应报到达率', '%', '正', 'office', '应报次数中报送过的次数 ÷ 应报次数', 'preliminary', 'Z68', 'R', cast(null as decimal(18, 6)), '', 'received_at、due_date', '报送登记'),
    ('Z68b', '按时接收率', '%', '正', 'office', '首次被接收的报送不晚于截止日的次数 ÷ 应报次数', 'preliminary', 'Z68', 'R', cast(null as decimal(18, 6)), '', 'received_at、due_date', '报送登记'),
    ('Z69', '一次通过率', '%', '正', 'office', '首次报送即被接收的次数 ÷ 报送次数', 'preliminary', cast(null as varchar), 'R', cast(null as decimal(18, 6)), '', 'verdict、received_at', '报送登记')

)

select * from indicators
