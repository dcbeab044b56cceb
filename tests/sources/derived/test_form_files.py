"""What is derived from the forms: deterministic, as committed, and all that a new form needs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml

from sources.contract import load_catalog
from sources.contract.catalog import CODES, FORMS
from sources.derived.form_files import form_files
from sources.derived.form_list import PATH as FORM_LIST
from sources.derived.form_schema import PATH as SCHEMA
from sources.derived.form_schema import form_schema
from sources.derived.staging import FOLDER as STAGING

ROOT = Path(__file__).parents[3]

SIXTH = """
title: 路灯台账
code: F97
grain: 每处路灯每月一行
period: month
due: {day: 5}
key: [lamp_name]
fields:
  lamp_name: {title: 路灯名称, type: text, required: true}
  floor_area_m2: {title: 建筑面积, type: number, unit: ㎡}
  contact_phone: {title: 联系电话, type: text, personal: true}
"""


@pytest.fixture
def sixth(tmp_path: Path) -> Path:
    """The forms and one more, written as one file."""
    forms = tmp_path / "forms"
    shutil.copytree(FORMS, forms)
    (forms / "planning").mkdir(exist_ok=True)
    (forms / "planning" / "lamp_posts.yaml").write_text(SIXTH, encoding="utf-8")
    return forms


def test_what_is_committed_is_what_the_forms_say() -> None:
    assert form_files(load_catalog()).differing(ROOT) == []


def test_a_new_form_adds_its_own_files_and_touches_two_lists(sixth: Path) -> None:
    model = STAGING / "stg_planning__lamp_posts"
    expected = sorted([FORM_LIST, STAGING / "landing.yml", model.with_suffix(".sql"), model.with_suffix(".yml")])
    assert form_files(load_catalog(sixth, CODES)).differing(ROOT) == expected


def test_writing_brings_a_folder_up_to_date_and_removes_what_is_stale(tmp_path: Path) -> None:
    derived = form_files(load_catalog())
    stale = tmp_path / STAGING / "stg_gone__form.sql"
    stale.parent.mkdir(parents=True)
    stale.write_text("select 1")
    assert stale.relative_to(tmp_path) in derived.write(tmp_path)
    assert not stale.exists()
    assert derived.differing(tmp_path) == []


def test_personal_fields_stay_out_of_the_warehouse(sixth: Path) -> None:
    texts = form_files(load_catalog(sixth, CODES)).texts
    assert "contact_phone" not in texts[STAGING / "stg_planning__lamp_posts.sql"]
    assert "contact_phone" not in texts[STAGING / "stg_planning__lamp_posts.yml"]


def test_staging_carries_types_titles_and_units(sixth: Path) -> None:
    text = form_files(load_catalog(sixth, CODES)).texts[STAGING / "stg_planning__lamp_posts.yml"]
    (model,) = yaml.safe_load(text)["models"]
    area = next(column for column in model["columns"] if column["name"] == "floor_area_m2")
    assert area["data_type"] == "decimal(18,4)"
    assert area["config"]["meta"] == {"title": "建筑面积", "unit": "㎡"}
    assert model["description"].startswith("每处路灯每月一行")


def test_a_restricted_form_is_staged_in_its_own_schema(sixth: Path) -> None:
    texts = form_files(load_catalog(sixth, CODES)).texts
    (model,) = yaml.safe_load(texts[STAGING / "stg_projects__industrial_months.yml"])["models"]
    assert model["config"] == {"schema": "statistics"}
    assert "schema" not in texts[STAGING / "stg_planning__lamp_posts.yml"]


@pytest.mark.parametrize("path", sorted(FORMS.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_every_form_satisfies_the_schema_that_editors_use(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), json.loads(form_schema()))
    assert (ROOT / SCHEMA).is_file()


def test_the_schema_refuses_a_misspelt_key() -> None:
    form = yaml.safe_load(SIXTH) | {"tittle": "x"}
    with pytest.raises(jsonschema.ValidationError, match="tittle"):
        jsonschema.validate(form, json.loads(form_schema()))
