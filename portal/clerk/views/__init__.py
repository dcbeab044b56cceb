"""Pages of clerks and reviewers."""

from portal.clerk.views import answer, history, home, marked, signing, template, upload

__all__ = ["answer", "history", "home", "marked", "signing", "template", "upload"]
