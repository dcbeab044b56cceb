"""Chinese titles as names of fields: in pinyin, so that a person who reads SQL recognises the column."""

from __future__ import annotations

import re

from sources.contract.field import RESERVED

#: Titles of so many characters are spelled out: 项目名称 → xiangmumingcheng.
SPELLED = 5
#: Of longer ones these are, the others give their initials: 统一社会信用代码 → tongyishehui_xydm.
BEGUN = 4
#: Initials kept at most.
INITIALS = 12
_WORD = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]")
#: Words that a field of this kind says by its prefix.
_WHETHER = re.compile(r"^是否")


def spelled(title: str) -> str:
    """Return a title in small letters and digits, "" when it has neither words nor characters with a sound."""
    from pypinyin import lazy_pinyin  # reads its dictionary: only when a form is proposed

    bare = "".join(_WORD.findall(_WHETHER.sub("", title).lower()))
    sounds = [sound for sound in lazy_pinyin(bare) if re.fullmatch("[a-z0-9]+", sound)]
    if len(sounds) <= SPELLED:
        name = "".join(sounds)
    else:
        name = "".join(sounds[:BEGUN]) + "_" + "".join(sound[0] for sound in sounds[BEGUN:][:INITIALS])
    return f"n{name}" if name[:1].isdigit() else name


class Names:
    """Names given so far; every field gets one of its own."""

    def __init__(self) -> None:
        self._given: set[str] = set(RESERVED)

    def give(self, title: str, number: int) -> str:
        """Return a name for a title: its spelling, with a number behind it when it is taken; the column's place else."""
        stem = spelled(title) or f"c{number:02d}"
        name, count = stem, 2
        while name in self._given:
            name, count = f"{stem}{count}", count + 1
        self._given.add(name)
        return name
