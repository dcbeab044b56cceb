"""Why a release cannot be published; what can be wrong with a published one is known to ``sources.published``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sources.published.errors import ReleaseError


class ReleaseRefusedError(ReleaseError):
    """A build that may not be published. ``reasons`` says why; ``kept`` is the folder with the refused file.

    ``is_by_code``: SQL or a check of ours broke; otherwise everything ran, and what it found is not fit to publish.
    """

    def __init__(self, reasons: Sequence[str], kept: Path | None = None, *, is_by_code: bool = False) -> None:
        self.is_by_code = is_by_code
        self.reasons = tuple(reasons)
        self.kept = kept
        where = f" 未发布的文件留在 {kept}。" if kept else ""
        super().__init__(f"没有发布新版本，上一版本继续有效。原因：{'；'.join(self.reasons)}。{where}".rstrip())
