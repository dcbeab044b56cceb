"""Pages of stewards."""

from portal.steward.views import answer, home, identities, matrix, periods, queue, sending_back, waivers

__all__ = ["answer", "home", "identities", "matrix", "periods", "queue", "sending_back", "waivers"]
