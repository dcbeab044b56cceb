"""Who may open a view, said at the view. A view that says nothing is open to nobody.

``AccessMiddleware`` enforces the declaration, a system check refuses to start with an undeclared view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from portal.people.roles import EVERYONE, Role

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Access:
    """What a view declares: the roles it is open to; ``public`` needs no sign-in at all.

    ``with_one_time_password`` opens it to people who must first choose a password of their own.
    """

    roles: frozenset[Role] = frozenset()
    public: bool = False
    with_one_time_password: bool = False


def open_to(*roles: Role) -> Callable[[View], View]:
    """Open a view to these roles."""
    return _declare(Access(frozenset(roles)))


def open_to_everyone(*, with_one_time_password: bool = False) -> Callable[[View], View]:
    """Open a view to everybody who signed in."""
    return _declare(Access(EVERYONE, with_one_time_password=with_one_time_password))


def public(view: View) -> View:
    """Open a view to anybody, signed in or not."""
    return _declare(Access(EVERYONE, public=True, with_one_time_password=True))(view)


def _declare(access: Access) -> Callable[[View], View]:
    def declared(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return declared


def access_of(view: Callable[..., Any]) -> Access | None:
    """Return what a view declares; None when it declares nothing."""
    return getattr(view, "access", None)


def all_patterns(
    patterns: Sequence[URLPattern | URLResolver] | None = None, namespace: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Yield every URL pattern of the portal with its full name (``clerk:home``)."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from all_patterns(pattern.url_patterns, inner)
        else:
            yield f"{namespace}{pattern.name}", pattern


@register()
def every_view_declares_its_roles(**_: Any) -> list[CheckMessage]:
    """Refuse to start while a view does not say whom it is open to."""
    return [
        Error(f"{name} does not declare its roles (portal.people.access)", id="portal.E001")
        for name, pattern in all_patterns()
        if access_of(pattern.callback) is None
    ]
