"""Pages of analysts."""

from portal.analyst.views import explore, home, query, saved

__all__ = ["explore", "home", "query", "saved"]
