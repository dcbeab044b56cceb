"""All forms and code lists, read once. A folder under ``forms/`` is a department, a file in it is a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from sources.contract.codes import CodeList, load_code_lists
from sources.contract.errors import ContractError
from sources.contract.form import Form

FORMS = Path(__file__).parents[1] / "forms"
CODES = Path(__file__).parents[1] / "codes"


@dataclass(frozen=True)
class Catalog:
    """The forms by id and the code lists by name."""

    forms: Mapping[str, Form]
    code_lists: Mapping[str, CodeList]

    def __iter__(self) -> Iterator[Form]:
        return iter(self.forms.values())

    def form(self, name: str) -> Form:
        """Return a form by id, code (F01) or Chinese title. Raises ``KeyError`` with the choices."""
        for form in self:
            if name in (form.id, form.code, form.title):
                return form
        choices = "、".join(f"{form.id}（{form.title}）" for form in self)
        raise KeyError(f"没有表“{name}”。现有：{choices}")

    def owing(self, form: Form) -> tuple[str, ...]:
        """Return the codes of the departments that owe a form, in the order of the code list."""
        departments = self.code_lists["departments"]
        if form.owed_by == "every_department":
            return tuple(row["department"] for row in departments.rows if row["kind"] == "department")
        owing = form.owed_by or (form.department,)
        return tuple(code for code in departments.codes if code in owing)

    def choices(self, form: Form, field: str) -> tuple[str, ...]:
        """Return the values a field may take, in order; empty when it is free."""
        declared = form.fields[field]
        if declared.values:
            return declared.values
        return tuple(self.code_lists[declared.list].names) if declared.list else ()


def load_catalog(forms: Path = FORMS, codes: Path = CODES) -> Catalog:
    """Read every form under ``forms`` and every code list under ``codes``.

    Raises ``ContractError`` naming the file and the key of the first thing that is wrong. The result is cached per
    pair of folders: forms do not change while a process runs.
    """
    if forms.is_absolute() and codes.is_absolute():
        # Pages ask hundreds of times: resolving costs more than the answer.
        return _load(forms, codes)
    return _load(forms.resolve(), codes.resolve())


@lru_cache(maxsize=8)
def _load(forms: Path, codes: Path) -> Catalog:
    lists = load_code_lists(codes)
    found: dict[str, Form] = {}
    for path in sorted(forms.glob("*/*.yaml")):
        form = load_form(path, lists)
        for other in found.values():
            if form.id == other.id or form.code == other.code or form.title == other.title:
                raise ContractError(path, "title", f"与表 {other.id} 的 id、编码或名称重复")
        found[form.id] = form
    return Catalog(dict(sorted(found.items(), key=lambda item: item[1].code)), lists)


def load_form(path: Path, lists: Mapping[str, CodeList]) -> Form:
    """Read one form file; its id is the file's name and its department the folder's."""
    try:
        raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContractError(path, "", f"不是合法的 YAML：{error}") from error
    if not isinstance(raw, dict):
        raise ContractError(path, "", "文件应是一个映射（键: 值）")
    try:
        form = Form.model_validate({"id": path.stem, "department": path.parent.name, **raw})
    except ValidationError as error:
        # A misspelt key is both unknown and missing: the unknown one shows the spelling.
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in first["loc"])
        raise ContractError(path, key, _chinese(first["type"], first["msg"])) from error
    for name, field in form.fields.items():
        if field.list is not None and field.list not in lists:
            raise ContractError(path, f"fields.{name}.list", f"没有代码表 {field.list}，现有：{'、'.join(lists)}")
    if form.department not in lists["departments"].codes:
        raise ContractError(path, "", f"文件夹 {form.department} 不是部门（见 codes/departments.csv）")
    for code in () if form.owed_by == "every_department" else form.owed_by:
        if code not in lists["departments"].codes:
            raise ContractError(path, "owed_by", f"没有部门 {code}（见 codes/departments.csv）")
    return form


def _chinese(kind: str, message: str) -> str:
    """Say pydantic's commonest complaints in Chinese; others keep pydantic's words."""
    if kind == "extra_forbidden":
        return "不认识的键，请检查拼写"
    if kind == "missing":
        return "缺少这个键"
    return message.removeprefix("Value error, ")
