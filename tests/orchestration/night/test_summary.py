"""The summary says what arrived, what was accepted, what was not and why, and what is published."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from orchestration.intake.report import IntakeReport
from orchestration.night.report import NightReport
from orchestration.night.summary import FINDINGS, summary
from orchestration.release.errors import ReleaseRefusedError
from sources.contract import Level
from sources.published.difference import Difference, RowChange
from sources.published.release import Release
from tests.orchestration.night.builders import a_finding, an_outcome, an_unreadable

DEPARTMENTS = {"projects": "项目建设部"}
RELEASE = Release("20261123T020000", Path("var/releases/20261123T020000"))
NOTHING_NEW = NightReport(seconds=6.04, intake=IntakeReport(), release=RELEASE, indicator_count=27)


def said(report: NightReport) -> str:
    return summary(report, DEPARTMENTS)


def test_a_night_without_anything_new() -> None:
    same = Difference("20261122T020000", RELEASE.release_id, (), (), (), ())
    assert said(replace(NOTHING_NEW, changes=same)) == (
        "已发布 20261123T020000（用时 6.0 秒）\n"
        "\n"
        "收到　　没有新文件\n"
        "发布　　20261123T020000，27 个指标\n"
        "        数据库　　var/releases/20261123T020000/warehouse.duckdb\n"
        "        数据字典　var/releases/20261123T020000/dictionary.xlsx\n"
        "变化　　数据与上一版 20261122T020000 相同"
    )


def test_a_rejected_workbook_is_told_with_its_first_cells_and_the_rest_counted() -> None:
    faults = [a_finding(f"《重点项目月度调度表》2026年3月 第{n}行“项目名称”（B{n}） 为空。") for n in range(7, 12)]
    intake = IntakeReport("b1", (an_outcome("rejected", *faults),))
    lines = said(replace(NOTHING_NEW, intake=intake)).splitlines()
    start = lines.index("        重点项目3月.xlsx：《重点项目月度调度表》 项目建设部 2026年3月，5 条强制问题")
    assert lines[start + 1] == "          · 第7行“项目名称”（B7） 为空。"
    assert lines[start + 1 + FINDINGS] == "          · 另有 2 条"
    assert any(line.startswith("退回　　1 份") for line in lines)


def test_a_workbook_of_a_restricted_form_is_told_without_its_values() -> None:
    fault = a_finding(
        "《规上工业企业月报》2026年4月 第4行“出口交货值”（Y4） 出口88776.5544大于销售21987.6543。",
        rule="B37", cell="Y4", value="88776.5544", expected="21987.6543", difference="66788.9011", row_key="91370105MA3AY4CL62",
    )  # fmt: skip
    outcome = an_outcome("rejected", fault, title="规上工业企业月报", is_restricted=True)
    report = replace(NOTHING_NEW, intake=IntakeReport("b1", (outcome,)))
    (line,) = (line for line in said(report).splitlines() if "Y4" in line)
    assert line == "          · B37（Y4）的数值不公开，见汇总岗或填报部门"
    told = json.dumps(report.as_json(), ensure_ascii=False)
    assert [number for number in ("88776", "21987", "66788", "91370105MA3AY4CL62") if number in told] == []
    assert fault.finding_id in told


def test_what_was_accepted_is_counted_by_form_with_the_rows_kept_out() -> None:
    intake = IntakeReport("b1", (an_outcome(), an_outcome(submission_id="a2", held_rows=2)), known=("旧.xlsx",))
    text = said(replace(NOTHING_NEW, intake=intake))
    assert "收到　　2 个文件，涉及 1 张表；另有 1 个以前收过，没有重复处理" in text
    assert "接收　　2 份，88 行" in text
    assert "《重点项目月度调度表》2 份，90 行，其中 2 行有强制问题，补正前不入库" in text


def test_a_file_of_no_form_is_named() -> None:
    text = said(replace(NOTHING_NEW, intake=IntakeReport("b1", (an_unreadable("会议通知.xlsx"),))))
    assert "认不出　1 份" in text
    assert "· “会议通知.xlsx”认不出是哪张表。" in text


def test_a_file_that_stayed_in_the_drop_folder_is_named() -> None:
    intake = IntakeReport(refused=(("在写.xlsx", "文件还在改动"),))
    assert "未收进：在写.xlsx，文件还在改动" in said(replace(NOTHING_NEW, intake=intake))


def test_warnings_are_counted() -> None:
    outcome = an_outcome("accepted", a_finding(level=Level.VERIFY), a_finding(level=Level.NOTICE))
    assert "留意　　1 条待部门核实，1 条提示" in said(replace(NOTHING_NEW, intake=IntakeReport("b1", (outcome,))))


def test_changed_tables_are_told_with_their_rows() -> None:
    rows = (RowChange("fct_project_months", 410, 451), RowChange("stg_x", 1, 2), RowChange("dim_forms", None, 6))
    text = said(replace(NOTHING_NEW, changes=Difference("20261122T020000", RELEASE.release_id, rows, (), ({},), ())))
    assert "1 份报送新进入，0 份被替换，0 个指标数值不同" in text
    assert "fct_project_months　410 → 451 行" in text
    assert "dim_forms　无 → 6 行" in text
    assert "stg_x" not in text


def test_a_refused_release_says_why_and_that_the_last_one_stays() -> None:
    refused = ReleaseRefusedError(["检验 unique_x 未通过（2 行）"], Path("var/refused"))
    assert said(NightReport(seconds=5, intake=IntakeReport(), release=None, refused=refused)) == (
        "没有发布新版本（用时 5.0 秒）\n"
        "\n"
        "收到　　没有新文件\n"
        "未发布　检查没有通过，上一版继续有效\n"
        "        · 检验 unique_x 未通过（2 行）\n"
        "        未发布的文件留在 var/refused"
    )


def test_the_end_of_the_work_calendar_is_announced() -> None:
    text = said(replace(NOTHING_NEW, calendar_warning="工作日历只到 2026-12-31（还有 37 天）。"))
    assert text.splitlines()[-1] == "日历　　工作日历只到 2026-12-31（还有 37 天）。"


@pytest.mark.parametrize(("verdict", "told"), [("rejected", 1), ("accepted", 0)])
def test_json_holds_the_findings_of_what_was_not_accepted(verdict: str, told: int) -> None:
    report = replace(NOTHING_NEW, intake=IntakeReport("b1", (an_outcome(verdict, a_finding()),)))
    submission = json.loads(json.dumps(report.as_json()))["received"]["submissions"][0]
    assert (len(submission["findings"]), submission["counts"]["mandatory"]) == (told, 1)


def test_what_waits_for_a_correction_was_judged_again_or_explained_is_told() -> None:
    waiting = {"file": "三月更正.xlsx", "period": "2026-03", "submission_id": "s9"}
    intake = IntakeReport(
        rejudged=(an_outcome("rejected"), an_outcome()), explained=2, unexplained=("甲.xlsx H5：不足",)
    )
    text = said(replace(NOTHING_NEW, intake=intake, waiting=(waiting,)))
    assert "待更正　1 份报送" in text
    assert "三月更正.xlsx：2026年3月，s9" in text
    assert "规则变更，重新审核 2 份：1 份有强制问题" in text
    assert "收到 2 条核实说明，1 条没有采纳" in text
