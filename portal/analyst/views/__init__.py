"""Pages of analysts."""

from portal.analyst.views import home, query, saved

__all__ = ["home", "query", "saved"]
