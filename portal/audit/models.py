"""One entry of the log."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

#: What the first entry names as the one before it.
BEGINNING = "0" * 64


class Act(models.TextChoices):
    """What people do that is kept."""

    SIGNED_IN = "signed_in", _("登录")
    SIGNED_OUT = "signed_out", _("退出")
    SIGN_IN_FAILED = "sign_in_failed", _("登录失败")
    LOCKED_OUT = "locked_out", _("多次失败，暂停登录")
    PASSWORD_CHANGED = "password_changed", _("修改密码")
    PASSWORD_RESET = "password_reset", _("重置密码")
    PERSON_ADDED = "person_added", _("添加人员")
    PERSON_CHANGED = "person_changed", _("修改人员")
    WORKBOOK_UPLOADED = "workbook_uploaded", _("上传待查")
    WORKBOOK_SUBMITTED = "workbook_submitted", _("报送")
    ORIGINAL_DOWNLOADED = "original_downloaded", _("下载原件")
    MARKED_DOWNLOADED = "marked_downloaded", _("下载标注件")
    FINDING_EXPLAINED = "finding_explained", _("说明问题")
    EXPLANATION_ACCEPTED = "explanation_accepted", _("接受说明")
    EXPLANATION_RETURNED = "explanation_returned", _("退回说明")
    SUBMISSION_RETURNED = "submission_returned", _("退回整份报送")
    WAIVER_PROPOSED = "waiver_proposed", _("申请豁免")
    WAIVER_REFUSED = "waiver_refused", _("不同意豁免")
    FINDING_WAIVED = "finding_waived", _("批准豁免")
    FINDINGS_ASSIGNED = "findings_assigned", _("分派问题")
    FINDINGS_SNOOZED = "findings_snoozed", _("暂缓问题")
    FINDINGS_WOKEN = "findings_woken", _("恢复处理问题")
    MOVE_UNDONE = "move_undone", _("撤销操作")
    MESSAGE_WRITTEN = "message_written", _("留言")
    SUBMISSION_SIGNED = "submission_signed", _("部门审核报送")
    TEMPLATE_DOWNLOADED = "template_downloaded", _("下载预填模板")
    IDENTITY_DECIDED = "identity_decided", _("判断名称")
    PERIOD_DECIDED = "period_decided", _("期间锁定与更正")
    QUERY_RUN = "query_run", _("查询数据")
    QUERY_EXPORTED = "query_exported", _("导出查询结果")
    QUERY_SAVED = "query_saved", _("保存查询")
    LOG_VERIFIED = "log_verified", _("核验日志")


class AppendOnlyError(Exception):
    """Somebody tried to change or remove an entry of the log."""


class Entries(models.QuerySet["Entry"]):
    """Entries are added one by one (``chain.append``) and then only read."""

    def _refused(self, *_: Any, **__: Any) -> NoReturn:
        raise AppendOnlyError("日志只能追加，不能修改或删除")

    update = delete = bulk_create = bulk_update = _refused


class Entry(models.Model):
    """What somebody did. ``number`` counts from 1 without gaps; ``actor`` keeps the name as it was then.

    ``digest`` hashes everything in the entry and ``previous``, the digest of the entry before: an entry that is
    changed, removed or put in between breaks the chain there.
    """

    number = models.BigIntegerField(_("序号"), unique=True)
    at = models.DateTimeField(_("时间"))
    act = models.CharField(_("事项"), max_length=40, choices=Act.choices)
    actor = models.CharField(_("人员"), max_length=60, blank=True)
    role = models.CharField(_("角色"), max_length=20, blank=True)
    department = models.CharField(_("部门"), max_length=40, blank=True)
    about = models.CharField(_("对象"), max_length=200, blank=True)
    more = models.JSONField(_("详情"), default=dict)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(_("摘要"), max_length=64, unique=True)

    objects: ClassVar[Entries] = Entries.as_manager()  # type: ignore[assignment]

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-number"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["act"]), models.Index(fields=["actor"])]

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.actor}"

    def computed(self) -> str:
        """Return the digest that the entry's contents give."""
        content = [self.number, self.at.isoformat(timespec="microseconds"), self.act, self.actor, self.role,
                   self.department, self.about, self.more, self.previous]  # fmt: skip
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry. Raises ``AppendOnlyError`` for one that is there already."""
        if not self._state.adding:
            raise AppendOnlyError("日志只能追加，不能修改或删除")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Raise ``AppendOnlyError``."""
        raise AppendOnlyError("日志只能追加，不能修改或删除")
