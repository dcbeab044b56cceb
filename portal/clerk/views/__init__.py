"""Pages of clerks and reviewers."""

from portal.clerk.views import history, home, upload

__all__ = ["history", "home", "upload"]
