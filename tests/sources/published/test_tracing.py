"""Why rows of a trace name no cell."""

from __future__ import annotations

from sources.published.tracing import why_no_cells


def row(form: str, field: str, cell: str | None = None) -> dict[str, object]:
    return {"form": form, "field": field, "cell": cell}


def test_what_reaches_cells_has_nothing_to_explain() -> None:
    assert why_no_cells([row("key_projects", "project_name", "D6")]) == why_no_cells([]) == []


def test_restricted_forms_are_named_and_submissions_are_what_is_counted() -> None:
    restricted, counted = why_no_cells(
        [
            row("industrial_months", "revenue_ytd_wan"),
            row("appeals", "received_at"),
            row("key_projects", "project_name", "D6"),
        ]
    )
    assert restricted == "《规上工业企业月报》不公开，只追溯到报送，不列单元格。"
    assert "报送回执" in counted
    assert why_no_cells([row("industrial_months", "due_date")]) == [counted]
