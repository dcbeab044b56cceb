"""What counts as an explanation (核实说明): at least ten characters that say why, not 属实 alone (domain.md 2.1, 5.2)."""

from __future__ import annotations

import re

SHORTEST = 10

_WORDS = re.compile(r"[\W_]+")
#: Phrases that explain nothing, longest first so that none is left over inside another.
_EMPTY = re.compile(
    "经?(?:认真|再次|重新)?(?:核实|核对|核查|确认|审核|检查)|(?:以上|上述|此|该|本)?(?:情况|数据|数字|内容|信息|填报|报送)|(?:基本|确实|完全|均|全部|都)?"
    "属实|真实|准确|正确|无误|无需修改|不用修改|不需修改|没有?问题|无问题|无异常|同意|特此说明|说明|[已均都为是的确系]"
)


def fault_of(text: str) -> str | None:
    """Return in Chinese why a text is no explanation; None when it may be one."""
    compact = "".join(text.split())
    if len(compact) < SHORTEST:
        return f"核实说明不足 {SHORTEST} 个字（现 {len(compact)} 个字），请写明原因"
    words = _WORDS.sub("", compact)
    if not _EMPTY.sub("", words):
        return "只写“属实”不算说明，请写明数字为何如此"
    if len(set(words)) < 4:
        return "核实说明没有内容，请写明原因"
    return None
