"""Where forms mention enterprises and projects: derived, so that a new form is heard without anybody adding it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.contract import load_catalog
from sources.contract.catalog import CODES
from sources.derived.mentions import mentions, name_beside

CATALOG = load_catalog()

NEW = """
title: 走访记录
code: F96
grain: 每次走访一行
means: 走访企业
period: event
key: [visit_no]
restricted: visits
fields:
  visit_no: {title: 走访编号, type: code, required: true}
  host_name: {title: 接待企业, type: text}
  host_code: {title: 接待企业代码, type: uscc}
  guest_names: {title: 同行企业, type: list, names: enterprise}
  related_project_no: {title: 相关项目, type: code}
"""


@pytest.fixture
def heard(tmp_path: Path) -> dict[str, str]:
    """The two models when the only form is the new one."""
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "visits.yaml").write_text(NEW, encoding="utf-8")
    return {path.stem: text for path, text in mentions(load_catalog(tmp_path, CODES)).texts.items()}


def test_a_new_form_is_heard_with_the_name_beside_its_code_and_each_name_of_a_list(heard: dict[str, str]) -> None:
    text = heard["int_enterprise_mentions"]
    assert "host_code as uscc,\n        host_name as enterprise_name" in text
    assert "parts_of(ref('stg_office__visits'), 'guest_names')" in text
    assert text.count("union all") == 1


def test_a_number_alone_refers_to_a_project_and_declares_none(heard: dict[str, str]) -> None:
    text = heard["int_project_mentions"]
    assert "related_project_no as project_no" in text
    assert "        0 as is_declared\n" in text
    assert "        1 as is_declared\n" not in text


@pytest.mark.parametrize(
    ("form", "code", "name"),
    [
        ("talks", "uscc", "investor_name"),
        ("industrial_months", "uscc", "enterprise_name"),
        ("enterprises", "uscc", "enterprise_name"),
        ("leases", "uscc", "tenant_name"),
        ("carriers", "uscc", "owner_name"),
        ("carriers", "tenant_uscc", None),
        ("enterprises", "parent_uscc", None),
    ],
)
def test_a_code_belongs_to_the_name_beside_it(form: str, code: str, name: str | None) -> None:
    assert name_beside(CATALOG.forms[form], code) == name
