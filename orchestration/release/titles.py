"""What tables and columns are called: as dbt says it, as the forms say it, or as what they take their values from says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from orchestration.release.columns import Column
from orchestration.release.flow import Flow
from orchestration.release.lineage import ColumnText, Lineage, TableText
from orchestration.release.vocabulary import SIDES, WORDS
from sources.contract import Catalog, Form

_LAYERS = {"dim": "维度", "fct": "事实", "stg": "暂存（原样）", "int": "中间", "quality": "跨表检查", "rpt": "报表"}

#: A rule's model holds findings: its columns are called as theirs.
_FINDINGS = "fct_findings"


def layer_of(table: str, text: TableText) -> str:
    """Return what kind of table it is, for people."""
    if text.kind == "seed":
        return "代码表"
    return _LAYERS.get(table.partition("_")[0], "指标" if table.startswith("indicator") else "其他")


def form_of(table: str, catalog: Catalog) -> Form | None:
    """Return the form that a staging table holds as it is (``stg_<department>__<form>``)."""
    return catalog.forms.get(table.partition("__")[2]) if table.startswith("stg_") else None


class Titles:
    """The texts of columns. What nobody named is called as the one column of the same name that it comes from,
    else as all others of its name, else as another row's column of the name (上期…)."""

    def __init__(self, lineage: Lineage, flow: Flow, catalog: Catalog) -> None:
        self._tables = lineage.tables
        self._flow = flow
        self._catalog = catalog
        self._shared = _meaning_one(chain.from_iterable(_fields_of(form).items() for form in catalog))
        self._usual = _meaning_one(chain.from_iterable(text.columns.items() for text in lineage.tables.values()))

    def of(self, table: str, name: str) -> ColumnText:
        """Return the text of a column; empty where nothing is known."""
        told = self._told(table, name)
        known = self._known(table, name)
        return ColumnText(told.title or known.title, told.unit or known.unit, told.description or known.description)

    def _told(self, table: str, name: str) -> ColumnText:
        text = self._tables.get(table, TableText())
        findings = self._tables.get(_FINDINGS, TableText()) if text.rule else text
        return text.columns.get(name) or findings.columns.get(name, ColumnText())

    def _known(self, table: str, name: str) -> ColumnText:
        form = form_of(table, self._catalog)
        own = _fields_of(form) if form else self._shared
        found = own.get(name) or WORDS.get(name)
        if found:
            return found
        texts = {text for text in self._inherited((table, name)) if text.title}
        return texts.pop() if len(texts) == 1 else self._usual.get(name) or self._beside(table, name)

    def _beside(self, table: str, name: str) -> ColumnText:
        side = next((side for side in SIDES if name.startswith(f"{side}_")), None)
        own = self.of(table, name.removeprefix(f"{side}_")) if side else ColumnText()
        return ColumnText(f"{SIDES[side]}{own.title}", own.unit) if side and own.title else ColumnText()

    def _inherited(self, column: Column) -> Iterator[ColumnText]:
        for table, name in self._flow.above(column) - {column}:
            if name == column[1]:
                told = self._tables.get(table, TableText()).columns.get(name, ColumnText())
                form = form_of(table, self._catalog)
                yield told if told.title or not form else _fields_of(form).get(name, ColumnText())


def _fields_of(form: Form) -> dict[str, ColumnText]:
    return {name: ColumnText(field.title, field.unit or "", field.means) for name, field in form.fields.items()}


def _meaning_one(told: Iterable[tuple[str, ColumnText]]) -> dict[str, ColumnText]:
    """Return the names that have one title wherever they have any; the same name with two titles explains nothing."""
    found: dict[str, ColumnText] = {}
    doubtful: set[str] = set()
    for name, text in told:
        if text.title and found.setdefault(name, text).title != text.title:
            doubtful.add(name)
    return {name: text for name, text in found.items() if name not in doubtful}
