"""What departments sent, kept for ever: originals, receipts, verdicts."""

from sources.inbox.drop import Collected, collect_drop, waiting
from sources.inbox.receipt import Receipt, now, submission_id
from sources.inbox.store import InboxError, original, pending, read_receipt, submissions, submit, twins, verdict_path

__all__ = [
    "Collected",
    "InboxError",
    "Receipt",
    "collect_drop",
    "now",
    "original",
    "pending",
    "read_receipt",
    "submission_id",
    "submissions",
    "submit",
    "twins",
    "verdict_path",
    "waiting",
]
