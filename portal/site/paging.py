"""Long lists in pages; filters stay in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 50


@dataclass(frozen=True)
class Paged:
    """One page of a list and the addresses of its neighbours (None at the ends)."""

    page: Page[Any]
    before: str | None
    after: str | None

    @property
    def rows(self) -> Sequence[Any]:
        """What stands on this page."""
        return list(self.page.object_list)


def paged(request: HttpRequest, rows: Any, per_page: int = PER_PAGE) -> Paged:
    """Return the page that ``?page=`` asks for; a page beyond the end is the last one."""
    page = Paginator(rows, per_page).get_page(request.GET.get("page"))
    given = {name: value for name, value in request.GET.items() if name != "page"}

    def address(number: int) -> str:
        return "?" + urlencode({**given, "page": number})

    before = address(page.previous_page_number()) if page.has_previous() else None
    after = address(page.next_page_number()) if page.has_next() else None
    return Paged(page, before, after)
