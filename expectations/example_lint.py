"""Which rules about one submission lack a row that breaks them or one that does not, judged as what departments send is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from expectations.examples import EXAMPLES, Changes, FormExamples, common_examples, example_table, form_examples
from expectations.examples_common import common_tables
from expectations.frame import Frame
from expectations.judge import judge
from expectations.part import Part, rows_of
from expectations.row_rules import RowRules
from expectations.sheet import file_findings
from expectations.suite import suite_for
from sources.contract import Catalog, Form
from sources.finding import Finding
from sources.reader.model import Failure, Reading
from sources.rules import Register

#: Rules that compare files with each other or with a release: whoever compares them shows their examples.
COMPARED = frozenset({"A07", "E22"})


def example_faults(catalog: Catalog, register: Register, folder: Path = EXAMPLES) -> list[str]:
    """Return in Chinese every rule about one submission without a failing or a passing example, and examples of no rule."""
    forms = form_examples(folder)
    own = [fault for form in catalog for fault in _of_form(form, catalog, forms.get(form.id))]
    return [
        *own,
        *_of_common(catalog, register, folder),
        *(f"{name}.yaml：没有这张表" for name in forms if name not in catalog.forms),
    ]


def _of_form(form: Form, catalog: Catalog, examples: FormExamples | None) -> Iterator[str]:
    """The form's own rules, each computed on all examples of the form at once."""
    if examples is None:
        yield from (f"{code}（{form.title}）：没有例子（sources/rules/examples/{form.id}.yaml）" for code in form.rules)
        return
    yield from (f"{code}（{form.title}）：有例子，没有规则" for code in examples.breaks if code not in form.rules)
    lists: list[tuple[tuple[str, ...], list[Changes]]] = [((), [change]) for change in ({}, *examples.passes[1:])]
    lists += [((code,), list(rows)) for code, rows in examples.breaks.items()]
    said = _outcomes(form, catalog, examples.passes[0], [rows for _, rows in lists])
    for code in form.rules:
        if not any(False in said[code, number] for number, (breaks, _) in enumerate(lists) if code in breaks):
            yield f"{code}（{form.title}）：没有不通过的例子（sources/rules/examples/{form.id}.yaml 的 breaks）"
        passing = [said[code, number] for number, (breaks, _) in enumerate(lists) if not breaks]
        if not any(True in values for values in passing) or any(False in values for values in passing):
            yield f"{code}（{form.title}）：没有通过的例子（sources/rules/examples/{form.id}.yaml 的 passes）"


def _outcomes(
    form: Form, catalog: Catalog, good: Changes, lists: list[list[Changes]]
) -> Mapping[tuple[str, int], set[bool | None]]:
    """Return (rule, number of the list) → what the rule says of its rows: true, false, or None where it cannot look."""
    parts = [Part(str(number), example_table(form, good, rows), None) for number, rows in enumerate(lists)]
    frame = Frame.of(form, rows_of(form, parts), suite_for(form, catalog).checks)
    found: dict[tuple[str, int], set[bool | None]] = defaultdict(set)
    for row, outcome in enumerate(RowRules(frame, catalog).outcomes()):
        for code, holds in outcome.items():
            found[code, frame.place(row)[0]].add(holds)
    return found


def _of_common(catalog: Catalog, register: Register, folder: Path) -> Iterator[str]:
    declared = common_examples(folder)
    yield from (f"{code}：有例子，没有规则" for code in declared if code not in register.common)
    yield from (
        f"{code}：没有例子（sources/rules/examples/common.yaml）" for code in register.common if code not in declared
    )
    found = common_findings(catalog, register, folder)
    for code in register.common:
        if code not in COMPARED and code in declared and code not in {one.rule for one in found[code]}:
            yield f"{code}：例子没有被发现（sources/rules/examples/common.yaml）"
    for finding in found[GOOD]:
        yield f"{finding.rule}：没有通过的例子（{finding.message}）"


#: The name under which ``common_findings`` gives what is found on good rows.
GOOD = "good"


def common_findings(catalog: Catalog, register: Register, folder: Path = EXAMPLES) -> Mapping[str, list[Finding]]:
    """Judge the examples of ``common.yaml``, and the good rows of their forms as ``GOOD``, one batch per form."""
    forms = form_examples(folder)
    found: dict[str, list[Finding]] = defaultdict(list)
    held: dict[str, list[tuple[str, Part]]] = defaultdict(list)
    for code, declared in common_examples(folder).items():
        found[code] += _of_file(declared, catalog, register)
        for table in common_tables(declared, catalog, forms):
            held[table.form].append((code, Part(code, table, declared.get("received_on"))))
    for name, parts in held.items():
        form = catalog.forms[name]
        parts.append((GOOD, Part(GOOD, example_table(form, forms[name].passes[0]), None)))
        judged = judge(form, [part for _, part in parts], catalog, register)
        for (code, _), findings in zip(parts, judged, strict=True):
            found[code] += findings
    return found


def _of_file(declared: Mapping[str, Any], catalog: Catalog, register: Register) -> list[Finding]:
    if "file" not in declared:
        return []
    reading = Reading("例.xlsx", "", [], [Failure(declared["rule"], None, dict(declared["file"]))])
    return file_findings(reading, None, register, catalog)
