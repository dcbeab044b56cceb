"""Who owes which form for which period, until when: the forms, the work calendar and the approved exceptions together."""

from sources.obligations.expected import Obligation, due_date_of, obligations

__all__ = ["Obligation", "due_date_of", "obligations"]
