"""Forms about people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.people.accounts import check_department, department_names
from portal.people.models import Person


class SignInForm(AuthenticationForm):
    """User name and password; what is wrong is not told apart."""

    error_messages = {  # noqa: RUF012
        "invalid_login": _("用户名或密码不对。连续输错 5 次将暂停登录 15 分钟。"),
        "inactive": _("用户名或密码不对。连续输错 5 次将暂停登录 15 分钟。"),
    }

    def clean_username(self) -> str:
        """Tell names apart without regard to case."""
        name: str = self.cleaned_data["username"]
        return name.strip().lower()


class OwnPasswordForm(PasswordChangeForm):
    """A new password, different from the old one."""

    def clean_new_password1(self) -> str:
        """Refuse the old password as the new one: a one-time password would live on."""
        new: str = self.cleaned_data["new_password1"]
        if self.user.check_password(new):
            raise ValidationError(_("新密码不能与原密码相同。"))
        return new


if TYPE_CHECKING:
    _OfPerson = forms.ModelForm[Person]
else:
    _OfPerson = forms.ModelForm


class PersonForm(_OfPerson):
    """A person's name, role and department."""

    class Meta:
        """The user name is chosen once."""

        model = Person
        fields = ("username", "name", "role", "department")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = [("", _("（不属于某个部门）")), *department_names().items()]
        self.fields["department"] = forms.ChoiceField(label=_("部门"), choices=departments, required=False)
        self.fields["department"].help_text = _("填报人、部门审核人必选；其他角色留空。")
        if "username" in self.fields:
            self.fields["username"].help_text = _("登录时输入，如 zhangsan；不区分大小写。")

    def clean(self) -> dict[str, Any]:
        """Check that role and department go together."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("role"):
            check_department(cleaned["role"], cleaned.get("department", ""))
        return cleaned

    def clean_username(self) -> str:
        """Tell names apart without regard to case."""
        name: str = self.cleaned_data["username"].strip().lower()
        if Person.objects.filter(username=name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("这个用户名已经有人用了。"))
        return name


class ChangePersonForm(PersonForm):
    """What can change about a person."""

    class Meta(PersonForm.Meta):
        """Also whether they may sign in."""

        fields = ("name", "role", "department", "is_active")
