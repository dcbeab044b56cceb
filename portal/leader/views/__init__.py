"""Pages of leaders."""

from portal.leader.views import board, late

__all__ = ["board", "late"]
