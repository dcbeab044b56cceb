"""Signing in and out, and the own password."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.access import open_to_everyone, public
from portal.people.forms import OwnPasswordForm, SignInForm
from portal.people.request import Request


@public
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let a person in and lead them to the page they wanted."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(_wanted(request))
    return render(request, "people/sign_in.html", {"form": form}, status=200 if request.method == "GET" else 401)


def _wanted(request: HttpRequest) -> str:
    """Return the page asked for before signing in, when it is one of ours."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else "home"


def locked_out(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Say that a name rests after too many wrong passwords."""
    minutes = round(float(settings.AXES_COOLOFF_TIME) * 60)
    return render(request, "people/locked_out.html", {"minutes": minutes}, status=429)


@open_to_everyone(with_one_time_password=True)
@require_POST
def sign_out(request: Request) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("people:sign_in")


@open_to_everyone(with_one_time_password=True)
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def password(request: Request) -> HttpResponse:
    """Change the own password; sessions elsewhere end."""
    first = request.user.must_change_password
    form = OwnPasswordForm(request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.user.must_change_password = False
        with transaction.atomic():
            form.save()
            append(Act.PASSWORD_CHANGED, request.user, about=request.user.username)
        update_session_auth_hash(request, request.user)
        messages.success(request, _("密码已修改。"))
        return redirect("home")
    return render(request, "people/password.html", {"form": form, "first": first})
