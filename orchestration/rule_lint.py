"""What is wrong with the register itself: messages that cannot be filled, validity, rules without a passing and a failing example.

Examples of rules about one submission are judged (``expectations.example_lint``); those of rules between submissions are
dbt's unit tests beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from string import Formatter
from typing import Any

import duckdb
import pandas as pd

from expectations.example_lint import example_faults
from orchestration.bound_lint import bound_faults
from orchestration.compared_lint import compared_faults
from sources.contract import Catalog
from sources.contract.field import RESERVED
from sources.rules import Register, Rule
from sources.rules.between import QUALITY, CrossRule, cross_rules

#: Placeholders that every finding can fill.
_ALWAYS = frozenset({"value", "column", "expected", "difference"})
_SHOWS = re.compile(r"\{\{-?\s*findings\(\{(.*?)\}\)", re.DOTALL)
_KEY = re.compile(r"'(\w+)'\s*:")


def faults(catalog: Catalog, register: Register, quality: Path = QUALITY) -> list[str]:
    """Return every fault of the register in Chinese, each with the rule's code; empty when there is none."""
    rules = cross_rules(quality)
    return [
        *(fault for rule in register for fault in _of_rule(rule)),
        *_of_forms(catalog),
        *(fault for found in rules for fault in _of_cross_rule(found, quality)),
        *_overlapping(rules),
        *bound_faults(catalog),
    ]


def without_examples(catalog: Catalog, register: Register) -> list[str]:
    """Return in Chinese every rule about one submission without a row that breaks it or without one that does not.

    They are judged as what departments send, which takes seconds.
    """
    return [*example_faults(catalog, register), *compared_faults(catalog, register)]


def _of_rule(rule: Rule) -> Iterator[str]:
    first, last = rule.validity
    if first > last:
        yield f"{rule.code}：有效期起止颠倒（{rule.since} 至 {rule.until}）"
    if _placeholders(rule.says) is None:
        yield f"{rule.code}：提示语的花括号不成对，无法填写"


def _placeholders(says: str) -> set[str] | None:
    """Return the names that a message wants filled, None when it cannot be read."""
    try:
        return {name for _, name, _, _ in Formatter().parse(says) if name}
    except ValueError:
        return None


def _of_forms(catalog: Catalog) -> Iterator[str]:
    for form in catalog:
        for code, rule in form.rules.items():
            known = {*form.fields, *rule.shows, *RESERVED, *_ALWAYS}
            if empty := sorted((_placeholders(rule.says) or set()) - known):
                yield f"{code}（{form.title}）：提示语里的 {'、'.join(empty)} 没有值可填"


def _of_cross_rule(found: CrossRule, folder: Path) -> Iterator[str]:
    shown = _SHOWS.search((folder / f"{found.model}.sql").read_text(encoding="utf-8"))
    known = set(_KEY.findall(shown[1])) if shown else set()
    if empty := sorted((_placeholders(found.rule.says) or set()) - known):
        yield f"{found.rule.code}：提示语里的 {'、'.join(empty)} 没有值可填（{found.model}.sql 的 findings）"
    if not any(_expected(test) for test in found.unit_tests):
        yield f"{found.rule.code}：没有不通过的例子（{found.model}.yml 的 unit_tests）"
    if not any(_has_passing(found.rule, test) for test in found.unit_tests):
        yield f"{found.rule.code}：没有通过的例子（{found.model}.yml 的 unit_tests 里没有评得出、又不报的行）"


def _expected(test: dict[str, Any]) -> Sequence[dict[str, Any]]:
    rows: Sequence[dict[str, Any]] = test.get("expect", {}).get("rows") or ()
    return rows


def _has_passing(rule: Rule, test: dict[str, Any]) -> bool:
    """Say whether some row given to the rule can be evaluated and is not among those expected to fail."""
    assert rule.compares is not None
    given = next((one.get("rows") for one in test["given"] if one["input"] == f"ref('{rule.compares.of}')"), None)
    failing = {(row.get("submission_id"), row.get("row")) for row in _expected(test)}
    return given is not None and _evaluated(given, (rule.compares.where, rule.compares.when)) > len(failing)


def _evaluated(given: str | Sequence[dict[str, Any]], conditions: Sequence[str]) -> int:
    """Count the rows of an example that a rule can look at.

    Rows given as SQL hold every column. Rows given one by one leave out what plays no part: a condition over a column
    that none of them gives is taken as met.
    """
    if isinstance(given, str):
        return _counted(f"({given}) as given", " and ".join(f"({condition})" for condition in conditions)) or 0
    example = pd.DataFrame(given)
    met = [condition for condition in conditions if _counted("example", condition, example) is not None]
    return _counted("example", " and ".join(f"({condition})" for condition in met) or "true", example) or 0


def _counted(relation: str, condition: str, example: pd.DataFrame | None = None) -> int | None:
    """Return how many rows of a relation meet a condition, None when it names what the relation does not have."""
    with duckdb.connect() as connection:
        if example is not None:
            connection.register("example", example)
        try:
            ((count,),) = connection.execute(f"select count(*) from {relation} where {condition}").fetchall()
        except duckdb.Error:
            return None
    return int(count)


def _overlapping(rules: Sequence[CrossRule]) -> Iterator[str]:
    for one, other in combinations(rules, 2):
        (first, last), (since, until) = one.rule.validity, other.rule.validity
        if one.rule.code == other.rule.code and first <= until and since <= last:
            yield f"{one.rule.code}：{one.model} 与 {other.model} 在同一期间都有效"
