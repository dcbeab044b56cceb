"""Administrators add people, change what they may do, and give out new passwords."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.people import accounts
from portal.people.access import open_to
from portal.people.forms import ChangePersonForm, PersonForm
from portal.people.models import Person
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged


@open_to(Role.ADMINISTRATOR)
@require_GET
def people(request: Request) -> HttpResponse:
    """List everybody, or those whose name fits."""
    wanted = request.GET.get("q", "").strip()
    found = Person.objects.all()
    if wanted:
        found = found.filter(Q(username__icontains=wanted) | Q(name__icontains=wanted))
    return render(request, "people/list.html", {"paged": paged(request, found), "wanted": wanted})


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    """Add a person and show the one-time password, once."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        password = accounts.add_person(
            given["username"], given["name"], Role(given["role"]), given["department"], by=request.user
        )
        person = Person.objects.get(username=given["username"])
        return render(request, "people/password_given.html", {"person": person, "password": password})
    return render(request, "people/add.html", {"form": form})


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def person(request: Request, person_id: int) -> HttpResponse:
    """Change a person."""
    found = get_object_or_404(Person, pk=person_id)
    form = ChangePersonForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            accounts.change_person(form.save(commit=False), by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已保存。"))
            return redirect("people:list")
    return render(request, "people/person.html", {"form": form, "person": found})


@open_to(Role.ADMINISTRATOR)
@require_POST
def reset(request: Request, person_id: int) -> HttpResponse:
    """Give out a new one-time password and show it, once."""
    found = get_object_or_404(Person, pk=person_id)
    password = accounts.reset_password(found, by=request.user)
    return render(request, "people/password_given.html", {"person": found, "password": password})
