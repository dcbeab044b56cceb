"""One register of every rule: the common ones (``common.yaml``), each form's own, and the cross rules beside their SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sources.contract import Catalog, ContractError, Form, Level
from sources.finding import Finding
from sources.periods import chinese
from sources.rules.between import QUALITY, cross_rules
from sources.rules.rule import Rule, declared_rule

COMMON = Path(__file__).with_name("common.yaml")


@dataclass(frozen=True)
class Place:
    """Where a finding stands. Everything but the file's own findings knows form, sheet and submission."""

    form: str | None = None
    form_title: str | None = None
    department: str | None = None
    period: str | None = None
    submission_id: str | None = None
    sheet: str | None = None
    row: int | None = None
    cell: str | None = None
    field: str | None = None
    title: str | None = None
    row_key: str | None = None

    def said(self) -> str:
        """Return the prefix that every message carries: 《表名》期间 第7行“列名”（D7）."""
        text = f"《{self.form_title}》" if self.form_title else ""
        text += f"{chinese(self.period)} " if self.period else ""
        text += f"第{self.row}行" if self.row else ""
        text += f"“{self.title}”" if self.title else ""
        text += f"（{self.cell}）" if self.cell else ""
        return text.strip()


class _Shown(dict[str, Any]):
    """Placeholders without a value show as 空 instead of failing: a message is never lost."""

    def __missing__(self, key: str) -> str:
        return "空"


@dataclass(frozen=True)
class Register:
    """Rules by form and code; a form's own rule goes before the common one of the same code."""

    common: Mapping[str, Rule]
    by_form: Mapping[str, Mapping[str, Rule]]
    between: Mapping[str, Rule]

    def __iter__(self) -> Iterator[Rule]:
        yield from self.common.values()
        for rules in self.by_form.values():
            yield from rules.values()
        yield from self.between.values()

    def rule(self, code: str, form: str | None = None) -> Rule:
        """Return a rule. Raises ``KeyError`` when no rule has the code: a finding without a rule is a defect."""
        own = self.by_form.get(form or "", {})
        return own.get(code) or self.common.get(code) or self.between[code]

    def finding(
        self,
        code: str,
        place: Place,
        *,
        value: str | None = None,
        expected: str | None = None,
        difference: str | None = None,
        level: Level | None = None,
        **shown: Any,
    ) -> Finding:
        """Make the finding of a rule at a place; ``shown`` fills the placeholders of the message."""
        rule = self.rule(code, place.form)
        text = rule.says.format_map(_Shown(shown, value=value if value is not None else "空", column=place.title or ""))
        said = place.said()
        return Finding(
            rule=code,
            level=level or rule.level,
            message=f"{said} {text}".strip(),
            form=place.form,
            department=place.department,
            period=place.period,
            submission_id=place.submission_id,
            sheet=place.sheet,
            row=place.row,
            cell=place.cell,
            field=place.field,
            title=place.title,
            value=value,
            expected=expected,
            difference=difference,
            row_key=place.row_key,
        )


def load_register(catalog: Catalog, common: Path = COMMON, quality: Path = QUALITY) -> Register:
    """Read the register. Raises ``ContractError`` naming the file and the key of the first thing that is wrong."""
    by_form = {
        form.id: {
            code: Rule(code=code, looks_at="row", forms=(form.id,), **rule.registered())
            for code, rule in form.rules.items()
        }
        for form in catalog
    }
    shared = _common(common)
    for form in catalog:
        _check_known_notices(form, {**shared, **by_form[form.id]})
    return Register(shared, by_form, {found.rule.code: found.rule for found in cross_rules(quality)})


def _check_known_notices(form: Form, rules: Mapping[str, Rule]) -> None:
    """Only what is a notice by itself can be left unsaid; findings of that rule with a higher level are told all the same."""
    for code in form.known_notices:
        if code not in rules or rules[code].level is not Level.NOTICE:
            path = Path(form.department) / f"{form.id}.yaml"
            raise ContractError(path, "known_notices", f"{code} 不是只作提示的规则，不能写在这里")


@lru_cache(maxsize=8)
def _common(path: Path) -> dict[str, Rule]:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {code: declared_rule(path, code, declared) for code, declared in raw.items()}
