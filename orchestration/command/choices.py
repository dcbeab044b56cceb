"""What people name on the command line, found in the code lists: forms, departments, periods, levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orchestration.command.errors import CommandError

if TYPE_CHECKING:
    from sources.contract import Catalog

LEVELS = {"mandatory": "强制", "verify": "核实", "notice": "提示"}


def form_named(text: str, catalog: Catalog) -> str:
    """Return the id of a form given by id, code (F01) or title. Raises ``CommandError`` with the choices."""
    try:
        return catalog.form(text).id
    except KeyError as error:
        raise CommandError(str(error.args[0])) from None


def department_named(text: str, catalog: Catalog) -> str:
    """Return the code of a department given by code, name or alias. Raises ``CommandError`` with the choices."""
    departments = catalog.code_lists["departments"]
    codes = departments.codes
    if text in codes:
        return text
    name = departments.spellings().get(text)
    for code, known in codes.items():
        if known == name:
            return code
    raise CommandError(f"没有部门“{text}”。现有：{'、'.join(f'{code}（{known}）' for code, known in codes.items())}")


def period_named(text: str) -> str:
    """Return a period. Raises ``CommandError`` when the text is none."""
    from sources.periods import kind_of

    if kind_of(text) is None:
        raise CommandError(f"“{text}”不是期间，应形如 2026-03、2026-03-H1、2026-Q1、2026")
    return text


def level_named(text: str) -> str:
    """Return a level given in Chinese or English. Raises ``CommandError`` with the choices."""
    for level, name in LEVELS.items():
        if text in (level, name):
            return level
    raise CommandError(f"没有级别“{text}”。可选：{'、'.join(f'{name}（{level}）' for level, name in LEVELS.items())}")
