"""The upload of a workbook."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.contract import load_catalog
from sources.periods import kind_of


class UploadForm(forms.Form):
    """A workbook; form and period only where the sheet does not say them."""

    workbook = forms.FileField(label=gettext_lazy("工作簿"), max_length=200)
    form = forms.ChoiceField(label=gettext_lazy("是哪张表"), required=False)
    period = forms.CharField(label=gettext_lazy("期间"), required=False, max_length=12)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms_known = [(form.id, f"{form.code} {form.title}") for form in load_catalog()]
        choice = self.fields["form"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("", _("自动识别")), *forms_known]
        self.fields["period"].help_text = _("不填则从表内读取。形如 2026-03、2026-03-H1、2026-Q1、2026。")

    def clean_workbook(self) -> UploadedFile:
        """Refuse what is too large; everything else is for the reader to name."""
        file: UploadedFile = self.cleaned_data["workbook"]
        if file.size is not None and file.size > settings.UPLOAD_LIMIT:
            limit = settings.UPLOAD_LIMIT >> 20
            raise ValidationError(
                _("文件超过 %(limit)s MB 的上限，请删除无关的工作表和图片后再传。"), params={"limit": limit}
            )
        return file

    def clean_period(self) -> str:
        """Refuse what is no period."""
        period: str = self.cleaned_data["period"].strip()
        if period and kind_of(period) is None:
            raise ValidationError(_("这不是期间，应形如 2026-03、2026-03-H1、2026-Q1、2026。"))
        return period
