"""Pages of stewards."""

from portal.steward.views import answer, done, home, identities, matrix, periods, queue, sending_back, waivers

__all__ = ["answer", "done", "home", "identities", "matrix", "periods", "queue", "sending_back", "waivers"]
