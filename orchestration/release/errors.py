"""Why a release cannot be published, found or read; the messages are for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class ReleaseError(Exception):
    """Something about releases that the caller must know; the message is Chinese and names the way out."""


class ReleaseRefusedError(ReleaseError):
    """A build that may not be published. ``reasons`` says why; ``kept`` is the folder with the refused file."""

    def __init__(self, reasons: Sequence[str], kept: Path | None = None) -> None:
        self.reasons = tuple(reasons)
        self.kept = kept
        where = f" 未发布的文件留在 {kept}。" if kept else ""
        super().__init__(f"没有发布新版本，上一版本继续有效。原因：{'；'.join(self.reasons)}。{where}".rstrip())


class NothingPublishedError(ReleaseError):
    """There is no release yet."""

    def __init__(self) -> None:
        super().__init__("还没有发布任何版本。请先运行 taizhang refresh。")


class UnknownReleaseError(ReleaseError):
    """No release has this id."""

    def __init__(self, release_id: str, known: Sequence[str]) -> None:
        self.release_id = release_id
        super().__init__(f"没有版本“{release_id}”。现有：{'、'.join(known) if known else '无'}")
