"""Why a dbt build may not be published, in words for the engineer on duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orchestration.dbt_build import BuildOutcome, NodeOutcome

#: How many failing nodes are told one by one; the rest is counted.
TOLD = 10

_KINDS = {
    "model": "模型",
    "seed": "代码表",
    "snapshot": "快照",
    "test": "检验",
    "unit_test": "单元检验",
    "operation": "操作",
}


#: How dbt calls what could not run, and what ran and did not hold.
_BROKEN = ("error", "runtime error")
_NOT_HELD = "fail"


def is_by_code(build: BuildOutcome) -> bool:
    """Return whether a failed build broke, and not only found rows that fail a test."""
    failed = [node.status for node in build.nodes if node.status in (*_BROKEN, _NOT_HELD)]
    return not failed or any(status in _BROKEN for status in failed)


def failures_of(build: BuildOutcome) -> list[str]:
    """Return one reason per failing model or test; empty when the build succeeded."""
    if build.success:
        return []
    failed = [node for node in build.nodes if node.status in (*_BROKEN, _NOT_HELD)]
    reasons = [_reason(node) for node in failed[:TOLD]]
    if len(failed) > TOLD:
        reasons.append(f"另有 {len(failed) - TOLD} 处失败")
    skipped = sum(node.status == "skipped" for node in build.nodes)
    if skipped:
        reasons.append(f"{skipped} 个节点因此没有运行")
    return reasons or ["dbt 构建没有成功，且没有说明原因"]


def _reason(node: NodeOutcome) -> str:
    kind = _KINDS.get(node.resource_type, node.resource_type)
    if node.status == _NOT_HELD:
        return f"{kind} {node.name} 未通过" + (f"（{node.failures} 行）" if node.failures else "")
    said = " ".join((node.message or "").split())
    return f"{kind} {node.name} 出错" + (f"：{said[:300]}" if said else "")
