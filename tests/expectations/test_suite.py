"""The suite that a form's contract gives."""

from collections import Counter

import pytest

from expectations.suite import rule_column, suite_for
from expectations.validator import JudgementError, failing_rows
from tests.expectations.tables import CATALOG


def test_a_suite_is_derived_once() -> None:
    form = CATALOG.forms["key_projects"]
    assert suite_for(form, CATALOG) is suite_for(form, CATALOG)
    changed = form.model_copy(update={"rules": {}})
    assert len(suite_for(changed, CATALOG).specs) == len(suite_for(form, CATALOG).specs) - len(form.rules)


@pytest.mark.parametrize("form", list(CATALOG), ids=lambda form: form.id)
def test_a_suite_holds_every_promise_of_the_contract(form) -> None:
    specs = suite_for(form, CATALOG).specs
    kinds = Counter(spec.kind for spec in specs)
    assert {spec.field for spec in specs if spec.kind == "given"} == set(form.required)
    assert kinds["unique"] == 1
    lengths = [bound for f in form.fields.values() for bound in (f.max_length, f.min_length) if bound is not None]
    assert kinds["length"] == len(lengths)
    assert kinds["listed"] == sum(f.type == "enum" for f in form.fields.values())
    assert {rule_column(code) for code in form.rules} <= {spec.column for spec in specs}


def test_every_expectation_carries_its_rule_and_field() -> None:
    suite = suite_for(CATALOG.forms["enterprises"], CATALOG)
    metas = [expectation.meta for expectation in suite.as_gx(range(len(suite.specs))).expectations]
    assert [(meta["rule"], meta["field"]) for meta in metas] == [(spec.rule, spec.field) for spec in suite.specs]


def test_an_expectation_that_cannot_be_evaluated_is_our_defect_and_not_a_pass() -> None:
    import pandas as pd

    suite = suite_for(CATALOG.forms["assessment_results"], CATALOG)
    with pytest.raises(JudgementError, match="B55"):
        failing_rows(suite, range(len(suite.specs)), pd.DataFrame({"_row": [0]}))
