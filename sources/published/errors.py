"""Why a release cannot be found or read; the messages are for people."""

from __future__ import annotations

from collections.abc import Sequence


class ReleaseError(Exception):
    """Something about releases that the caller must know; the message is Chinese and names the way out."""


class NothingPublishedError(ReleaseError):
    """There is no release yet."""

    def __init__(self) -> None:
        super().__init__("还没有发布任何版本。请先运行 taizhang refresh。")


class UnknownReleaseError(ReleaseError):
    """No release has this id."""

    def __init__(self, release_id: str, known: Sequence[str]) -> None:
        self.release_id = release_id
        super().__init__(f"没有版本“{release_id}”。现有：{'、'.join(known) if known else '无'}")
