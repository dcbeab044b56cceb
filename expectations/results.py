"""What each rule did with a table: pass, fail, or *not evaluated* for want of a value, all three counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from expectations.frame import Frame
from expectations.suite import ExpectationSpec
from sources.finding import Finding
from sources.reader.model import Table
from sources.rules import Register, in_force


@dataclass(frozen=True)
class RuleResult:
    """One rule on one table. A check is one cell, or one row for rules about rows, or the sheet for rules about it."""

    rule: str
    rule_version: str
    evaluated: int
    failed: int
    not_evaluated: int


class Tally:
    """Counts, part by part, how many checks each rule could make."""

    def __init__(self) -> None:
        self._evaluated: dict[tuple[int, str], int] = defaultdict(int)
        self._not: dict[tuple[int, str], int] = defaultdict(int)

    def count(self, frame: Frame, specs: Sequence[ExpectationSpec], evaluable: pd.DataFrame) -> None:
        """Add the checks of the specs; ``evaluable`` has a boolean column per spec, named by its position."""
        ends = [0]
        for rows in frame.parts:
            ends.append(ends[-1] + len(rows.table.rows))
        for position, spec in enumerate(specs):
            column = evaluable[str(position)].to_numpy(dtype=bool)
            for part, rows in enumerate(frame.parts):
                if not spec.looks_at(frozenset(rows.table.values)):
                    continue
                size, made = ends[part + 1] - ends[part], int(column[ends[part] : ends[part + 1]].sum())
                self._evaluated[part, spec.rule] += made
                self._not[part, spec.rule] += size - made

    def add(self, part: int, rule: str, evaluated: int, not_evaluated: int) -> None:
        """Add checks of a rule that were counted elsewhere; none at all says nothing of the part."""
        if evaluated or not_evaluated:
            self._evaluated[part, rule] += evaluated
            self._not[part, rule] += not_evaluated

    def results(self, part: int, table: Table, findings: Sequence[Finding], register: Register) -> list[RuleResult]:
        """Return the results on one part; rules that no spec stands for look once at the sheet."""
        failed: dict[str, int] = defaultdict(int)
        for finding in findings:
            failed[finding.rule] += 1
        counted = {rule for found, rule in self._evaluated if found == part}
        sheets = {code for code, rule in register.common.items() if rule.looks_at == "sheet" and not rule.forms}
        found = []
        for code in sorted(counted | sheets | set(failed)):
            rule = register.rule(code, table.form)
            if not in_force(rule, table.period):
                continue
            made = self._evaluated.get((part, code), max(1, failed[code]))
            found.append(RuleResult(code, rule.version, made, failed[code], self._not.get((part, code), 0)))
        return found
