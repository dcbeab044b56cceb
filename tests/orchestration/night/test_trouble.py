"""What the machine puts in the way is one Chinese sentence that says how to go on."""

from __future__ import annotations

import errno

import pytest

from orchestration.night.lock import NightBusyError
from orchestration.night.trouble import explain, known_trouble


def caused(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/data/x"), "磁盘空间不足，写不下去了（/data/x）"),
        (RuntimeError("IO Error: Could not write: No space left on device"), "磁盘空间不足"),
        (PermissionError(errno.EACCES, "Permission denied", "/data"), "没有读写权限（/data）"),
        (caused(RuntimeError("step failed"), OSError(errno.EROFS, "Read-only file system")), "没有读写权限"),
        (KeyboardInterrupt(), "已中断"),
    ],
)
def test_the_machine_in_the_way_is_said_with_how_to_go_on(error: BaseException, said: str) -> None:
    text = known_trouble(error) or ""
    assert text.startswith(said)
    assert "重新运行 taizhang refresh 即可接着做" in text


def test_a_busy_warehouse_says_so() -> None:
    assert explain(NightBusyError(900)).startswith("另一次刷新或审核正在进行，等候 900 秒")


def test_a_defect_of_ours_is_no_trouble_of_the_machine() -> None:
    assert known_trouble(ValueError("x")) is None
    assert explain(ValueError("x")) == "x"
