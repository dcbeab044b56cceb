"""``taizhang scores`` over a published release."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from orchestration.release.publication import publish
from sources.home import Home

Command = Callable[..., Result]

_ASSESSMENT = """
create table int_submissions_in_force as select * from (values
    ('a1', 'assessment_indicators', 'office', '2025', timestamp '2025-01-20 09:00:00')
) as listed (submission_id, form, department, period, received_at);
create table stg_office__assessment_indicators as select
    'assessment_indicators' as form, 'a1' as submission_id, 'office' as department, '2025' as period, 'Sheet1' as sheet,
    sheet_row::bigint as sheet_row, no as indicator_no, no as indicator_name, '工作目标任务' as part, '部门' as subject_type,
    '项目建设部' as subject_name, 50::decimal(18,4) as weight_points, '正' as direction, '年累计' as measure,
    '亿元' as indicator_unit, 60::decimal(18,4) as base_value, 80::decimal(18,4) as target_value, 'S01' as scoring_rule,
    null::varchar as scoring_parameters, 1.2::decimal(18,4) as cap_factor, '园办字〔2025〕6号' as document_no
from (values (5, 'K1'), (6, 'K2')) as listed (sheet_row, no);
create table fct_assessment_results as select
    'assessment_results' as form, 'a2' as submission_id, 'Sheet1' as sheet, 5::bigint as sheet_row, period,
    '项目建设部' as subject_name, 'K1' as indicator_no, value::decimal(18,4) as declared_value,
    value::decimal(18,4) as recognized_value
from (values ('2025-12', {done}), ('2025-06', 30)) as listed (period, value);
create table fct_assessment_points as select
    'assessment_points' as form, 'a3' as submission_id, 'Sheet1' as sheet, 5::bigint as sheet_row,
    '项目建设部' as subject_name, '表彰' as category, '先进集体' as item_name, '市' as award_level, '鲁发〔2025〕1号' as document_no,
    date '2025-03-01' as event_date, 0.6::decimal(18,4) as recognized_points, true as is_highest_only;
create schema ballots;
create table ballots.fct_assessment_ballots as select
    'assessment_ballots' as form, 'a4' as submission_id, 'Sheet1' as sheet, 5::bigint as sheet_row, '2025' as period,
    '主要领导' as evaluator_type, 'P1' as ballot_no, '项目建设部' as subject_name, 90::decimal(18,4) as score_points;
insert into stg_inbox__columns (submission_id, form, sheet, column_letter, field, title) values
    ('a1', 'assessment_indicators', 'Sheet1', 'N', 'target_value', '目标值(基本)'),
    ('a2', 'assessment_results', 'Sheet1', 'G', 'recognized_value', '认定值'),
    ('a3', 'assessment_points', 'Sheet1', 'I', 'recognized_points', '认定分'),
    ('a4', 'assessment_ballots', 'Sheet1', 'E', 'score_points', '分值');
"""


@pytest.fixture
def assessed(home: Home, make_warehouse: Command, built: object) -> Callable[[str], None]:
    """Return a function that publishes a release in which K1 reached so much."""

    def publish_one(done: str) -> None:
        publish(home, make_warehouse(more=_ASSESSMENT.format(done=done)), built, batch_id="b1")  # type: ignore[arg-type]

    publish_one("60")
    return publish_one


def test_a_year_shows_its_four_parts(taizhang: Command, assessed: object) -> None:
    ran = taizhang("scores", "--period", "2025", "--json")
    assert ran.exit_code == 0, ran.stderr
    found = json.loads(ran.stdout)
    (one,) = found["subjects"]
    # K1 37.5 of 50, K2 without data 0: 37.5 % of 80; honours 0.6; evaluation 90 % of 20.
    parts = ("target_points", "added_points", "deducted_points", "evaluation_points", "total", "rank", "grade")
    assert [one[part] for part in parts] == ["30.00", "0.60", "0.00", "18.00", "48.60", 1, "不合格"]
    assert (found["is_simulated"], found["scheme"], found["problems"]) == (False, "default", [])


def test_every_point_is_explained_down_to_its_cells(taizhang: Command, assessed: object) -> None:
    text = taizhang("scores", "--period", "2025", "--department", "projects", "--explain").stdout
    assert "50 × min(1.2, 60 ÷ 80)" in text
    assert "a1《Sheet1》N5=80；a2《Sheet1》G5=60" in text
    assert "a3《Sheet1》I5=0.6" in text
    assert "期限已过，没有完成数据，按 0 分计" in text
    assert "主要领导 1 票，权重 40" in text


def test_a_month_is_simulated(taizhang: Command, assessed: object) -> None:
    found = json.loads(taizhang("scores", "--period", "2025-06", "--json").stdout)
    (one,) = found["subjects"]
    assert (found["is_simulated"], one["indicators"][0]["points"], one["rank"]) == (True, "37.50", None)
    assert "模拟得分，不作正式结果" in taizhang("scores", "--period", "2025-06").stdout


def test_a_locked_year_stays_until_somebody_locks_it_again(taizhang: Command, assessed: Callable[[str], None]) -> None:
    assert taizhang("scores", "--period", "2025", "--lock", "--by", "张三").exit_code == 0
    assessed("80")
    locked = json.loads(taizhang("scores", "--period", "2025", "--json").stdout)
    assert (locked["version"], locked["locked_by"], locked["subjects"][0]["total"]) == (1, "张三", "48.60")
    now = json.loads(taizhang("scores", "--period", "2025", "--recalculate", "--json").stdout)
    assert "version" not in now
    assert {one["what"] for one in now["differences"]} == {"K1 完成值", "K1 得分", "工作目标任务", "总分"}
    again = taizhang("scores", "--period", "2025", "--lock", "--by", "李四")
    assert "已锁定第 2 版" in again.stderr
    assert "与上一锁定版本的差异（4 处）" in again.stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--period", "2025-Q1"), 2, "不是考核期间"),
        (("--period", "2025", "--lock"), 2, "须写明锁定人"),
        (("--period", "2025", "--department", "不存在"), 2, "没有部门“不存在”"),
        (("--period", "2025-06", "--lock", "--by", "张三"), 1, "不能锁定"),
        (("--period", "2015"), 2, "2015 年应有且只有一个考核方案"),
        ((), 2, "--period"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    taizhang: Command, assessed: object, words: tuple[str, ...], code: int, message: str
) -> None:
    ran = taizhang("scores", *words)
    assert ran.exit_code == code
    assert message in ran.stderr
    assert "Traceback" not in ran.output
