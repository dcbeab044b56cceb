"""Decisions about who is who: replayed in order by every build, so that identities are the same every night."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from sources.decisions.decision import Decision, Named


class AboutIdentity(Decision):
    """``identity`` is an enterprise's code (统一社会信用代码) or a project's number."""

    subject: Literal["enterprise", "project"] = "enterprise"
    identity: Named


class Same(AboutIdentity):
    """A name, where it stands without a code, is this one."""

    kind: Literal["identity_same"] = "identity_same"
    name: Named


class NotSame(AboutIdentity):
    """A name is not this one, however near it is."""

    kind: Literal["identity_not_same"] = "identity_not_same"
    name: Named


class Merge(AboutIdentity):
    """Two were one all along: what is reported for ``identity`` belongs to ``into``."""

    kind: Literal["identity_merge"] = "identity_merge"
    into: Named

    @model_validator(mode="after")
    def _two(self) -> Merge:
        if self.identity == self.into:
            raise ValueError("into：要合并的两个代码是同一个")
        return self


class Split(AboutIdentity):
    """One was two: rows that give ``identity`` under this name belong to ``into`` (a branch under its parent's code)."""

    kind: Literal["identity_split"] = "identity_split"
    name: Named
    into: Named
