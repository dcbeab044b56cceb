"""What stands above the list of faults: what was sent, what was decided, what to do now."""

from __future__ import annotations

from sources.contract import Catalog, Level
from sources.periods import chinese
from sources.returned.answers import SUBMISSION_LABEL
from sources.returned.marks import LEVELS
from sources.returned.submission import Part, Returned

TITLE = "问题清单"
_VERDICTS = {
    "accepted": "已接收",
    "rejected": "退回：有强制性问题，没有入库",
    "unreadable": "退回：没有认出这是哪张表，没有入库",
}


def lines_above(returned: Returned, catalog: Catalog, notes: list[str], uncommented: int) -> list[str]:
    """Return the lines between the title and the list, each a sentence or two."""
    receipt = returned.receipt
    counted = "，".join(f"{word} {returned.count(level)} 项" for level, word in LEVELS.items())
    lines = [_part(part, catalog) for part in returned.parts]
    lines.append(
        f"文件：{receipt.file}　收到：{receipt.received_at:%Y-%m-%d %H:%M}　{SUBMISSION_LABEL}{receipt.submission_id}"
    )
    lines.append(f"共 {len(returned.findings)} 项：{counted}。" if returned.findings else "没有发现问题。")
    lines.extend(_how_to(returned))
    if uncommented:
        lines.append(f"问题较多，有 {uncommented} 个单元格只着色、没有批注，内容见本清单。")
    return [*lines, *notes]


def _part(part: Part, catalog: Catalog) -> str:
    form = catalog.forms.get(part.form or "")
    departments = catalog.code_lists["departments"].codes
    verdict = _VERDICTS.get(part.verdict, part.verdict)
    if part.verdict == "accepted" and part.held_rows:
        verdict = f"已接收 {part.data_rows - part.held_rows} 行，另有 {part.held_rows} 行有强制性问题，没有入库"
    facts = (
        f"《{form.title}》" if form else "表未识别",
        f"部门：{departments.get(part.department or '', '未知')}",
        f"期间：{chinese(part.period) if part.period else '未知'}",
        f"结论：{verdict}",
    )
    return "　".join(facts)


def _how_to(returned: Returned) -> list[str]:
    """Say how to go on, for the levels that there are."""
    if not returned.findings:
        return []
    steps = []
    if returned.count(Level.MANDATORY):
        steps.append("红色（强制）必须改正")
    if returned.count(Level.VERIFY):
        steps.append("黄色（核实）请改正；数据无误的，在本表“核实说明”列写明原因（不少于10个字，不能只写“属实”）")
    if returned.count(Level.NOTICE):
        steps.append("蓝色（提示）请留意，不影响接收")
    return [
        f"怎么改：{'；'.join(steps)}。点“位置”可跳到该单元格。",
        "怎么报：直接在本文件的原工作表中修改，保存后按原渠道重新报送本文件；本表不必删除，其中的核实说明会一并读取。",
    ]
