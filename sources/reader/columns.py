"""Bind header columns to the fields of a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache

from sources.contract import Form
from sources.reader.headers import name_of, path_names

#: Title of a field whose column has a blank header: the labels at the left of many statistical tables.
UNNAMED = "（无列名）"
#: Words that a department adds to or leaves out of a header without meaning another column.
_FILLER = Counter("年度其中情况金额项目数据信息基本的及主要填报说明" * 2)
#: A parent with one of these words makes another column of the same leaf.
_CONTRASTS = ("同期", "上年", "去年", "计划", "预算", "目标", "增减", "增速")


@dataclass(frozen=True)
class Vocabulary:
    """All names of a form's fields: by exact name and, for joined headers in another order, by their characters."""

    exact: Mapping[str, str]
    letters: Mapping[str, str]
    all_names: str
    counted: tuple[tuple[str, Counter[str], str], ...]
    _known: dict[tuple[str, ...], tuple[int, str] | None] = dataclass_field(default_factory=dict, repr=False)

    def field(self, path: tuple[str, ...]) -> tuple[int, str] | None:
        """Return (quality, field) for a header path, lower quality numbers being surer; None when nothing fits."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: tuple[str, ...]) -> tuple[int, str] | None:
        if not path:
            unnamed = self.exact.get(name_of(UNNAMED))
            return (40, unnamed) if unnamed else None
        names = path_names(path)
        for quality, name in enumerate(names):
            found = self.exact.get(name)
            if found and not _contradicted(path, names, quality):
                return quality, found
        if len(path) > 1 and names:
            found = self.letters.get("".join(sorted(names[0])))
            return (20, found) if found else self._contained(names[0])
        return None

    def _contained(self, joined: str) -> tuple[int, str] | None:
        """Find the one field whose name is in the joined header but for filler words (年度投资/本月完成 → 本月完成投资)."""
        letters = Counter(joined)
        fits = {
            field
            for name, count, field in self.counted
            if len(name) < len(joined) and set(name) <= set(joined) and count <= letters and letters - count <= _FILLER
        }
        return (30, fits.pop()) if len(fits) == 1 else None


def _contradicted(path: tuple[str, ...], names: list[str], quality: int) -> bool:
    """A leaf alone does not count under a parent such as 上年同期: 上年同期/累计完成投资 is another column."""
    if quality == 0 or len(path) < 2:
        return False
    parents = names[0][: len(names[0]) - len(names[quality])] if names[0].endswith(names[quality]) else ""
    return any(word in parents and word not in names[quality] for word in _CONTRASTS)


class _Same:
    """A form as a key of a cache: forms are not compared by content, which would cost more than the cache saves."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.form is self.form


def vocabulary(form: Form) -> Vocabulary:
    """Return the names of a form's fields, in force or not."""
    return _vocabulary(_Same(form))


@lru_cache(maxsize=256)
def _vocabulary(same: _Same) -> Vocabulary:
    exact: dict[str, str] = {}
    letters: dict[str, str] = {}
    for field, declared in same.form.fields.items():
        for title in declared.titles:
            exact.setdefault(name_of(title), field)
    for name, field in exact.items():
        letters.setdefault("".join(sorted(name)), field)
    counted = tuple((name, Counter(name), field) for name, field in exact.items() if len(name) >= 4)
    return Vocabulary(exact, letters, "\n".join(exact), counted)


def bind(paths: Sequence[tuple[str, ...]], words: Vocabulary) -> dict[int, str]:
    """Return column position → field. A field goes to the column that fits it best, the leftmost on a tie."""
    best: dict[str, tuple[int, int]] = {}
    for position, path in enumerate(paths):
        found = words.field(path)
        if found and (found[1] not in best or found[0] < best[found[1]][0]):
            best[found[1]] = (found[0], position)
    return {position: field for field, (_, position) in best.items()}
