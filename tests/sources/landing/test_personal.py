"""What people are called and where they are reached stays in the inbox and in the rows of their form."""

from __future__ import annotations

from types import SimpleNamespace

from sources.contract import load_catalog
from sources.landing import coercion_rows
from sources.reader.model import Coercion, CoercionKind


def test_the_raw_text_of_a_personal_cell_is_not_repeated() -> None:
    kind = next(iter(CoercionKind))
    cells = [
        Coercion(row=5, field="contact_phone", cell="F5", raw="１３８００１３８０００", kind=kind),
        Coercion(row=5, field="land_mu", cell="G5", raw="１００", kind=kind),
    ]
    table = SimpleNamespace(form="key_projects", sheet="Sheet1", coercions=cells)
    rows = coercion_rows([("s1", table)], load_catalog()).to_pylist()  # type: ignore[list-item]
    assert [(row["field"], row["cell"], row["raw"]) for row in rows] == [
        ("contact_phone", "F5", None),
        ("land_mu", "G5", "１００"),
    ]
