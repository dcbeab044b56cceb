"""Whose failure it is: the machine's, the code's or that of what was sent; each class has a page in ``orchestration/runbook``."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from orchestration.night.trouble import causes, known_trouble
from orchestration.release.errors import ReleaseRefusedError
from sources.contract.errors import ContractError
from sources.decisions import DecisionError
from sources.published.errors import ReleaseError

RUNBOOK = Path(__file__).parents[1] / "runbook"


class FailureClass(StrEnum):
    """What failed, and thus who must act."""

    INFRASTRUCTURE = "infrastructure"
    CODE = "code"
    DATA = "data"

    @property
    def chinese(self) -> str:
        """The class as people name it."""
        return {"infrastructure": "运行环境", "code": "程序或配置", "data": "数据"}[self.value]

    @property
    def page(self) -> Path:
        """The runbook page that says what to do."""
        return RUNBOOK / f"{self.value}.md"


def class_of(error: BaseException) -> FailureClass:
    """Return the class of a failure.

    A full disk shows as a failing model too, so the machine is asked first. What nobody foresaw is the code's.
    """
    if known_trouble(error) or any(isinstance(cause, OSError | MemoryError) for cause in causes(error)):
        return FailureClass.INFRASTRUCTURE
    for cause in causes(error):
        if isinstance(cause, ReleaseRefusedError):
            return FailureClass.CODE if cause.is_by_code else FailureClass.DATA
        if isinstance(cause, ContractError):
            return FailureClass.CODE
        if isinstance(cause, ReleaseError | DecisionError):
            return FailureClass.DATA
    return FailureClass.CODE


def class_of_names(names: Iterable[str]) -> FailureClass:
    """Return the class of a failure of which only the classes of its exceptions are known by name; none: it was killed.

    A run that never got to a step left no exception of ours (a lock that was not given, a process that was killed).
    """
    found = set(names)
    if not found or found & {"NightBusyError", "OSError", "MemoryError", "DagsterExecutionInterruptedError"}:
        return FailureClass.INFRASTRUCTURE
    return FailureClass.CODE
