"""Pages of stewards."""

from portal.steward.views import answer, home, identities, matrix, periods, queue, waivers

__all__ = ["answer", "home", "identities", "matrix", "periods", "queue", "waivers"]
