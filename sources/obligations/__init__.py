"""Who owes which form for which period, until when: the forms, the work calendar and the approved exceptions together."""

from sources.obligations.expected import Obligation, obligations

__all__ = ["Obligation", "obligations"]
