"""Why a night ended early, said once and clearly in Chinese, with what to do next."""

from __future__ import annotations

import errno
from collections.abc import Iterator

from orchestration.night.lock import NightBusyError
from sources.unquoted import words_of

#: What holds after every early end: the inbox is written once, landing and releases by rename.
GOES_ON = "已收下的文件不会丢失，上一版发布照常可用；处理后重新运行 taizhang refresh 即可接着做。"

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def known_trouble(error: BaseException) -> str | None:
    """Return the sentence for what the machine, not the data or the code, put in the way; None for anything else."""
    for cause in causes(error):
        said = _said(cause)
        if said:
            return f"{said}{GOES_ON}"
    return None


def explain(error: BaseException) -> str:
    """Return one sentence for any error. It goes into messages and Dagster's books: values that engines quote stay out."""
    return known_trouble(error) or words_of(error) or type(error).__name__


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it came from, each once."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _said(error: BaseException) -> str | None:
    code = error.errno if isinstance(error, OSError) else None
    where = f"（{error.filename}）" if isinstance(error, OSError) and error.filename else ""
    # DuckDB reports a full disk in words of its own class, without errno.
    if code in _NO_SPACE or "No space left on device" in str(error):
        return f"磁盘空间不足，写不下去了{where}。请先清理出空间。"
    if code in _NO_RIGHTS:
        return f"没有读写权限{where}。请检查文件夹的所有者和权限。"
    if isinstance(error, NightBusyError):
        return str(error)
    return "已中断。" if isinstance(error, KeyboardInterrupt) else None
