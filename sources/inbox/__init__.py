"""What departments sent, kept for ever: originals, receipts, verdicts."""
